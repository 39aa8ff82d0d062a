import type { Config, LlmConfig } from '../config.js';
import { InputError } from './input-error.js';

/** Who can be asked to answer a command's conversations. */
export const BRAINS = ['rules', 'llm', 'rules+llm'] as const;
export type BrainName = (typeof BRAINS)[number];

const USES: Readonly<Record<Exclude<BrainName, 'rules'>, LlmConfig['use']>> = {
  llm: 'answers',
  'rules+llm': 'rephrases',
};

/** The settings with the brain that a command was asked to use. Throws InputError for a model that is not configured. */
export function chooseBrain(config: Config, brain: BrainName | undefined): Config {
  if (brain === undefined) return config;
  if (!BRAINS.includes(brain)) throw new InputError(`--brain ${String(brain)}: use rules, llm or rules+llm.`);
  if (brain === 'rules') return { ...config, llm: null };
  if (!config.llm) throw new InputError(`--brain ${brain}: set OPENAI_API_KEY and OPENAI_MODEL first.`);
  return { ...config, llm: { ...config.llm, use: USES[brain] } };
}
