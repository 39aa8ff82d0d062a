import type { SlipHistory, SupplierRecords } from '../domain/eta/arrival-distribution.js';
import type { EtaContext } from '../domain/eta/estimate-eta.js';
import { daysBetween, type LocalDate } from '../domain/kernel/dates.js';
import type { SupplierId } from '../domain/kernel/ids.js';
import type { ShopPolicy } from '../knowledge/shop-policy.js';
import type { SqlOrTx } from '../store/connect.js';
import { newestReceipt, type ReceivedLine, receivedLines } from '../store/purchasing.js';
import { shopCalendar } from './shop-calendar.js';

/** Enough to know every supplier's recent habit; older receipts say little about today. */
const RECEIPTS_READ = 2_000;

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

interface KnownRecords {
  readonly newest: string | null;
  readonly records: Promise<SupplierRecords>;
}

const known = new WeakMap<SqlOrTx, KnownRecords>();

/**
 * Every supplier's record, read once per pool of connections and again when something was received: only a receipt
 * changes it, and reading it takes longer than all the rest of an answer. An order closed short without a receipt
 * counts from the next receipt on.
 */
async function supplierRecords(sql: SqlOrTx): Promise<SupplierRecords> {
  const newest = await newestReceipt(sql);
  const before = known.get(sql);
  if (before?.newest === newest) return before.records;
  const records = readRecords(sql);
  known.set(sql, { newest, records });
  // what could not be read is read again by the next who asks
  records.catch(() => known.delete(sql));
  return records;
}

async function readRecords(sql: SqlOrTx): Promise<SupplierRecords> {
  const received = await receivedLines(sql, RECEIPTS_READ);
  const histories = new Map<SupplierId, SlipHistory>();
  for (const [supplierId, own] of bySupplier(received)) {
    histories.set(supplierId, { supplierId, slipDays: slips(own), leadDays: leads(own) });
  }
  return { histories, allSlips: slips(received), allLeadDays: leads(received) };
}

const slips = (lines: readonly ReceivedLine[]): number[] =>
  lines.flatMap(({ firstPromisedOn, receivedOn }) =>
    firstPromisedOn ? [daysBetween(firstPromisedOn, receivedOn)] : [],
  );

const leads = (lines: readonly ReceivedLine[]): number[] =>
  lines.map(({ orderedOn, receivedOn }) => daysBetween(orderedOn, receivedOn));

function bySupplier(lines: readonly ReceivedLine[]): Map<SupplierId, ReceivedLine[]> {
  const groups = new Map<SupplierId, ReceivedLine[]>();
  for (const line of lines) {
    const group = groups.get(line.supplierId);
    if (group) group.push(line);
    else groups.set(line.supplierId, [line]);
  }
  return groups;
}
