import { defineConfig } from 'vite';

/** The mailbox's page, built by itself like the other stand-ins. */
export default defineConfig({
  root: decodeURIComponent(new URL('mail', import.meta.url).pathname),
  base: '/sandbox/mail/',
  build: {
    outDir: '../../../../dist/web-sandbox/mail',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
