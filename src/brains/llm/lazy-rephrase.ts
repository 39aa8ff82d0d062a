import type { Rephrase } from '../brain.js';
import type { LlmBrainSettings } from './load-llm-brain.js';

/** The model as a writer, loaded with its packages when the first message is to be put in other words. */
export function lazyRephrase(settings: LlmBrainSettings): Rephrase {
  let loaded: Promise<Rephrase> | undefined;
  return async (request) => {
    loaded ??= import('./rephrase.js').then(({ createRephrase }) => createRephrase(settings));
    return (await loaded)(request);
  };
}
