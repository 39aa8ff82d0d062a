import type { BrainName } from './choose-brain.js';
import { InputError } from './input-error.js';

export interface ChatOptions {
  readonly shop?: string;
  readonly today?: string;
  readonly as?: string;
  readonly anonymous?: boolean;
  readonly brain?: BrainName;
  readonly json?: boolean;
}

/** Refuses options that contradict each other. */
export function checkChatOptions(options: ChatOptions): ChatOptions {
  if (options.as !== undefined && options.anonymous) throw new InputError('--as and --anonymous exclude each other.');
  return options;
}
