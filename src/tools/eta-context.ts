import type { EtaContext, SlipHistory } from '../domain/eta/estimate-eta.js';
import { daysBetween, type LocalDate } from '../domain/kernel/dates.js';
import type { SupplierId } from '../domain/kernel/ids.js';
import type { ShopPolicy } from '../knowledge/shop-policy.js';
import type { SqlOrTx } from '../store/connect.js';
import { type ReceivedLine, receivedLines } from '../store/purchasing.js';
import { shopCalendar } from './shop-calendar.js';

/** Enough to know every supplier's recent habit; older receipts say little about today. */
const RECEIPTS_READ = 2_000;

/** What the estimate rests on besides the line itself: each supplier's record, the calendar and the shop's own days. */
export async function etaContext(
  sql: SqlOrTx,
  { today, policy, service }: { today: LocalDate; policy: ShopPolicy; service: 'standard' | 'express' },
): Promise<EtaContext> {
  const received = await receivedLines(sql, RECEIPTS_READ);
  const histories = new Map<SupplierId, SlipHistory>();
  for (const [supplierId, own] of bySupplier(received)) {
    histories.set(supplierId, { supplierId, slipDays: slips(own), leadDays: leads(own) });
  }
  return {
    today,
    histories,
    allSlips: slips(received),
    allLeadDays: leads(received),
    calendar: shopCalendar(policy),
    receivingDays: policy.fulfilment.receivingDays,
    packingDays: policy.fulfilment.packingDays,
    transitDays: policy.fulfilment.transitDays[service],
  };
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
