import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { delayStanding } from '../../../src/domain/delay-rule/delay-standing.js';
import type { DelayFact, DelayRecord } from '../../../src/domain/delay-rule/records.js';
import { refundAmount } from '../../../src/domain/delay-rule/refund.js';
import { usWorkingDays } from '../../../src/domain/kernel/business-calendar.js';
import { addDays, type LocalDate, localDate } from '../../../src/domain/kernel/dates.js';
import { money } from '../../../src/domain/kernel/money.js';
import { anOrder, at, consents, type LINE, notice, ordered, record, ships, standing, stated } from './a-record.js';

const START = localDate('2026-09-01');
const day = (from = 0, to = 150) => fc.integer({ min: from, max: to }).map((n) => addDays(START, n));

const noticeId = fc.constantFrom('n1', 'n2', 'n3');
const aFact: fc.Arbitrary<DelayFact> = fc.oneof(
  fc.constant<DelayFact>({ kind: 'credit_application' }),
  fc.record({ kind: fc.constant('shipping_statement' as const), shipBy: fc.option(day()), basis: fc.constant('') }),
  fc.constant<DelayFact>({ kind: 'exemption', because: 'service', note: '' }),
  fc.record({
    kind: fc.constant('notice_sent' as const),
    noticeId,
    textRef: fc.constant(''),
    revisedShipBy: fc.option(day(10)),
    reason: fc.constantFrom('late', null),
    offersCancel: fc.constantFrom(true, true, false),
    answerIsFree: fc.constant(true),
    deliveries: fc.constantFrom(
      [{ channel: 'email', result: 'accepted' }] as const,
      [{ channel: 'email', result: 'unknown' }] as const,
    ),
  }),
  fc.record({
    kind: fc.constant('notice_delivery' as const),
    noticeId,
    channel: fc.constant('email' as const),
    result: fc.constantFrom('accepted' as const, 'bounced' as const),
  }),
  fc.record({
    kind: fc.constant('answer' as const),
    choice: fc.constantFrom('consent' as const, 'consent' as const, 'cancel' as const),
    noticeId: fc.option(noticeId),
    channel: fc.constant('email'),
  }),
  fc.record({
    kind: fc.constant('shipment' as const),
    quantity: fc.integer({ min: 1, max: 3 }),
    carrier: fc.constant('UPS'),
    tracking: fc.constant('1Z'),
  }),
  fc.constant<DelayFact>({ kind: 'seller_stops', reason: '' }),
  fc.constant<DelayFact>({ kind: 'refund_method_impossible', reason: '' }),
);
const aRecord = fc
  .record({ fact: aFact, on: day(), clock: fc.constantFrom('00:00', '12:00', '23:59') })
  .map(({ fact, on, clock }): DelayRecord => record(on, fact, clock));
const records = fc.array(aRecord, { maxLength: 8 }).map((some) => [ordered(START), ...some]);

const order = anOrder(3);
const look = (some: readonly DelayRecord[], on: LocalDate) => standing(some, on, '12:00', order);

describe('whatever the record', () => {
  it('a refund that vested stays vested on its day, whatever is written later', () => {
    fc.assert(
      fc.property(records, day(), fc.array(aRecord, { maxLength: 6 }), (some, on, later) => {
        const before = look(some, on);
        fc.pre(before.refund !== null);
        const after = look([...some, ...later.filter((one) => one.at > at(on, '12:00'))], addDays(on, 200));
        expect([after.state, after.refund?.vestedOn, after.cancelledBy]).toEqual([
          'cancelled',
          before.refund?.vestedOn,
          before.cancelledBy,
        ]);
      }),
      { numRuns: 300 },
    );
  });

  it('a bounce that makes a later notice the first one does not bring a cancelled line back', () => {
    const some = [
      ordered(START),
      notice('2026-09-20', '2026-10-05'),
      notice('2026-09-28', '2026-10-25'),
      record('2026-10-10', {
        kind: 'notice_delivery',
        noticeId: 'notice of 2026-09-20',
        channel: 'email',
        result: 'bounced',
      }),
    ];
    expect(look(some, localDate('2026-10-12'))).toMatchObject({
      state: 'cancelled',
      refund: { vestedOn: '2026-10-06' },
    });
  });

  it('a vested refund does not depend on when one looks', () => {
    fc.assert(
      fc.property(records, day(), day(), (some, a, b) => {
        const [sooner, later] = a < b ? [a, b] : [b, a];
        const vested = look(some, sooner).refund?.vestedOn;
        if (vested) expect(look(some, later).refund?.vestedOn).toBe(vested);
      }),
      { numRuns: 300 },
    );
  });

  it('the order in which records were written down does not matter', () => {
    const shuffled = records.chain((some) =>
      fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length, maxLength: some.length })),
    );
    fc.assert(
      fc.property(shuffled, day(), ([some, mixed], on) => {
        expect(look(mixed, on)).toEqual(look(some, on));
      }),
      { numRuns: 300 },
    );
  });

  it('our own day is never after the legal one, and refunds are sent within seven working days', () => {
    fc.assert(
      fc.property(records, day(), (some, on) => {
        const line = look(some, on);
        for (const { legalBy, targetBy } of line.owed) if (legalBy && targetBy) expect(targetBy <= legalBy).toBe(true);
        if (line.refund) expect(line.refund.sendBy <= line.refund.notAfter).toBe(true);
        expect(line.rules.every(({ cite }) => cite !== '')).toBe(true);
      }),
    );
  });

  it('a line is cancelled, or is to be, exactly while it is unshipped and under the rule', () => {
    fc.assert(
      fc.property(records, day(), (some, on) => {
        const line = look(some, on);
        const isOpen = line.state === 'in_time' || line.state === 'delayed';
        if (line.lapse) expect([isOpen, line.lapse.endOf >= on]).toEqual([true, true]);
        expect(line.refund !== null).toBe(line.state === 'cancelled');
        if (isOpen && !line.lapse) expect(line.consent).toEqual({ until: null });
      }),
    );
  });
});

describe('a valid first notice in time', () => {
  const first = fc.record({
    shipBy: day(1, 40),
    lead: fc.integer({ min: 0, max: 10 }),
    revised: fc.option(fc.integer({ min: 1, max: 90 })),
  });

  it('never lets the line be cancelled before its deadline, nor stand after it without a consent', () => {
    fc.assert(
      fc.property(
        first,
        fc.array(fc.integer({ min: 0, max: 90 }), { maxLength: 3 }),
        ({ shipBy, lead, revised }, agreed) => {
          const sentOn = addDays(shipBy, -lead);
          fc.pre(sentOn >= START);
          const deadline = addDays(shipBy, Math.min(revised ?? 30, 30));
          const some = [
            ordered(START),
            stated(START, shipBy),
            notice(sentOn, revised === null ? null : addDays(shipBy, revised)),
          ];
          expect(look(some, deadline).state).toBe('delayed');
          expect(look(some, addDays(deadline, 1)).state).toBe('cancelled');
          const consented = [...some, ...agreed.map((n) => consents(addDays(sentOn, n)))];
          expect(look(consented, deadline).state).toBe('delayed');
          expect(look([...consented, ships(deadline, 3)], addDays(deadline, 400)).state).toBe('shipped');
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('the amount', () => {
  it('together with what the rest costs alone is what was paid; nothing kept brings back all of it', () => {
    const line = fc.record({
      cents: fc.integer({ min: 0, max: 99_999 }),
      quantity: fc.integer({ min: 1, max: 5 }),
      kept: fc.integer({ min: 0, max: 5 }),
    });
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 4 }),
        fc.nat(200_000),
        fc.nat(2_000),
        (lines, paid, postage) => {
          const due = refundAmount({
            paid: money(paid, 'USD'),
            postage: money(postage, 'USD'),
            lines: lines.map(({ cents, quantity, kept }, index) => ({
              orderLineId: `1042-${index + 1}` as typeof LINE,
              unitPrice: money(cents, 'USD'),
              quantity,
              keptUnits: Math.min(kept, quantity),
              shippedUnits: 0,
            })),
          });
          expect(due.amount.cents + due.staysAlone.cents).toBe(paid);
          expect(due.amount.cents).toBeGreaterThanOrEqual(0);
          if (lines.every(({ kept }) => kept === 0)) expect(due.amount.cents).toBe(paid);
          if (lines.every(({ kept, quantity }) => kept >= quantity)) expect(due.amount.cents).toBe(0);
        },
      ),
    );
  });

  it('of one line leaves the others what they cost, with the postage', () => {
    const two = {
      ...order,
      lines: [...order.lines, { ...order.lines[0]!, orderLineId: '1042-2' as typeof LINE, quantity: 1 }],
      paid: money(40_500, 'USD'),
    };
    const some = [
      ordered(START),
      { ...ordered(START), orderLineId: '1042-2' as typeof LINE },
      record('2026-09-05', { kind: 'seller_stops', reason: '' }),
    ];
    expect(delayStanding(two, some, at('2026-09-06'), usWorkingDays).refund).toMatchObject({
      amount: money(30_000, 'USD'),
      staysAlone: money(10_500, 'USD'),
      needsReview: false,
    });
  });
});
