import type { Config } from '../config.js';
import { InputError } from './input-error.js';

/** The settings with the brain that a command was asked to use. Throws InputError for a model that is not configured. */
export function chooseBrain(config: Config, brain: 'rules' | 'llm' | undefined): Config {
  if (brain === 'rules') return { ...config, llm: null };
  if (brain === 'llm' && !config.llm) throw new InputError('--brain llm: set OPENAI_API_KEY and OPENAI_MODEL first.');
  return config;
}
