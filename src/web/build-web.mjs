import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Builds the storefront, the chat page and the launcher into dist/web, saying nothing unless something is wrong. */
export async function buildWeb() {
  await build({ configFile: fileURLToPath(new URL('vite.config.ts', import.meta.url)), logLevel: 'warn' });
}
