import type { Wording } from '../../wording/render.js';
import type { Brain } from '../brain.js';

/** What the language-model brain needs to know. `baseUrl` is any server that speaks OpenAI's chat completions. */
export interface LlmBrainSettings {
  readonly apiKey: string;
  readonly baseUrl?: string;
  readonly model: string;
  /** The most one turn may take, in milliseconds, and the most often it may ask the model. */
  readonly budget: { readonly turnMilliseconds: number; readonly modelCalls: number };
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
