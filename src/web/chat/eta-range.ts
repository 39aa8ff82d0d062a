import { dayNumber } from './calendar-date.js';
import type { EtaDates } from './order-card-wire.js';

/** Where the marks of a range bar stand, in percent of its width from today (0) to the end of the scale (100). */
export interface EtaRange {
  readonly likely: number;
  readonly cautious: number;
}

/**
 * The scale shared by all bars of one card, in days from today: its end is the furthest cautious date, so that a longer
 * wait is also the longer bar.
 */
export function scaleInDays(etas: readonly EtaDates[]): number {
  return Math.max(1, ...etas.map((eta) => dayNumber(eta.cautiousOn) - dayNumber(eta.todayOn)));
}

/**
 * Places both dates on the scale. Dates already past stand at today; the cautious mark never stands before the likely one.
 */
export function etaRange(eta: EtaDates, scaleDays: number): EtaRange {
  const place = (date: string) => clampPercent(((dayNumber(date) - dayNumber(eta.todayOn)) / scaleDays) * 100);
  const likely = place(eta.likelyOn);
  return { likely, cautious: Math.max(likely, place(eta.cautiousOn)) };
}

function clampPercent(value: number): number {
  return Math.min(100, Math.max(0, value));
}
