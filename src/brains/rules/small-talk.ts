import type { Intent } from '../../language/intents.js';
import type { Say } from '../brain.js';
import { tell } from './flow.js';

const START = ['Where is my order?', 'Talk to a person'] as const;

/** Wishes that one sentence answers, without any tool. */
export const SMALL_TALK: Partial<Record<Intent, (policy: { assistantName: string }) => Say>> = {
  greeting: () => tell('hello-again', {}, START),
  thanks: () => tell('welcome'),
  goodbye: () => tell('goodbye'),
  affirm: () => tell('what-next', {}, START),
  deny: () => tell('all-right'),
  bot_identity: ({ assistantName }) => tell('bot-identity', { assistantName }, START),
  complaint: () => tell('sorry', {}, START),
};

/** Wishes this desk understands and cannot carry out yet: said so, with a person offered. */
export const BEYOND: ReadonlySet<Intent> = new Set<Intent>(['change_order']);
