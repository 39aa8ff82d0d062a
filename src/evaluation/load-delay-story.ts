import { addDays, type Instant, type LocalDate } from '../domain/kernel/dates.js';
import { OrderLineId } from '../domain/kernel/ids.js';
import type { Tx } from '../store/connect.js';
import { addDelayRecord } from '../store/delay-records.js';
import type { ScenarioNotice, ScenarioOrder } from './scenario-shop.js';

type ScenarioLine = ScenarioOrder['lines'][number];

/** Hours of the morning in the shop's zone, before a scenario's own hour. */
const at = (today: LocalDate, offset: number, hour: number): Instant =>
  `${addDays(today, offset)}T${hour}:00:00.000Z` as Instant;
const NOTICE_HOUR = 16;
const ANSWER_HOUR = 17;

/** Writes what the customer of an order was told about its delay, and said: notices, put-off dates, credit, exemption. */
export async function addDelayStory(tx: Tx, order: ScenarioOrder, today: LocalDate): Promise<void> {
  for (const line of order.lines) {
    const orderLineId = OrderLineId.parse(`${order.number}-${line.line}`);
    const about = { orderLineId, source: 'scenario' };
    const placed = { ...about, at: at(today, order.placed, 20) };
    if (order.credit) await addDelayRecord(tx, { ...placed, kind: 'credit_application' });
    if (order.exempt)
      await addDelayRecord(tx, { ...placed, kind: 'exemption', because: order.exempt, note: 'scenario' });
    const notices = order.notices.filter((notice) => concerns(notice, line));
    for (const [index, notice] of notices.entries())
      await addNotice(tx, notice, `${orderLineId}-n${index + 1}`, about, today);
    await addSlips(tx, { orderLineId, order, today, slips: (line.slips ?? 0) - notices.length });
  }
}

/** A notice is about the line it names, or about every line that had not left when it was sent. */
function concerns(notice: ScenarioNotice, line: ScenarioLine): boolean {
  if (notice.line !== undefined) return notice.line === line.line;
  const left = line.state === 'shipped' || line.state === 'delivered' ? (line.scanned ?? -1) : Number.POSITIVE_INFINITY;
  return notice.sent < left;
}

async function addNotice(
  tx: Tx,
  { sent, revisedShipBy, offersCancel, channels, answer, answered }: ScenarioNotice,
  noticeId: string,
  about: { readonly orderLineId: OrderLineId; readonly source: string },
  today: LocalDate,
): Promise<void> {
  await addDelayRecord(tx, {
    ...about,
    at: at(today, sent, NOTICE_HOUR),
    kind: 'notice_sent',
    noticeId,
    textRef: noticeId,
    revisedShipBy: revisedShipBy === null ? null : addDays(today, revisedShipBy),
    reason: 'sold out; more is on its way from the supplier',
    offersCancel,
    answerIsFree: true,
    deliveries: channels.map((channel) => ({ channel, result: 'delivered' as const })),
  });
  if (answer === 'none') return;
  await addDelayRecord(tx, {
    ...about,
    at: at(today, answered ?? Math.min(0, sent + 1), ANSWER_HOUR),
    kind: 'answer',
    choice: answer === 'keep' ? 'consent' : 'cancel',
    noticeId,
    channel: 'email',
  });
}

/** Days by which each untold slip put the date off. */
const SLIP_DAYS = 7;

/**
 * Slips that no notice stands for: the customer was told another date, in passing. Such a word counts as a slip for
 * offers and escalation; under the delay rule it moves nothing.
 */
async function addSlips(
  tx: Tx,
  { orderLineId, order, today, slips }: { orderLineId: string; order: ScenarioOrder; today: LocalDate; slips: number },
): Promise<void> {
  if (slips <= 0) return;
  const first = order.statedShipBy ?? null;
  const told = (shipBy: number | null, on: number) => ({
    order_line_id: orderLineId,
    ship_by: shipBy === null ? null : addDays(today, shipBy),
    basis: 'told in the scenario',
    stated_at: at(today, on, NOTICE_HOUR),
  });
  if (first === null) await tx`insert into shipping_statements ${tx(told(null, order.placed))}`;
  for (let slip = 1; slip <= slips; slip++)
    await tx`insert into shipping_statements ${tx(
      told((first ?? 0) + SLIP_DAYS * slip, Math.min(-1, Math.ceil(order.placed * (1 - slip / (slips + 1))))),
    )}`;
}
