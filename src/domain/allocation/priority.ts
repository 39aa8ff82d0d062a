import { daysBetween, type Instant, type LocalDate } from '../kernel/dates.js';
import type { OrderLineId, Sku } from '../kernel/ids.js';

/** What counts besides the wait itself, each worth at most so many days of waiting. */
export const FACTORS = [
  'promiseAge',
  'urgency',
  'tier',
  'lifetimeValue',
  'business',
  'orderSize',
  'skuImportance',
] as const;
export type Factor = (typeof FACTORS)[number];

/** knowledge/policy/allocation.yaml says what each number means. */
export interface PriorityRules {
  /** Days of waiting a factor is worth at most. */
  readonly worthDays: Readonly<Record<Factor, number>>;
  /** Where a factor counts in full. */
  readonly fullAt: {
    readonly promiseLateDays: number;
    readonly lifetimeValueCents: number;
    readonly urgencyDays: number;
    readonly orderValueCents: number;
  };
  readonly tierPercent: Readonly<Record<'standard' | 'plus' | 'vip', number>>;
  readonly skuPercent: Readonly<Record<string, number>>;
  /** From either on, a line goes before all that have not come so far. */
  readonly fairness: { readonly afterDays: number; readonly afterRounds: number };
}

/** A line that waits for units of one SKU, with what its place may rest on. */
export interface WaitingLine {
  readonly orderLineId: OrderLineId;
  readonly sku: Sku;
  /** Units it still lacks: neither sent nor allocated. */
  readonly quantity: number;
  readonly backorderedAt: Instant;
  /** The ship date first stated to the customer. */
  readonly firstShipBy: LocalDate | null;
  readonly neededBy: LocalDate | null;
  readonly tier: 'standard' | 'plus' | 'vip';
  readonly lifetimeValueCents: number;
  readonly isBusiness: boolean;
  readonly orderValueCents: number;
  /** Allocations of this SKU approved since the line began to wait. */
  readonly rounds: number;
}

/** The moment an order of lines is made for. `today` is the shop's own day. */
export interface Moment {
  readonly now: Instant;
  readonly today: LocalDate;
}

/** Points are thousandths of a day of waiting. */
const DAY_POINTS = 1_000;
const POINT_MS = 86_400;

export interface Priority {
  readonly points: number;
  readonly waitPoints: number;
  /** The factors that gave this line something, most first. */
  readonly factors: readonly { readonly factor: Factor; readonly points: number }[];
  /** The fairness floor: it goes before all lines without it. */
  readonly goesFirst: boolean;
}

/**
 * Points of one line: 1,000 for each day waited, and for each factor its share of the days it is worth. Whole numbers,
 * so that every machine and every order of summing gives the same. A needed-by date counts more the nearer it is, and
 * no more once it has passed.
 */
export function priorityOf(line: WaitingLine, rules: PriorityRules, { now, today }: Moment): Priority {
  const waitedMs = Math.max(0, Date.parse(now) - Date.parse(line.backorderedAt));
  const waitPoints = Math.floor(waitedMs / POINT_MS);
  const factors = FACTORS.map((factor) => ({
    factor,
    points: Math.floor(rules.worthDays[factor] * shareOf(factor, line, rules, today)),
  }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points);
  return {
    points: factors.reduce((sum, { points }) => sum + points, waitPoints),
    waitPoints,
    factors,
    goesFirst: waitPoints >= rules.fairness.afterDays * DAY_POINTS || line.rounds >= rules.fairness.afterRounds,
  };
}

/** 0 to 1,000. */
function shareOf(factor: Factor, line: WaitingLine, rules: PriorityRules, today: LocalDate): number {
  const { fullAt } = rules;
  switch (factor) {
    case 'promiseAge':
      return line.firstShipBy ? perMille(daysBetween(line.firstShipBy, today), fullAt.promiseLateDays) : 0;
    case 'urgency': {
      const left = line.neededBy ? daysBetween(today, line.neededBy) : -1;
      return left < 0 ? 0 : perMille(fullAt.urgencyDays - left, fullAt.urgencyDays);
    }
    case 'tier':
      return rules.tierPercent[line.tier] * 10;
    case 'lifetimeValue':
      return perMille(line.lifetimeValueCents, fullAt.lifetimeValueCents);
    case 'business':
      return line.isBusiness ? 1_000 : 0;
    case 'orderSize':
      return perMille(line.orderValueCents, fullAt.orderValueCents);
    case 'skuImportance':
      return (rules.skuPercent[line.sku] ?? 0) * 10;
  }
}

const perMille = (part: number, full: number): number =>
  Math.max(0, Math.min(1_000, Math.floor((part * 1_000) / full)));
