import { localDate } from '../../../domain/kernel/dates.js';
import type { Block } from '../blocks/schemas.js';

/** A card, modal or home as somebody may meet it, with the longest that is realistic; for review and against Slack's limits. */
export interface Sample {
  /** What is shown, for whoever reviews the wording. */
  readonly title: string;
  readonly as: 'message' | 'modal' | 'home';
  readonly blocks: readonly Block[];
}

export const SAMPLE_DAY = localDate('2026-11-23');
export const LONG_NAME =
  'Professional carbon fibre tripod & fluid head <quick release>, 180 cm, with bag and spare plate';
export const LONG_PERSON = 'Maria-Theresia Wolfeschlegelsteinhausen & Daughters Photography';

/** The same thing so many times, each with its number. */
export const many = <Item>(count: number, make: (n: number) => Item): Item[] =>
  Array.from({ length: count }, (_, at) => make(at + 1));
