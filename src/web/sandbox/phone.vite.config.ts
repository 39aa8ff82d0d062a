import { defineConfig } from 'vite';

/** The phones' page, built by itself like that of Slack. */
export default defineConfig({
  root: decodeURIComponent(new URL('phone', import.meta.url).pathname),
  base: '/sandbox/phone/',
  build: {
    outDir: '../../../../dist/web-sandbox/phone',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
