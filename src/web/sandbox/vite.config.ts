import { defineConfig } from 'vite';

/** The stand-in's page is built by itself, in a folder of its own: what shoppers load must not grow by it. */
export default defineConfig({
  root: decodeURIComponent(new URL('slack', import.meta.url).pathname),
  base: '/sandbox/slack/',
  build: {
    outDir: '../../../../dist/web-sandbox/slack',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
