import type { StaffRole } from '../../tools/principal.js';
import type { Arrived } from './arrival.js';
import type { Handling, Opening } from './handling.js';
import type { Post } from './posts.js';

/** A shortcut of the message menu or of the search bar, a file in shortcuts/. In threads Slack has no commands, but these. */
export interface Shortcut {
  readonly id: string;
  readonly type: 'message' | 'global';
  /** In Slack's menu, at most 24 characters. */
  readonly title: string;
  readonly description: string;
  readonly roles?: readonly StaffRole[];
  open?(called: Arrived<'shortcut'>, handling: Handling): Promise<Opening | null>;
  run?(called: Arrived<'shortcut'>, handling: Handling): Promise<readonly Post[]>;
}

export const defineShortcut = (shortcut: Shortcut): Shortcut => shortcut;
