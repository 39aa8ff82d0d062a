import { readdir } from 'node:fs/promises';
import { z } from 'zod';
import type { Samples } from './sample.js';

const Module = z.object({ default: z.looseObject({ subject: z.string() }) });
/** Not samples themselves. */
const OTHERS = /^(sample|load-samples)\.[jt]s$/;

/** The samples of every subject, found by this folder. */
export async function loadSamples(): Promise<Samples[]> {
  const files = (await readdir(new URL('.', import.meta.url))).filter(
    (file) => /(?<!\.d)\.[jt]s$/.test(file) && !OTHERS.test(file),
  );
  return Promise.all(
    files
      .sort()
      .map(
        async (file) => Module.parse(await import(new URL(file, import.meta.url).href)).default as unknown as Samples,
      ),
  );
}
