import type { IsoDay } from '../entities/calendar-day.js';
import type { Span } from '../entities/entity.js';

/**
 * Why a day is not one sure day. `vague`: a stretch of time, or about a day; its later end is given. `earliest`: on that day or later. `relative`: told from
 * the day of writing ("tomorrow"), which is another one elsewhere. `two_readings`: it
 * can be read as two days (04/05). `likely_order`: so too, and only one of them is near. `weekday_differs`: the weekday beside it is not that day's. `no_day`: a time
 * without an end ("after the holidays", "soon").
 */
export type DayDoubt =
  | 'vague'
  | 'earliest'
  | 'relative'
  | 'two_readings'
  | 'likely_order'
  | 'weekday_differs'
  | 'no_day';

/** What words say of a day. `shift` counts days from the promised date ("10 days later"), where no day is named. */
export interface DayReading {
  readonly day: IsoDay | null;
  readonly shift: number | null;
  /** The shift counts Mondays to Fridays only. */
  readonly isOfWorkdays?: boolean;
  readonly doubt: DayDoubt | null;
}

/** A day that a mail names, with its place in what was read. */
export interface MailDay extends DayReading {
  readonly span: Span;
}

/** What a day's words are seen from. */
export interface DayContext {
  /** The day on which the mail was written, where it was written. */
  readonly sentOn: IsoDay;
  /** The promised dates of the order's lines. */
  readonly promised: readonly IsoDay[];
  /** How this mail writes 04/05, where it shows it. */
  readonly order: 'day-first' | 'month-first' | null;
  /** Whether 04.05. is how this mail's language writes a day. */
  readonly writesDots: boolean;
  /** The day that these words correct, whose month a bare "the 16th" shares; null where they correct none. */
  readonly near: IsoDay | null;
}

export const sure = (day: IsoDay | null): DayReading | null =>
  day === null ? null : { day, shift: null, doubt: null };
export const vague = (day: IsoDay | null): DayReading | null =>
  day === null ? null : { day, shift: null, doubt: 'vague' };
export const relative = (day: IsoDay | null): DayReading | null =>
  day === null ? null : { day, shift: null, doubt: 'relative' };
export const noDay: DayReading = { day: null, shift: null, doubt: 'no_day' };
export const twoReadings: DayReading = { day: null, shift: null, doubt: 'two_readings' };
