import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { encodeIntentModel } from '../language/encode-intent-model.js';
import type { IntentExample } from '../language/intent-model.js';
import { isIntent } from '../language/intents.js';
import { trainIntentModel } from '../language/train-intent-model.js';

const SEED = 20;

/**
 * Trains the intent model on a folder of sentences (`<intent>.txt`, or `<language>/<intent>.txt`) and writes it to
 * `outFile` in one step: a reader sees the old model or the new one. Throws on a file that is not named for an intent.
 */
export async function trainIntentsFromFolder(
  folder: string,
  outFile: string,
): Promise<{ sentences: number; intents: number; milliseconds: number }> {
  const started = performance.now();
  const examples = await readUtterances(folder);
  const model = trainIntentModel(examples, { seed: SEED });
  await mkdir(dirname(outFile), { recursive: true });
  const unfinished = `${outFile}.${process.pid}.tmp`;
  await writeFile(unfinished, encodeIntentModel(model));
  await rename(unfinished, outFile);
  const milliseconds = Math.round(performance.now() - started);
  return { sentences: examples.length, intents: model.intents.length, milliseconds };
}

/** All sentences of a folder, one a line; blank lines and lines that start with `#` are skipped. */
export async function readUtterances(folder: string): Promise<IntentExample[]> {
  const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.txt')).sort();
  const perFile = await Promise.all(files.map((name) => readOne(join(folder, name))));
  return perFile.flat();
}

async function readOne(file: string): Promise<IntentExample[]> {
  const intent = basename(file, '.txt');
  if (!isIntent(intent)) throw new Error(`${file}: "${intent}" is not an intent`);
  const lines = (await readFile(file, 'utf8')).split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '' && !line.startsWith('#')).map((text) => ({ text, intent }));
}
