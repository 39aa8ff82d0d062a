import { defineConfig } from 'vite';

/** The page that shows the stand-ins side by side, built by itself like theirs. */
export default defineConfig({
  root: decodeURIComponent(new URL('home', import.meta.url).pathname),
  base: '/sandbox/home/',
  build: {
    outDir: '../../../../dist/web-sandbox/home',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
