import { firstPrinciplesRisk } from './first-principles-risk.js';
import { knownShare, leadMonths, monthlyRate, type StockItem } from './stock-item.js';

/** Sign kept, size on a log scale: counts of stock and sales range over six powers of ten. */
const signedLog = (x: number): number => Math.sign(x) * Math.log1p(Math.abs(x));

const known = (x: number | null): number => x ?? Number.NaN;
const zeroed = (x: number | null): number => x ?? 0;

/** `a` per unit of `b`, the units counted from 1 so that an item without sales has a ratio too; on a log scale. */
const perUnit = (a: number, b: number): number => signedLog(a / (Math.max(0, b) + 0.5));

/**
 * What the models learn from, one number each, NaN where not known: the report's own columns, what stock covers,
 * shortfalls, how sales and forecasts move, and the risk from first principles.
 */
const FEATURES: Readonly<Record<string, (item: StockItem) => number>> = {
  'on hand': ({ onHand }) => signedLog(known(onHand)),
  'in transit': ({ inTransit }) => signedLog(known(inTransit)),
  'lead time': (item) => leadMonths(item) ?? Number.NaN,
  'forecast, 3 months': ({ forecast3m }) => signedLog(known(forecast3m)),
  'forecast, 6 months': ({ forecast6m }) => signedLog(known(forecast6m)),
  'sales, 1 month': ({ sales1m }) => signedLog(known(sales1m)),
  'sales, 3 months': ({ sales3m }) => signedLog(known(sales3m)),
  'sales, 6 months': ({ sales6m }) => signedLog(known(sales6m)),
  'least stock': ({ minStock }) => signedLog(known(minStock)),
  'past due': ({ pastDue }) => signedLog(known(pastDue)),
  'supplier performance': ({ supplierPerformance }) => knownShare(supplierPerformance) ?? Number.NaN,
  'stock per forecast': ({ onHand, forecast3m }) => perUnit(known(onHand), known(forecast3m) / 3),
  'position per forecast': ({ onHand, inTransit, forecast3m }) =>
    perUnit(known(onHand) + zeroed(inTransit), known(forecast3m) / 3),
  'stock per sales': ({ onHand, sales3m }) => perUnit(known(onHand), known(sales3m) / 3),
  'position per sales': ({ onHand, inTransit, sales3m }) =>
    perUnit(known(onHand) + zeroed(inTransit), known(sales3m) / 3),
  'stock per last month': ({ onHand, sales1m }) => perUnit(known(onHand), known(sales1m)),
  'stock per demand in lead time': (item) => perUnit(known(item.onHand), monthlyRate(item) * (leadMonths(item) ?? 1)),
  'position less demand in lead time': (item) =>
    signedLog(known(item.onHand) + zeroed(item.inTransit) - monthlyRate(item) * (leadMonths(item) ?? 1)),
  'stock less least stock': ({ onHand, minStock }) => signedLog(known(onHand) - known(minStock)),
  'position less least stock': ({ onHand, inTransit, minStock }) =>
    signedLog(known(onHand) + zeroed(inTransit) - known(minStock)),
  'stock less forecast': ({ onHand, forecast3m }) => signedLog(known(onHand) - known(forecast3m)),
  'position less forecast': ({ onHand, inTransit, forecast3m }) =>
    signedLog(known(onHand) + zeroed(inTransit) - known(forecast3m)),
  'stock less last month': ({ onHand, sales1m }) => signedLog(known(onHand) - known(sales1m)),
  'past due per stock': ({ onHand, pastDue }) => perUnit(known(pastDue), zeroed(onHand)),
  'transit per forecast': ({ inTransit, forecast3m }) => perUnit(known(inTransit), known(forecast3m) / 3),
  'month against quarter': ({ sales1m, sales3m }) => perUnit(known(sales1m), known(sales3m) / 3),
  'quarter against half year': ({ sales3m, sales6m }) => perUnit(known(sales3m), known(sales6m) / 2),
  'forecast against sales': ({ forecast3m, sales3m }) => perUnit(known(forecast3m), known(sales3m)),
  'later forecast': ({ forecast3m, forecast6m }) => perUnit(known(forecast6m) - known(forecast3m), known(forecast3m)),
  'monthly rate': (item) => signedLog(monthlyRate(item)),
  'fields not known': (item) => Object.values(item).filter((value) => value === null).length,
  'risk from first principles': (item) => {
    const risk = Math.min(1 - 1e-6, Math.max(1e-6, firstPrinciplesRisk(item)));
    return Math.log(risk / (1 - risk));
  },
};

export const FEATURE_NAMES: readonly string[] = Object.keys(FEATURES);
/** The feature that is a risk already, as log odds. */
export const GIVEN_RISK = FEATURE_NAMES.indexOf('risk from first principles');
const COMPUTE = Object.values(FEATURES);

/** Writes an item's features to `into`, from `at` on, in the order of FEATURE_NAMES. */
export function writeFeatures(item: StockItem, into: Float32Array, at: number): void {
  for (const [index, compute] of COMPUTE.entries()) into[at + index] = compute(item);
}
