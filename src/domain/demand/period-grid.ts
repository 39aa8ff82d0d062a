/** How a series' dates are spaced. `step` counts days or months: a week is 7 days, a quarter 3 months. */
export interface PeriodGrid {
  readonly unit: 'day' | 'business-day' | 'month';
  readonly step: number;
}

/** Business days of a week without weekend. */
const WORKWEEK = 5;
/** Rows from which a day series without any weekend is read as one of business days. */
const ENOUGH_FOR_WORKWEEK = 15;
/** Gaps from which a spacing wider than a day, week or month is believed. */
const ENOUGH_FOR_WIDE_STEP = 3;

/** Days since 1970-01-01 that was a Thursday: 0 = Monday … 6 = Sunday. */
const mondayBased = (day: number): number => (((day + 3) % 7) + 7) % 7;

interface YearMonth {
  readonly month: number;
  readonly dayOfMonth: number;
  readonly isMonthEnd: boolean;
}

function yearMonth(day: number): YearMonth {
  const date = new Date(day * 86_400_000);
  const next = new Date((day + 1) * 86_400_000);
  return {
    month: date.getUTCFullYear() * 12 + date.getUTCMonth(),
    dayOfMonth: date.getUTCDate(),
    isMonthEnd: next.getUTCDate() === 1,
  };
}

const greatestCommonDivisor = (a: number, b: number): number => (b === 0 ? a : greatestCommonDivisor(b, a % b));

/**
 * Reads the spacing off a series' dates (distinct, ascending, as days since 1970-01-01), gaps allowed:
 * - all on one day of the month, or all on month ends: months, or quarters or years where every gap is one;
 * - every gap a number of weeks: weeks, or the wider spacing that all gaps share;
 * - days otherwise, and business days where no weekend ever appears.
 * Undefined for fewer than two dates, which tell nothing.
 */
export function detectGrid(days: readonly number[]): PeriodGrid | undefined {
  const first = days[0];
  if (first === undefined || days.length < 2) return undefined;
  const gaps = days.slice(1).map((day, index) => day - (days[index] as number));
  const months = days.map(yearMonth);
  const isMonthly =
    Math.min(...gaps) >= 28 &&
    (months.every((one) => one.dayOfMonth === months[0]?.dayOfMonth) || months.every((one) => one.isMonthEnd));
  if (isMonthly) {
    const shared = months
      .slice(1)
      .map((one, index) => one.month - (months[index] as YearMonth).month)
      .reduce(greatestCommonDivisor, 0);
    const isBelieved = gaps.length >= ENOUGH_FOR_WIDE_STEP;
    return { unit: 'month', step: isBelieved && shared % 12 === 0 ? 12 : isBelieved && shared % 3 === 0 ? 3 : 1 };
  }
  const shared = gaps.reduce(greatestCommonDivisor, 0);
  if (shared % 7 === 0) return { unit: 'day', step: gaps.length >= ENOUGH_FOR_WIDE_STEP ? shared : 7 };
  if (days.length >= ENOUGH_FOR_WORKWEEK && days.every((day) => mondayBased(day) < WORKWEEK)) {
    return { unit: 'business-day', step: 1 };
  }
  return { unit: 'day', step: 1 };
}

/** The running number of the period that holds a day; consecutive periods differ by 1. */
export function periodIndex({ unit, step }: PeriodGrid, day: number): number {
  if (unit === 'month') return Math.floor(yearMonth(day).month / step);
  if (unit === 'day') return Math.floor(day / step);
  return Math.floor((day + 3) / 7) * WORKWEEK + Math.min(mondayBased(day), WORKWEEK - 1);
}

/** Periods after which the pattern of a week or a year comes again; 1 where there is none to look for. */
export function seasonLength({ unit, step }: PeriodGrid): number {
  if (unit === 'business-day') return WORKWEEK;
  if (unit === 'month') return 12 / step;
  if (step === 1) return 7;
  if (step % 7 !== 0) return 1;
  return Math.max(1, Math.round(364 / step));
}
