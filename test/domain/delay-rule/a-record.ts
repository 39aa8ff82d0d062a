import { type DelayOrder, delayStanding, type LineStanding } from '../../../src/domain/delay-rule/delay-standing.js';
import type { DelayFact, DelayRecord, NoticeSent } from '../../../src/domain/delay-rule/records.js';
import { usWorkingDays } from '../../../src/domain/kernel/business-calendar.js';
import { instant, type LocalDate, localDate, startOfDay, type Zone, zone } from '../../../src/domain/kernel/dates.js';
import { OrderLineId, OrderNumber } from '../../../src/domain/kernel/ids.js';
import { money } from '../../../src/domain/kernel/money.js';

export const PORTLAND = zone('America/Los_Angeles');
export const LINE = OrderLineId.parse('1042-1');

/** A moment in Portland on a day: noon unless said, summer or winter time as it was. */
export const at = (day: string, clock = '12:00', inZone: Zone = PORTLAND) => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  const begins = Date.parse(startOfDay(localDate(day), inZone));
  return instant(new Date(begins + (hours * 60 + minutes) * 60_000).toISOString());
};

export const record = (day: string, fact: DelayFact, clock?: string): DelayRecord => ({
  ...fact,
  orderLineId: LINE,
  at: at(day, clock),
  source: 'test',
});

export const ordered = (day: string): DelayRecord => record(day, { kind: 'order_completed' });

export const stated = (day: string, shipBy: string | null): DelayRecord =>
  record(day, { kind: 'shipping_statement', shipBy: shipBy as LocalDate | null, basis: 'in stock' });

export const notice = (
  day: string,
  revisedShipBy: string | null,
  rest: Partial<NoticeSent> = {},
  clock?: string,
): DelayRecord =>
  record(
    day,
    {
      kind: 'notice_sent',
      noticeId: `notice of ${day}`,
      textRef: 'outbox 7',
      revisedShipBy: revisedShipBy as LocalDate | null,
      reason: 'the maker is late',
      offersCancel: true,
      answerIsFree: true,
      deliveries: [{ channel: 'email', result: 'accepted' }],
      ...rest,
    },
    clock,
  );

export const consents = (day: string, noticeId: string | null = null): DelayRecord =>
  record(day, { kind: 'answer', choice: 'consent', noticeId, channel: 'email' });

export const cancels = (day: string, clock?: string): DelayRecord =>
  record(day, { kind: 'answer', choice: 'cancel', noticeId: null, channel: 'email' }, clock);

export const ships = (day: string, quantity = 1, clock?: string): DelayRecord =>
  record(day, { kind: 'shipment', quantity, carrier: 'UPS', tracking: '1Z1' }, clock);

export const anOrder = (quantity = 1, inZone = PORTLAND): DelayOrder => ({
  orderNumber: OrderNumber.parse('1042'),
  zone: inZone,
  paid: money(quantity * 10_000 + 500, 'USD'),
  postage: money(500, 'USD'),
  lines: [{ orderLineId: LINE, name: '50 mm lens', quantity, unitPrice: money(10_000, 'USD') }],
});

/** How the one line stands at the end of a day, or at a clock time of it. */
export function standing(
  records: readonly DelayRecord[],
  day: string,
  clock = '12:00',
  order = anOrder(),
): LineStanding {
  const [line] = delayStanding(order, records, at(day, clock, order.zone), usWorkingDays).lines;
  if (!line) throw new Error('The order has no line');
  return line;
}
