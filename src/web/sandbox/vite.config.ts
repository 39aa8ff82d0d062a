import { defineConfig } from 'vite';

const root = decodeURIComponent(new URL('..', import.meta.url).pathname);

/** The sandbox's pages are built by themselves, beside the others: what shoppers load must not grow by them. */
export default defineConfig({
  root,
  build: {
    outDir: '../../dist/web',
    emptyOutDir: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: [`${root}sandbox/slack/index.html`] },
  },
});
