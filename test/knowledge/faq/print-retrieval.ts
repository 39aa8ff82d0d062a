import { measureRetrieval } from './measure-retrieval.js';

/** Prints how well pages are found: `npx tsx test/knowledge/faq/print-retrieval.ts`. */
for (const file of ['development', 'held-out', 'other-words'] as const)
  process.stdout.write(`${JSON.stringify({ file, ...measureRetrieval(file) }, null, 1)}\n`);
