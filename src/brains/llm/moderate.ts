import OpenAI from 'openai';
import { LlmBrainError } from './llm-brain-error.js';
import type { LlmBrainSettings } from './load-llm-brain.js';

/** What a message must not go to a model for. `insult`: it may still hold a wish; `danger`: somebody may come to harm. */
export type Flag = 'danger' | 'indecent' | 'insult';

/** Looks at texts at once, in their order; null for one that may be sent on. */
export type Moderate = (texts: readonly string[], signal: AbortSignal) => Promise<readonly (Flag | null)[]>;

const DANGER = /^(?:self-harm|violence|harassment\/threatening|hate\/threatening)/;
const INSULT = /^harassment/;

/** Asks the endpoint's moderation. Throws LlmBrainError `provider` where it does not answer: nothing is sent on unseen. */
export function createModerate({
  apiKey,
  baseUrl,
  moderation,
}: Pick<LlmBrainSettings, 'apiKey' | 'baseUrl'> & { readonly moderation: string }): Moderate {
  const client = new OpenAI({ apiKey, ...(baseUrl !== undefined && { baseURL: baseUrl }), maxRetries: 0 });
  return async (texts, signal) => {
    const { results } = await client.moderations
      .create({ model: moderation, input: [...texts] }, { signal })
      .catch((cause: unknown) => {
        throw new LlmBrainError('provider', 'The moderation cannot be reached', { cause });
      });
    return texts.map((_, at) => {
      const result = results[at];
      if (!result) throw new LlmBrainError('malformed', 'The moderation left a message out');
      return result.flagged ? flagOf(Object.entries(result.categories)) : null;
    });
  };
}

function flagOf(categories: readonly (readonly [name: string, found: boolean | null])[]): Flag {
  const found = categories.flatMap(([name, isFound]) => (isFound ? [name] : []));
  if (found.some((name) => DANGER.test(name))) return 'danger';
  return found.length > 0 && found.every((name) => INSULT.test(name)) ? 'insult' : 'indecent';
}
