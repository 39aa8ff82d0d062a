import { defineConfig } from 'vitest/config';

/** The demo shop in a real browser: `npm run test:browser`, after a build. */
export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    globalSetup: 'test/browser/support/global-setup.ts',
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 60_000, interval: 50 } },
    maxWorkers: 2,
    // the files share nothing but the browser's client, which takes a second to load
    isolate: false,
  },
});
