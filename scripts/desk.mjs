// The desk's command line: builds what it needs first (with a word on stderr), then hands over.
import { build } from './build.mjs';

try {
  // the bench weighs the pages too; no other command needs them
  await build(process.argv[2] === 'bench' ? {} : { only: ['code', 'intent model'] });
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
}
await import('../dist/cli.js');
