import { firstPrinciplesRisk } from '../../domain/demand/stockout/first-principles-risk.js';
import { learnRisk } from '../../domain/demand/stockout/learn-risk.js';
import { FEATURE_NAMES, GIVEN_RISK, writeFeatures } from '../../domain/demand/stockout/stock-features.js';
import { readCsv } from './read-csv.js';
import { writeCsv } from './write-csv.js';

export interface StockoutBacktestOptions {
  readonly items: string;
  readonly out: string;
}

const NUMBERS = [
  'on_hand',
  'in_transit',
  'lead_time_days',
  'forecast_3m',
  'forecast_6m',
  'sales_1m',
  'sales_3m',
  'sales_6m',
  'min_stock',
  'past_due',
  'supplier_performance',
] as const;

/** Rows for which room is made at first; doubled as needed. */
const FIRST_ROOM = 4096;

/**
 * Writes `id,risk` for every item of a file: the chance, 0 to 1, of going short. Where enough rows tell `went_short`, it
 * is learned from them, and their own risk comes from models that have not seen them; else from first principles.
 * Returns the summary that goes to stdout.
 */
export async function backtestStockout({ items: file, out }: StockoutBacktestOptions) {
  const width = FEATURE_NAMES.length;
  const ids: string[] = [];
  let features = new Float32Array(FIRST_ROOM * width);
  let outcomes = new Int8Array(FIRST_ROOM);
  let principles = new Float64Array(FIRST_ROOM);
  await readCsv(file, { required: ['id', ...NUMBERS], optional: ['went_short'] }, (row) => {
    const at = ids.length;
    if (at === outcomes.length) {
      features = widened(features, new Float32Array(2 * features.length));
      outcomes = widened(outcomes, new Int8Array(2 * at));
      principles = widened(principles, new Float64Array(2 * at));
    }
    const item = {
      onHand: row.number('on_hand'),
      inTransit: row.number('in_transit'),
      leadTimeDays: row.number('lead_time_days'),
      forecast3m: row.number('forecast_3m'),
      forecast6m: row.number('forecast_6m'),
      sales1m: row.number('sales_1m'),
      sales3m: row.number('sales_3m'),
      sales6m: row.number('sales_6m'),
      minStock: row.number('min_stock'),
      pastDue: row.number('past_due'),
      supplierPerformance: row.number('supplier_performance'),
    };
    const wentShort = row.flag('went_short');
    ids.push(row.name('id'));
    outcomes[at] = wentShort === null ? -1 : wentShort ? 1 : 0;
    principles[at] = firstPrinciplesRisk(item);
    writeFeatures(item, features, at * width);
  });
  const rows = ids.length;
  const learned = learnRisk(features.subarray(0, rows * width), width, GIVEN_RISK, outcomes.subarray(0, rows));
  writeCsv(out, ['id', 'risk'], recordsOf(ids, learned?.risk ?? principles));
  const known = outcomes.subarray(0, rows).filter((outcome) => outcome !== -1);
  return {
    rows,
    outcomesKnown: known.length,
    wentShort: known.filter((outcome) => outcome === 1).length,
    basis: learned?.chosen ?? ['first principles'],
    crossValidated: learned === undefined ? null : roundedQuality(learned.quality),
  };
}

function widened<A extends Float32Array | Float64Array | Int8Array>(from: A, into: A): A {
  into.set(from);
  return into;
}

function* recordsOf(ids: readonly string[], risk: Float64Array): Generator<string[]> {
  for (const [at, id] of ids.entries()) yield [id, String(Number((risk[at] as number).toPrecision(8)))];
}

function roundedQuality(quality: ReadonlyMap<string, { auc: number; averagePrecision: number }>) {
  return Object.fromEntries(
    [...quality].map(([name, { auc, averagePrecision }]) => [
      name,
      { auc: Number(auc.toFixed(4)), averagePrecision: Number(averagePrecision.toFixed(4)) },
    ]),
  );
}
