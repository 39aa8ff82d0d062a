import { type DeliveryRecord, learnDeliveries } from '../domain/eta/delivery-record.js';
import type { EtaContext } from '../domain/eta/estimate-eta.js';
import { dateIn, type LocalDate } from '../domain/kernel/dates.js';
import type { ShopPolicy } from '../knowledge/shop-policy.js';
import type { SqlOrTx } from '../store/connect.js';
import { poolOf } from '../store/pool-of.js';
import { closedLines, newestReceipt } from '../store/purchasing.js';
import type { ToolContext } from './define-tool.js';
import { shopCalendar } from './shop-calendar.js';

/** Enough to know every supplier's recent habit; older lines say little about today. */
const LINES_READ = 20_000;

/** What the estimate rests on besides the line itself: each supplier's record, the calendar and the shop's own days. */
export async function etaContext(
  sql: SqlOrTx,
  { today, policy, service }: { today: LocalDate; policy: ShopPolicy; service: 'standard' | 'express' },
): Promise<EtaContext> {
  return {
    ...(await supplierRecords(sql)),
    today,
    calendar: shopCalendar(policy),
    receivingDays: policy.fulfilment.receivingDays,
    packingDays: policy.fulfilment.packingDays,
    transitDays: policy.fulfilment.transitDays[service],
  };
}

/** The same for a tool's own moment, by standard delivery unless said otherwise. */
export const contextForEta = (
  { sql, now, policy }: Pick<ToolContext, 'sql' | 'now' | 'policy'>,
  service: 'standard' | 'express' = 'standard',
): Promise<EtaContext> => etaContext(sql, { today: dateIn(policy.zone, now), policy, service });

interface KnownRecords {
  readonly newest: string | null;
  readonly records: Promise<DeliveryRecord>;
}

const known = new WeakMap<SqlOrTx, KnownRecords>();

/**
 * Every supplier's record, read once per pool of connections and again when something was received: only a receipt
 * changes it, and reading it takes longer than all the rest of an answer. An order closed short without a receipt
 * counts from the next receipt on.
 */
async function supplierRecords(sql: SqlOrTx): Promise<DeliveryRecord> {
  const pool = poolOf(sql);
  const newest = await newestReceipt(sql);
  const before = known.get(pool);
  if (before?.newest === newest) return before.records;
  const records = readRecords(sql);
  known.set(pool, { newest, records });
  // what could not be read is read again by the next who asks
  records.catch(() => known.delete(pool));
  return records;
}

async function readRecords(sql: SqlOrTx): Promise<DeliveryRecord> {
  return learnDeliveries(await closedLines(sql, LINES_READ));
}
