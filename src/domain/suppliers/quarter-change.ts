import { LocalDate } from '../kernel/dates.js';
import type { Measure } from './measure.js';
import type { SupplierFacts } from './supplier-facts.js';
import { type Span, type SupplierScorecard, supplierScorecard } from './supplier-scorecard.js';

export interface QuarterChange {
  readonly figure: keyof SupplierScorecard;
  readonly before: number;
  readonly now: number;
  /** In the figure's own unit: better is up for shares but for defects, down for days but for notice. */
  readonly direction: 'better' | 'worse';
  /** Either quarter rests on fewer than eight records. */
  readonly isThin: boolean;
}

const LOWER_IS_BETTER: ReadonlySet<keyof SupplierScorecard> = new Set([
  'slipP50',
  'slipP90',
  'leadDaysP50',
  'defectRate',
  'acknowledgementDaysP50',
  'answerDaysP50',
  'revisionSlipMean',
]);

const pad = (month: number): string => String(month).padStart(2, '0');

/** The calendar quarter that holds a date, whole. */
export function quarterOf(date: LocalDate): Span {
  const year = Number(date.slice(0, 4));
  const first = Math.floor((Number(date.slice(5, 7)) - 1) / 3) * 3 + 1;
  const lastDay = first === 1 || first === 10 ? 31 : 30;
  return {
    from: LocalDate.parse(`${date.slice(0, 4)}-${pad(first)}-01`),
    to: LocalDate.parse(`${String(year).padStart(4, '0')}-${pad(first + 2)}-${lastDay}`),
  };
}

/** The calendar quarter before the one that holds a date. */
export function quarterBefore(date: LocalDate): Span {
  const { from } = quarterOf(date);
  const [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))];
  const before =
    month === 1 ? `${String(year - 1).padStart(4, '0')}-10-01` : `${from.slice(0, 4)}-${pad(month - 3)}-01`;
  return quarterOf(LocalDate.parse(before));
}

/** What is different this quarter, up to and with `today`, from the whole quarter before; unchanged figures are left out. */
export function quarterChanges(facts: SupplierFacts, today: LocalDate): QuarterChange[] {
  const now = supplierScorecard(facts, { from: quarterOf(today).from, to: today });
  const before = supplierScorecard(facts, quarterBefore(today));
  return (Object.keys(now) as (keyof SupplierScorecard)[]).flatMap((figure) => {
    const [then, since]: [Measure, Measure] = [before[figure], now[figure]];
    if (then.value === null || since.value === null || then.value === since.value) return [];
    const isBetter = since.value < then.value === LOWER_IS_BETTER.has(figure);
    return [
      {
        figure,
        before: then.value,
        now: since.value,
        direction: isBetter ? ('better' as const) : ('worse' as const),
        isThin: then.isThin || since.isThin,
      },
    ];
  });
}
