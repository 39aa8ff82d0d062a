import { type FileHandle, open } from 'node:fs/promises';
import { z } from 'zod';
import { countCatalogue } from '../../domain/substitutes/catalogue-statistics.js';
import type { CatalogueProduct, SubstituteRules } from '../../domain/substitutes/product.js';
import { makeRanker } from '../../domain/substitutes/rank-substitutes.js';
import { rankingQuality } from '../../domain/substitutes/ranking-quality.js';
import { type ReadProduct, readRules } from '../../domain/substitutes/read-product.js';
import { textLikeness } from '../../language/text-likeness.js';
import { FileError } from './read-csv.js';
import { readJsonl } from './read-jsonl.js';

export interface SubstitutesBacktestOptions {
  readonly catalog: string;
  readonly tasks: string;
  readonly out: string;
}

const Name = z
  .union([z.string(), z.number()], { error: 'is missing: write a text' })
  .transform(String)
  .refine((name) => name.trim() !== '', { error: 'is empty: write a text' });
const Text = z
  .union([z.string(), z.null()], { error: 'write a text' })
  .default('')
  .transform((text) => text ?? '');

/** A list is written out, a nested object too; what is null is not there. */
const Attributes = z
  .union([z.record(z.string(), z.unknown()), z.null()], { error: 'write an object of keys and values' })
  .default({})
  .transform((raw) =>
    Object.fromEntries(
      Object.entries(raw ?? {}).flatMap(([key, value]) => {
        if (value === null || value === undefined) return [];
        if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
          return [[key, value] as const];
        return [[key, Array.isArray(value) ? value.map(String).join(', ') : JSON.stringify(value)] as const];
      }),
    ),
  );

const Product = z.object({
  sku: Name,
  title: z.string({ error: 'is missing: write a text' }),
  brand: Text,
  category: Text,
  description: Text,
  attributes: Attributes,
  priceCents: z
    .number({ error: 'write a price in whole cents' })
    .min(0, { error: 'a price cannot be below 0' })
    .nullable()
    .default(null),
});

const Task = z.object({
  id: Name,
  sku: Name,
  candidates: z.array(Name, { error: 'is missing: write a list of SKUs' }),
  grades: z.record(z.string(), z.number().min(0, { error: 'a grade cannot be below 0' })).optional(),
});
type Task = z.infer<typeof Task>;

interface AskedTask extends Task {
  readonly wrong: (what: string, near?: string) => FileError;
}

/**
 * Ranks every task's candidates and writes `{"id","ranking":[{"sku","score","reason"}]}` a line. Tasks that carry
 * `grades` (SKU to 0, 1, 2 …) are also measured, beside likeness of titles. Returns the summary that goes to stdout.
 * Only the products that a task names are held in memory; the rest of the catalogue is counted.
 */
export async function backtestSubstitutes(
  { catalog, tasks: file, out }: SubstitutesBacktestOptions,
  rules: SubstituteRules,
) {
  const tasks: AskedTask[] = [];
  for await (const { value, wrong } of readJsonl(file, Task)) tasks.push({ ...value, wrong });
  const named = new Set(tasks.flatMap(({ sku, candidates }) => [sku, ...candidates]));
  const products = new Map<string, CatalogueProduct>();
  const count = countCatalogue();
  for await (const { value, wrong } of readJsonl(catalog, Product)) {
    if (products.has(value.sku)) throw wrong(`sku ${value.sku} is there twice`, `"sku"`);
    if (named.has(value.sku)) products.set(value.sku, value);
    count.add(value);
  }
  // before anything is written, so that nothing is left half written
  for (const { sku, candidates, wrong } of tasks) {
    for (const one of [sku, ...candidates]) {
      if (!products.has(one)) throw wrong(`${one} is not in ${catalog}`, JSON.stringify(one));
    }
  }
  const statistics = count.statistics();
  const ranker = makeRanker(statistics, readRules(rules));
  const known = new Map<string, ReadProduct>();

  const rankings: (readonly number[])[] = [];
  const byText: (readonly number[])[] = [];
  const target = await openFor(out);
  try {
    for (const task of tasks) {
      const wanted = productOf(task.sku, task);
      const scored = [...new Set(task.candidates)]
        .map((sku) => ({ sku, ...ranker.score(wanted, productOf(sku, task)) }))
        .sort((a, b) => b.score - a.score || (a.sku < b.sku ? -1 : 1));
      const ranking = scored.map(({ sku, score, reason }) => ({ sku, score: Number(score.toFixed(4)), reason }));
      await target.write(`${JSON.stringify({ id: task.id, ranking })}\n`);
      const { grades } = task;
      if (!grades) continue;
      rankings.push(scored.map(({ sku }) => grades[sku] ?? 0));
      const alike = scored.map(
        ({ sku }) => [textLikeness(wanted.product.title, productOf(sku, task).product.title), sku] as const,
      );
      byText.push(alike.sort(([a], [b]) => b - a).map(([, sku]) => grades[sku] ?? 0));
    }
  } finally {
    await target.close();
  }
  return {
    products: statistics.products,
    tasks: tasks.length,
    candidates: tasks.reduce((sum, { candidates }) => sum + candidates.length, 0),
    ...(rankings.length > 0 && { graded: rankingQuality(rankings), textLikeness: rankingQuality(byText) }),
  };

  function productOf(sku: string, { wrong }: AskedTask): ReadProduct {
    const before = known.get(sku);
    if (before) return before;
    const product = products.get(sku);
    if (!product) throw wrong(`${sku} is not in ${catalog}`, JSON.stringify(sku));
    const read = ranker.read(product);
    known.set(sku, read);
    return read;
  }
}

async function openFor(out: string): Promise<FileHandle> {
  try {
    return await open(out, 'w');
  } catch (cause) {
    throw new FileError(`${out}: cannot be written`, { cause });
  }
}
