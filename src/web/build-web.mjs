import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const config = (name) => fileURLToPath(new URL(name, import.meta.url));

/** Builds the storefront, the chat page and the launcher into dist/web, the stand-ins' pages into dist/web-sandbox, saying nothing unless something is wrong. */
export async function buildWeb() {
  await build({ configFile: config('vite.config.ts'), logLevel: 'warn' });
  await build({ configFile: config('sandbox/vite.config.ts'), logLevel: 'warn' });
  await build({ configFile: config('sandbox/home.vite.config.ts'), logLevel: 'warn' });
  await build({ configFile: config('sandbox/mail.vite.config.ts'), logLevel: 'warn' });
  await build({ configFile: config('sandbox/phone.vite.config.ts'), logLevel: 'warn' });
}
