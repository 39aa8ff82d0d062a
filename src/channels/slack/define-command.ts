import { STAFF, type StaffRole } from '../../tools/principal.js';
import type { ArgumentShape, Given } from './arguments/argument.js';
import type { Handling, Opening } from './handling.js';
import type { Post } from './posts.js';

/**
 * A subcommand of `/backorder`, a file in commands/ that bears its name. It is acknowledged, its arguments are read and
 * its role is checked before it runs; a fault is told to whoever called it.
 */
export interface Command<Shape extends ArgumentShape = ArgumentShape> {
  readonly name: string;
  /** How it is written: `order 1042`. */
  readonly usage: string;
  /** What it does, in one line of the help. */
  readonly summary: string;
  /** Who may call it; all of the team unless it says so. */
  readonly roles?: readonly StaffRole[];
  /** What it takes, in order. People may write them in any order. */
  readonly arguments: Shape;
  /** Opens a modal at once, since Slack allows that for three seconds only; null to be run instead. It only reads. */
  open?(input: Given<Shape>, handling: Handling): Promise<Opening | null>;
  /** Returns what is to be sent. It may be begun anew after a crash. */
  run?(input: Given<Shape>, handling: Handling): Promise<readonly Post[]>;
}

export const defineCommand = <const Shape extends ArgumentShape>(command: Command<Shape>): Command<Shape> => command;

export const rolesOf = ({ roles }: { readonly roles?: readonly StaffRole[] | undefined }): readonly StaffRole[] =>
  roles ?? STAFF;
