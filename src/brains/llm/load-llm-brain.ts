import type { Wording } from '../../wording/render.js';
import type { Brain } from '../brain.js';

/** What the language-model brain needs to know. `baseUrl` is any server that speaks OpenAI's chat completions. */
export interface LlmBrainSettings {
  readonly apiKey: string;
  readonly baseUrl?: string;
  readonly model: string;
  /** The endpoint's moderation model; without it, messages are sent on as they are. */
  readonly moderation?: string;
  readonly budget: {
    /** The most that one turn may take, and the most often it may ask the model. */
    readonly turnMilliseconds: number;
    readonly modelCalls: number;
    /** The most that putting one message in other words may take. */
    readonly rephraseMilliseconds: number;
  };
  /** The prompts/ folder. */
  readonly wording: Wording;
}

/**
 * Loads the language-model brain on demand: its packages cost half a second and 50 MB, which a desk without a model
 * must not pay. So nothing else may import llm-brain.ts.
 */
export async function loadLlmBrain(settings: LlmBrainSettings): Promise<Brain> {
  const { createLlmBrain } = await import('./llm-brain.js');
  return createLlmBrain(settings);
}
