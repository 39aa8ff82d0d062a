import type { DemandPattern } from './demand-class.js';

export interface JustInTimeFacts {
  readonly pattern: DemandPattern | undefined;
  /** Share of the supplier's deliveries on or before the promised date, 0 to 1; undefined without a record. */
  readonly onTimeRate: number | undefined;
  readonly leadDays: number;
  /** Standard deviation of the lead time over its mean. */
  readonly leadTimeVariation: number;
  /** Suppliers that deliver this item. */
  readonly suppliers: number;
  /** Days of demand that the least order covers. */
  readonly leastOrderDays: number;
}

export type JustInTimeRule =
  | 'steady_demand'
  | 'on_time'
  | 'short_lead'
  | 'steady_lead'
  | 'second_source'
  | 'small_orders';

export interface JustInTimeVerdict {
  /** All rules are met. */
  readonly isSuitable: boolean;
  readonly unmet: readonly JustInTimeRule[];
}

/** Least share of deliveries on time. */
const ON_TIME = 0.95;
/** Longest lead time in days, and how far it may vary. */
const SHORT_LEAD_DAYS = 7;
const STEADY_LEAD = 0.25;
/** The least order covers at most so many days. */
const SMALL_ORDER_DAYS = 7;

/**
 * Whether an item may be bought for the day rather than stocked: steady demand (class smooth), a supplier that is on
 * time, a lead time that is short and steady, another supplier, and orders as small as a week's demand. The conditions
 * are the usual preconditions of just-in-time supply (Ohno 1988; Monden 2011); the limits are ours. What is not known
 * counts as not met.
 */
export function justInTimeVerdict(facts: JustInTimeFacts): JustInTimeVerdict {
  const rules: Readonly<Record<JustInTimeRule, boolean>> = {
    steady_demand: facts.pattern?.class === 'smooth',
    on_time: (facts.onTimeRate ?? 0) >= ON_TIME,
    short_lead: facts.leadDays <= SHORT_LEAD_DAYS,
    steady_lead: facts.leadTimeVariation <= STEADY_LEAD,
    second_source: facts.suppliers >= 2,
    small_orders: facts.leastOrderDays <= SMALL_ORDER_DAYS,
  };
  const unmet = (Object.keys(rules) as JustInTimeRule[]).filter((rule) => !rules[rule]);
  return { isSuitable: unmet.length === 0, unmet };
}
