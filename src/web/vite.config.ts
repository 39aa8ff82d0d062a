import { build, defineConfig, type Plugin } from 'vite';

const root = decodeURIComponent(new URL('.', import.meta.url).pathname);

/**
 * The launcher is pasted into other people's shops as a plain script under a name that never changes, so it is bundled
 * by itself as one function and put beside the hashed pages.
 */
function launcherScript(): Plugin {
  return {
    name: 'launcher-script',
    apply: 'build',
    async generateBundle() {
      const built = await build({
        configFile: false,
        root,
        logLevel: 'warn',
        build: {
          write: false,
          modulePreload: false,
          rolldownOptions: { input: `${root}launcher/main.ts`, output: { format: 'iife' } },
        },
      });
      if (!('output' in built)) throw new Error('The launcher build gave no output.');
      this.emitFile({ type: 'asset', fileName: 'chat/launcher.js', source: built.output[0].code });
    },
  };
}

export default defineConfig({
  root,
  plugins: [launcherScript()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: [`${root}index.html`, `${root}chat/index.html`] },
  },
});
