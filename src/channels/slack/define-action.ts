import type { z } from 'zod';
import type { StaffRole } from '../../tools/principal.js';
import type { Handling, Opening } from './handling.js';
import type { Post } from './posts.js';

/**
 * What a button or a select does, a file in actions/. `id` is the element's action_id, `<noun>:<verb>`; it may be
 * followed by `:` and anything, where several stand in one block.
 */
export interface Action<Value extends z.ZodType = z.ZodType> {
  readonly id: string;
  readonly roles?: readonly StaffRole[];
  /** Reads the button's value (JSON), or what was chosen as `{ chosen }`. What it names is not trusted: the tool decides again. */
  readonly value: Value;
  /** Opens a modal at once; null to be run instead. It only reads. */
  open?(value: z.infer<Value>, handling: Handling): Promise<Opening | null>;
  /** Returns what is to be sent. It may be begun anew after a crash. */
  run?(value: z.infer<Value>, handling: Handling): Promise<readonly Post[]>;
}

export const defineAction = <Value extends z.ZodType>(action: Action<Value>): Action<Value> => action;
