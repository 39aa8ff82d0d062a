import { readFile } from 'node:fs/promises';
import { decodeIntentModel } from './language/encode-intent-model.js';
import type { IntentModel } from './language/intent-model.js';
import { projectPath } from './paths.js';

/** Reads the model that the build trained. Throws with the cure when it is not there. */
export async function loadIntentModel(): Promise<IntentModel> {
  const file = projectPath('dist/intents.model');
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw new Error(`${file} is missing: run npm run build`, { cause });
  });
  return decodeIntentModel(bytes);
}
