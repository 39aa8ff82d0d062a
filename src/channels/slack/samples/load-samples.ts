import { readdir } from 'node:fs/promises';
import { z } from 'zod';
import type { Sample } from './sample.js';

const Module = z.object({ default: z.array(z.looseObject({ title: z.string() })) });
/** Not samples themselves. */
const OTHERS = /^(sample|load-samples)\.[jt]s$/;

/** Every sample there is, found by this folder. */
export async function loadSamples(): Promise<Sample[]> {
  const files = (await readdir(new URL('.', import.meta.url))).filter(
    (file) => /(?<!\.d)\.[jt]s$/.test(file) && !OTHERS.test(file),
  );
  const all = await Promise.all(
    files
      .sort()
      .map(
        async (file) => Module.parse(await import(new URL(file, import.meta.url).href)).default as unknown as Sample[],
      ),
  );
  return all.flat();
}
