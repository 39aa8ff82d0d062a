import type { IsoDay } from '../entities/calendar-day.js';
import type { Span } from '../entities/entity.js';
import type { DayReading } from './mail-day.js';

/**
 * Why a claim is not for a machine to apply. `hedged`: hoped, tried, expected. `conditional`: it hangs on something.
 * `conflict`: the mail says two things. `other_order`: it speaks of another purchase order as well. `asks`: it wants an
 * answer. `earliest`: on that day or later. `relative`: the day is told from the day of writing. `denied`: it says only what will not be. `other_days`: it names a day of which it is not clear what
 * happens then. `to_machine`: it gives orders to whatever reads it. `part`: it is said of a part of the units. `other_goods`: of samples, spare parts and the like.
 * `on_the_way`: more days of travel are spoken of. `not_understood`: not every word of the mail is.
 */
export type ClaimDoubt =
  | 'line_unknown'
  | 'vague'
  | 'earliest'
  | 'relative'
  | 'hedged'
  | 'conditional'
  | 'two_readings'
  | 'likely_order'
  | 'weekday_differs'
  | 'conflict'
  | 'corrected'
  | 'denied'
  | 'asks'
  | 'past'
  | 'other_order'
  | 'other_days'
  | 'amid_quoted'
  | 'forwarded'
  | 'to_machine'
  | 'part'
  | 'other_goods'
  | 'on_the_way'
  | 'not_understood';

/** What one part of a mail says of some lines, before it is held against its other parts. */
export interface Finding {
  /** Places in the order's list of lines; null where the part names none. */
  readonly lines: readonly number[] | null;
  readonly scope: 'named' | 'context' | 'all' | 'others' | 'none';
  readonly kind: 'date' | 'none' | 'quantity' | 'cancelled' | 'unclear';
  readonly day: DayReading | null;
  /** What happens on the day. */
  readonly event: 'arrives' | 'ships' | 'unsaid';
  readonly quantity: number | null;
  /** It speaks of the second part of a line's units. */
  readonly isRest: boolean;
  /** It takes back what was said before. */
  readonly corrects: boolean;
  readonly doubts: readonly ClaimDoubt[];
  readonly span: Span;
}

/** What a mail says of its order's lines, and what holds for all of it. */
export interface Reading {
  readonly findings: readonly Finding[];
  readonly doubts: readonly ClaimDoubt[];
}

/** The part of a mail that was read last: what "it" and "the 16th" in the next one mean. */
export interface Context {
  readonly lines: readonly number[] | null;
  readonly isSure: boolean;
  readonly paragraph: number;
  readonly lastDay: IsoDay | null;
}
