import { describe, expect, it } from 'vitest';
import { dateIn, instant, zone } from '../../../src/domain/kernel/dates.js';
import { money } from '../../../src/domain/kernel/money.js';
import {
  anOrder,
  at,
  cancels,
  consents,
  LINE,
  notice,
  ordered,
  PORTLAND,
  record,
  ships,
  standing,
  stated,
} from './a-record.js';

const late = [ordered('2026-09-01'), stated('2026-09-01', '2026-09-20')];

describe('the shipping time', () => {
  it('does not run while payment or information is missing', () => {
    expect(standing([stated('2026-09-01', '2026-09-20')], '2027-01-01')).toMatchObject({
      state: 'not_started',
      owed: [],
      lapse: null,
    });
  });

  it('ends with the upper end that was stated, not with thirty days', () => {
    expect(standing([ordered('2026-09-01'), stated('2026-09-01', '2026-11-15')], '2026-11-15').state).toBe('in_time');
  });

  it('is not moved by what is stated, or applied for, after the order', () => {
    const after = [stated('2026-09-03', '2026-12-24'), record('2026-09-03', { kind: 'credit_application' })];
    expect(standing([ordered('2026-09-01'), ...after], '2026-09-10').shippingTime).toMatchObject({
      endsOn: '2026-10-01',
    });
  });

  it('takes the earlier of two days stated at one moment, and the last statement before the order', () => {
    const both = [stated('2026-09-01', '2026-09-25'), stated('2026-09-01', '2026-09-20'), ordered('2026-09-01')];
    expect(standing(both, '2026-09-10').shippingTime).toMatchObject({ endsOn: '2026-09-20' });
    const corrected = [stated('2026-08-20', '2026-09-05'), stated('2026-09-01', '2026-09-20'), ordered('2026-09-01')];
    expect(standing(corrected, '2026-09-10').shippingTime).toMatchObject({ endsOn: '2026-09-20' });
  });

  it('never ends before the order was complete', () => {
    expect(standing([stated('2026-09-01', '2026-09-05'), ordered('2026-09-08')], '2026-09-08')).toMatchObject({
      state: 'in_time',
      shippingTime: { endsOn: '2026-09-08' },
      owed: [{ legalBy: '2026-09-08', targetBy: '2026-09-08' }],
    });
  });

  it.each([
    ['America/Los_Angeles', '2026-09-02T06:59:59Z', '2026-10-01'],
    ['America/New_York', '2026-09-02T06:59:59Z', '2026-10-02'],
    ['Pacific/Kiritimati', '2026-09-01T10:00:00Z', '2026-10-02'],
    ['Pacific/Pago_Pago', '2026-09-01T10:00:00Z', '2026-09-30'],
  ])('counts its days where the parcel goes: %s', (name, completed, endsOn) => {
    const order = anOrder(1, zone(name));
    const records = [{ ...ordered('2026-09-01'), at: instant(completed) }];
    expect(standing(records, '2026-09-05', '12:00', order).shippingTime).toMatchObject({ endsOn });
    expect(
      standing([...records, { ...ships(endsOn), at: at(endsOn, '23:59', order.zone) }], '2026-12-01', '12:00', order)
        .state,
    ).toBe('shipped');
  });

  it('is counted in days, whatever the clocks do: 25 hours on November 1, 23 on March 8', () => {
    const overAutumn = [ordered('2026-10-02')];
    expect(dateIn(PORTLAND, at('2026-11-01', '24:30'))).toBe('2026-11-01');
    expect(standing(overAutumn, '2026-11-01', '24:30')).toMatchObject({
      state: 'in_time',
      lapse: { endOf: '2026-11-01' },
    });
    expect(standing(overAutumn, '2026-11-02', '00:00')).toMatchObject({
      state: 'cancelled',
      refund: { vestedOn: '2026-11-02' },
    });
    expect(standing([ordered('2027-02-12')], '2027-03-14', '22:59').state).toBe('in_time');
    expect(standing([ordered('2027-02-12')], '2027-03-15', '00:00').state).toBe('cancelled');
  });

  it('counts a leap day', () => {
    expect(standing([ordered('2028-02-01')], '2028-02-02').shippingTime).toMatchObject({ endsOn: '2028-03-02' });
  });
});

describe('the days around a deadline', () => {
  it.each([
    ['2026-10-19', '3', 'consent', '2026-10-19'],
    ['2026-10-20', '3', 'consent', '2026-10-20'],
    ['2026-10-21', '4', 'cancel', '2026-10-20'],
    [null, '5', 'cancel', '2026-10-20'],
  ] as const)('a first notice with the date %s falls under row %s', (revised, row, silence, endOf) => {
    const line = standing([...late, notice('2026-09-20', revised, {}, '23:59')], '2026-09-20', '23:59');
    expect(line).toMatchObject({ option: { rule: { row }, silence }, lapse: { endOf } });
  });

  it('a date on or before T announces no delay, so it is no option', () => {
    const line = standing([...late, notice('2026-09-10', '2026-09-20')], '2026-09-12');
    expect(line).toMatchObject({ state: 'in_time', notices: [{ because: 'no_delay' }] });
  });

  it('a shipment on the last day is in time, one after it does not undo the cancellation', () => {
    expect(standing([...late, ships('2026-09-20', 1, '23:59')], '2026-09-25').state).toBe('shipped');
    const line = standing([...late, ships('2026-09-21', 1, '00:00')], '2026-09-25');
    expect(line).toMatchObject({ state: 'cancelled', shippedUnits: 0, refund: { state: 'owed' } });
    expect(line.owed.map(({ kind }) => kind)).toEqual(['send_refund', 'person']);
  });

  it('of a cancellation and a scan at one moment, the cancellation counts', () => {
    expect(standing([...late, ships('2026-09-10'), cancels('2026-09-10')], '2026-09-11').state).toBe('cancelled');
  });
});

describe('refund days', () => {
  it.each([
    // Thanksgiving, then Christmas with New Year, each inside the seven days; a vesting on a weekend
    ['2026-11-24', '2026-12-03', '2026-12-04'],
    ['2026-12-22', '2026-12-31', '2027-01-04'],
    ['2026-11-28', '2026-12-08', '2026-12-08'],
  ])('vested on %s: we send by %s, never after %s', (vestedOn, sendBy, notAfter) => {
    const refund = standing(
      [...late.slice(0, 1), stated('2026-09-01', '2026-12-31'), cancels(vestedOn)],
      vestedOn,
    ).refund;
    expect(refund).toMatchObject({ vestedOn, sendBy, notAfter });
  });

  const impossible = record('2026-09-25', { kind: 'refund_method_impossible', reason: 'card closed' });
  const check = record('2026-09-28', { kind: 'refund_sent', form: 'check', amount: money(10_500, 'USD'), proof: null });

  it('a check counts only once the original method was found impossible; the seven days then count from there', () => {
    expect(standing([...late, check], '2026-09-29').refund).toMatchObject({
      state: 'owed',
      refused: [{ because: 'original_method_not_shown_impossible' }],
    });
    expect(standing([...late, impossible], '2026-09-26').refund).toMatchObject({
      form: 'cash_check_or_money_order',
      sendBy: '2026-10-05',
      notAfter: '2026-10-06',
    });
    expect(standing([...late, impossible, check], '2026-09-29').refund).toMatchObject({
      state: 'sent',
      sentOn: '2026-09-28',
      proofMissing: false,
    });
  });

  it('a card refund without its credit memo is sent, and a person looks for the memo', () => {
    const sent = (proof: 'credit_memo' | null) =>
      record('2026-09-22', { kind: 'refund_sent', form: 'original_method', amount: money(10_500, 'USD'), proof });
    expect(standing([...late, sent('credit_memo')], '2026-09-23').owed.map(({ kind }) => kind)).toEqual([
      'stop_shipment',
    ]);
    expect(standing([...late, sent(null)], '2026-09-23').owed).toMatchObject([
      { kind: 'stop_shipment' },
      { kind: 'person', rule: { row: '16' } },
    ]);
  });
});

describe('what makes a notice an option', () => {
  const heard = (result: 'accepted' | 'bounced', day: string) =>
    record(day, { kind: 'notice_delivery', noticeId: 'notice of 2026-09-18', channel: 'email', result });
  const unheard = notice('2026-09-18', '2026-10-10', { deliveries: [{ channel: 'email', result: 'unknown' }] });

  it.each(['chat', 'order_page', 'sms'] as const)('%s alone does not carry it', (channel) => {
    const alone = notice('2026-09-18', '2026-10-10', { deliveries: [{ channel, result: 'delivered' }] });
    expect(standing([...late, alone], '2026-09-19').notices).toMatchObject([
      { counts: false, because: 'no_counting_channel', rule: { row: '14' } },
    ]);
  });

  it('an answer must cost nothing', () => {
    expect(
      standing([...late, notice('2026-09-18', '2026-10-10', { answerIsFree: false })], '2026-09-19').notices,
    ).toMatchObject([{ counts: false, because: 'answer_not_free' }]);
  });

  it('one of whose delivery nothing is known counts from the day it was accepted, not after T', () => {
    expect(standing([...late, unheard], '2026-09-19').notices).toMatchObject([
      { counts: false, because: 'not_delivered' },
    ]);
    expect(standing([...late, unheard, heard('accepted', '2026-09-20')], '2026-09-21')).toMatchObject({
      state: 'delayed',
    });
    expect(standing([...late, unheard, heard('accepted', '2026-09-21')], '2026-09-21')).toMatchObject({
      state: 'cancelled',
    });
  });

  it('one that bounced was not given, unless the buyer answered it', () => {
    const sent = notice('2026-09-18', '2026-10-10');
    expect(standing([...late, sent, heard('bounced', '2026-09-22')], '2026-09-23')).toMatchObject({
      state: 'cancelled',
      refund: { vestedOn: '2026-09-21' },
    });
    const answered = [...late, sent, consents('2026-09-19', 'notice of 2026-09-18'), heard('bounced', '2026-09-22')];
    expect(standing(answered, '2026-09-23')).toMatchObject({ state: 'delayed' });
  });

  it('a reminder of the same date asks nothing new', () => {
    const line = standing(
      [...late, notice('2026-09-10', '2026-10-10'), notice('2026-10-05', '2026-10-10')],
      '2026-10-06',
    );
    expect(line).toMatchObject({ option: { rule: { row: '3' }, silence: 'consent' }, lapse: { endOf: '2026-10-10' } });
  });
});

describe('an express consent', () => {
  it('to a later date runs until then: no renewed option is owed before, one is owed for the next slip', () => {
    const agreed = [...late, notice('2026-09-10', '2026-12-01'), consents('2026-09-12')];
    expect(standing(agreed, '2026-11-30')).toMatchObject({
      state: 'delayed',
      lapse: { endOf: '2026-12-01', rule: { row: '7' } },
      cancellation: { byRule: null },
    });
    expect(standing([...agreed, notice('2026-11-28', '2026-12-20')], '2026-12-02').state).toBe('cancelled');
    expect(standing([...agreed, notice('2026-11-28', '2026-12-20'), consents('2026-11-30')], '2026-12-19').state).toBe(
      'delayed',
    );
  });

  it('without any option to answer is none', () => {
    expect(standing([...late, consents('2026-09-15')], '2026-09-21').state).toBe('cancelled');
  });

  it('to no date is not ended by a later notice', () => {
    const agreed = [...late, notice('2026-09-10', null), consents('2026-09-12')];
    const line = standing([...agreed, notice('2026-10-10', '2026-11-01')], '2026-12-01');
    expect(line).toMatchObject({ state: 'delayed', consent: { until: null }, lapse: null });
    expect(line.notices.at(-1)).toMatchObject({
      counts: false,
      because: 'indefinite_consent_running',
      rule: { row: '7a' },
    });
  });
});

describe('leaving the rule', () => {
  it('an exempt sale is marked with its reason and owes nothing', () => {
    const line = standing(
      [...late, record('2026-09-02', { kind: 'exemption', because: 'seeds_or_plants', note: '' })],
      '2027-01-01',
    );
    expect(line).toMatchObject({
      state: 'exempt',
      exemptBecause: 'seeds_or_plants',
      owed: [],
      rules: [{ row: '1' }, { row: '0', cite: '435.3(a)' }],
    });
  });

  it('a seller who decides not to ship owes the refund from that day', () => {
    const line = standing(
      [...late, record('2026-09-11', { kind: 'seller_stops', reason: 'discontinued' })],
      '2026-09-12',
    );
    expect(line).toMatchObject({ state: 'cancelled', cancelledBy: { row: '9' }, refund: { vestedOn: '2026-09-11' } });
  });

  it("another line's record does not count", () => {
    const others = late.map((one) => ({ ...one, orderLineId: LINE.replace('-1', '-2') as typeof LINE }));
    expect(standing(others, '2026-09-25').state).toBe('not_started');
  });
});

describe('better news', () => {
  it('never shortens the time that silence already gave, nor what was agreed', () => {
    const nearer = [
      ...late,
      notice('2026-09-10', '2026-11-15'),
      notice('2026-09-15', '2026-10-01'),
      consents('2026-09-16'),
    ];
    expect(standing(nearer, '2026-09-17')).toMatchObject({ consent: { until: '2026-10-20' } });
    const agreed = [...late, notice('2026-09-10', '2026-11-15'), consents('2026-09-11')];
    const afterwards = [...agreed, notice('2026-10-01', '2026-10-25'), consents('2026-10-02')];
    expect(standing(afterwards, '2026-11-01')).toMatchObject({ state: 'delayed', consent: { until: '2026-11-15' } });
  });
});
