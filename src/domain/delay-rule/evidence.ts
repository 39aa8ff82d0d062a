import type { BusinessCalendar } from '../kernel/business-calendar.js';
import { compareInstants, dateIn, type Instant, type LocalDate, type Zone } from '../kernel/dates.js';
import { type DelayOrder, type DelayStanding, delayStanding, type LineStanding } from './delay-standing.js';
import type { DelayRecord } from './records.js';
import { type Rule, rule } from './rules.js';

/** The text of the statute that the table was made from. */
const STATUTE = '16 CFR part 435 (text effective 2014-12-08)';

/** Something that ought to be on record and is not; under 435.2(d) that counts against the seller. */
export interface EvidenceGap {
  readonly kind: 'no_statement' | 'no_basis' | 'delivery_unknown' | 'refund_proof';
  /** The notice it is about, where it is about one. */
  readonly noticeId: string | null;
  readonly rule: Rule;
}

export type TimelineEntry = DelayRecord & {
  /** The day in the ship-to zone. */
  readonly on: LocalDate;
};

/** All that shows how one order was handled under the delay rule: what happened, where it stands and why. */
export interface Evidence {
  readonly statute: string;
  readonly orderNumber: DelayOrder['orderNumber'];
  readonly madeAt: Instant;
  /** Days are days here: the ship-to zone. */
  readonly zone: Zone;
  readonly refund: DelayStanding['refund'];
  readonly lines: readonly (LineStanding & {
    readonly name: string;
    readonly timeline: readonly TimelineEntry[];
    readonly gaps: readonly EvidenceGap[];
  })[];
}

/** Builds the evidence of an order as it stands at `asOf`, each line with its record in the order of events. */
export function buildEvidence(
  order: DelayOrder,
  records: readonly DelayRecord[],
  asOf: Instant,
  calendar: BusinessCalendar,
): Evidence {
  const { lines, refund } = delayStanding(order, records, asOf, calendar);
  const known = records.filter(({ at }) => compareInstants(at, asOf) <= 0);
  return {
    statute: STATUTE,
    orderNumber: order.orderNumber,
    madeAt: asOf,
    zone: order.zone,
    refund,
    lines: lines.map((line) => {
      const own = known
        .filter(({ orderLineId }) => orderLineId === line.orderLineId)
        .sort((a, b) => compareInstants(a.at, b.at) || (a.kind < b.kind ? -1 : 1));
      return {
        ...line,
        name: order.lines.find(({ orderLineId }) => orderLineId === line.orderLineId)?.name ?? '',
        timeline: own.map((record) => ({ ...record, on: dateIn(order.zone, record.at) })),
        gaps: gapsIn(own, line),
      };
    }),
  };
}

function gapsIn(records: readonly DelayRecord[], line: LineStanding): EvidenceGap[] {
  const gaps: EvidenceGap[] = [];
  const missing = (kind: EvidenceGap['kind'], noticeId: string | null = null) =>
    gaps.push({ kind, noticeId, rule: rule('16') });
  const statements = records.flatMap((record) => (record.kind === 'shipping_statement' ? [record] : []));
  if (statements.length === 0) missing('no_statement');
  else if (statements.every(({ basis }) => basis.trim() === '')) missing('no_basis');
  for (const notice of line.notices)
    if (!notice.counts && notice.because === 'not_delivered') missing('delivery_unknown', notice.noticeId);
  if (line.refund?.proofMissing) missing('refund_proof');
  return gaps;
}
