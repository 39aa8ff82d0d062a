import { measureRetrieval } from './measure-retrieval.js';

/** Prints how well SOPs are found: `npx tsx test/knowledge/sops/print-retrieval.ts`. */
for (const file of ['development', 'held-out'] as const)
  process.stdout.write(`${JSON.stringify({ file, ...measureRetrieval(file) }, null, 2)}\n`);
