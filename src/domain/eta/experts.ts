/**
 * The ways to read the record, each a forecast of its own (docs/eta.md says what each is good for). `slip` experts count
 * from the date promised first, `lead` experts from the order date, `revised` from the newest promise, `wait` from the
 * day of asking.
 */
export const EXPERTS = [
  'everyone',
  'everyoneLately',
  'supplierEver',
  'supplierPooled',
  'supplierLong',
  'supplierShort',
  'supplierSegment',
  'sku',
  'promisedLead',
  'month',
  'usualSlow',
  'usualFast',
  'leadEver',
  'leadLong',
  'leadShort',
  'leadUsualSlow',
  'leadUsualFast',
  'revised',
  'wait',
  'late',
] as const;

export type Expert = (typeof EXPERTS)[number];

/** An expert's place in arrays by expert. */
export const EXPERT = Object.fromEntries(EXPERTS.map((name, at) => [name, at])) as Readonly<Record<Expert, number>>;

/**
 * What each counts before anything is known of how it does here. Only the ratios matter; the record soon outweighs them.
 */
const FIRST_TRUST: Readonly<Record<Expert, number>> = {
  everyone: 0.5,
  everyoneLately: 0.5,
  supplierEver: 1,
  supplierPooled: 1,
  supplierLong: 0.3,
  supplierShort: 0.4,
  supplierSegment: 0.5,
  sku: 0.4,
  promisedLead: 1,
  month: 0.5,
  usualSlow: 1.2,
  usualFast: 0.4,
  leadEver: 0.5,
  leadLong: 0.5,
  leadShort: 0.3,
  leadUsualSlow: 0.7,
  leadUsualFast: 0.3,
  revised: 3,
  wait: 0.1,
  late: 0.3,
};
export const firstTrust = (): Float64Array => Float64Array.from(EXPERTS, (name) => FIRST_TRUST[name]);
