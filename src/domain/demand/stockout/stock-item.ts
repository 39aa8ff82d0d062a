/** The state of one item's stock, as planning systems report it. Null where the report says nothing. */
export interface StockItem {
  /** Units on the shelf; negative where more was sold than there was. */
  readonly onHand: number | null;
  /** Units on their way from the supplier. */
  readonly inTransit: number | null;
  readonly leadTimeDays: number | null;
  /** Units forecast over the next 3 and 6 months. */
  readonly forecast3m: number | null;
  readonly forecast6m: number | null;
  /** Units sold in the last 1, 3 and 6 months. */
  readonly sales1m: number | null;
  readonly sales3m: number | null;
  readonly sales6m: number | null;
  /** Units meant to be kept at least. */
  readonly minStock: number | null;
  /** Units the supplier should have delivered by now. */
  readonly pastDue: number | null;
  /** Share of deliveries on time, 0 to 1; anything outside is a system's word for "not known" (such as −99). */
  readonly supplierPerformance: number | null;
}

const DAYS_A_MONTH = 30.4;

/** Known share between 0 and 1, else null. */
export const knownShare = (share: number | null): number | null =>
  share !== null && share >= 0 && share <= 1 ? share : null;

/** The lead time in months, null where not known. */
export const leadMonths = ({ leadTimeDays }: StockItem): number | null =>
  leadTimeDays !== null && leadTimeDays >= 0 ? leadTimeDays / DAYS_A_MONTH : null;

/**
 * Units a month that the item is expected to sell: forecasts and sales averaged, those over three months counting
 * twice, since one month is noisy and six are old. 0 where nothing is known.
 */
export function monthlyRate({ forecast3m, forecast6m, sales1m, sales3m, sales6m }: StockItem): number {
  let sum = 0;
  let weight = 0;
  const include = (units: number | null, months: number, share: number) => {
    if (units === null) return;
    sum += (share * Math.max(0, units)) / months;
    weight += share;
  };
  include(forecast3m, 3, 2);
  include(forecast6m, 6, 1);
  include(sales1m, 1, 1);
  include(sales3m, 3, 2);
  include(sales6m, 6, 1);
  return weight === 0 ? 0 : sum / weight;
}
