import { describe, expect, it } from 'vitest';
import { delayStanding } from '../../../src/domain/delay-rule/delay-standing.js';
import { usWorkingDays } from '../../../src/domain/kernel/business-calendar.js';
import { money } from '../../../src/domain/kernel/money.js';
import { anOrder, at, cancels, consents, notice, ordered, record, ships, standing, stated } from './a-record.js';

/** The dated cases of docs/delay-rule.md, each worked out from the table. */
describe('the fixtures', () => {
  it('D1: no stated time is 30 days; unshipped without notice, the refund vests the day after', () => {
    const records = [ordered('2026-09-01')];
    expect(standing(records, '2026-10-01', '23:59')).toMatchObject({
      state: 'in_time',
      shippingTime: { endsOn: '2026-10-01', because: 'thirty_days' },
      lapse: { endOf: '2026-10-01', rule: { row: '8', cite: '435.2(c)(5)' } },
      owed: [{ kind: 'ship_or_offer', legalBy: '2026-10-01', targetBy: '2026-09-28' }],
    });
    expect(standing(records, '2026-10-02', '00:00')).toMatchObject({
      state: 'cancelled',
      cancelledBy: { row: '8', cite: '435.2(c)(5)' },
      refund: { vestedOn: '2026-10-02', sendBy: '2026-10-13', notAfter: '2026-10-14', state: 'owed' },
    });
  });

  it('D2: an application for credit makes it 50 days', () => {
    const records = [ordered('2026-09-01'), record('2026-09-01', { kind: 'credit_application' })];
    expect(standing(records, '2026-10-10').shippingTime).toMatchObject({ endsOn: '2026-10-21', because: 'fifty_days' });
  });

  const late = [ordered('2026-09-01'), stated('2026-09-01', '2026-09-20')];

  it('D3: a date 30 days on at most: silence is consent', () => {
    const records = [...late, notice('2026-09-18', '2026-10-20')];
    expect(standing(records, '2026-10-20', '23:59')).toMatchObject({
      state: 'delayed',
      awaitsAnswer: true,
      option: { silence: 'consent', rule: { row: '3' }, revisedShipBy: '2026-10-20' },
      cancellation: { possible: true, byRule: '2026-10-20' },
    });
    expect(standing([...records, ships('2026-10-20', 1, '23:00')], '2026-12-01').state).toBe('shipped');
  });

  it('D4: one day more: silence cancels at the end of the thirtieth day, unless shipped or consented', () => {
    const records = [...late, notice('2026-09-18', '2026-10-21')];
    expect(standing(records, '2026-10-20', '23:59')).toMatchObject({
      state: 'delayed',
      option: { silence: 'cancel', rule: { row: '4' } },
      lapse: { endOf: '2026-10-20' },
      owed: [{ kind: 'ship_or_consent', legalBy: '2026-10-20', targetBy: '2026-10-17' }],
    });
    expect(standing(records, '2026-10-21', '00:00')).toMatchObject({
      state: 'cancelled',
      cancelledBy: { row: '4' },
      refund: { vestedOn: '2026-10-21' },
    });
    expect(standing([...records, ships('2026-10-20', 1, '23:59')], '2026-11-10').state).toBe('shipped');
    expect(standing([...records, consents('2026-10-20')], '2026-10-21')).toMatchObject({
      state: 'delayed',
      consent: { until: '2026-10-21' },
      lapse: { endOf: '2026-10-21', rule: { row: '7' } },
    });
    expect(standing([...records, consents('2026-10-21')], '2026-10-21').state).toBe('cancelled');
  });

  it('D5: no date: the reason must stand in it, and consent keeps the right to cancel', () => {
    const records = [...late, notice('2026-09-18', null)];
    expect(standing(records, '2026-10-20')).toMatchObject({
      option: { silence: 'cancel', rule: { row: '5' }, answerBy: '2026-10-20' },
      lapse: { endOf: '2026-10-20' },
    });
    expect(standing([...late, notice('2026-09-18', null, { reason: null })], '2026-09-19').notices).toMatchObject([
      { counts: false, because: 'no_reason_given', rule: { row: '5' } },
    ]);
    const agreed = [...records, consents('2026-10-01')];
    expect(standing(agreed, '2027-06-01')).toMatchObject({
      state: 'delayed',
      consent: { until: null },
      lapse: null,
      cancellation: { possible: true, byRule: 'shipment' },
    });
    expect(standing([...agreed, cancels('2027-06-01')], '2027-06-01')).toMatchObject({
      state: 'cancelled',
      cancelledBy: { row: '6' },
      refund: { vestedOn: '2027-06-01' },
    });
  });

  it('D6: a notice after T is no option: the order was cancelled already', () => {
    expect(standing([...late, notice('2026-09-21', '2026-10-01', {}, '00:00')], '2026-09-22')).toMatchObject({
      state: 'cancelled',
      refund: { vestedOn: '2026-09-21' },
      notices: [{ counts: false, because: 'too_late', rule: { row: '8' } }],
    });
  });

  it('D7: the first date slips by a day: a renewed option by that date, and silence now refuses', () => {
    const first = [...late, notice('2026-09-18', '2026-09-30')];
    const records = [...first, notice('2026-09-30', '2026-10-01', {}, '23:00')];
    expect(standing(first, '2026-09-29').owed).toMatchObject([
      { kind: 'ship_or_offer', legalBy: '2026-09-30', targetBy: '2026-09-27', rule: { row: '7' } },
    ]);
    expect(standing(records, '2026-09-30', '23:30')).toMatchObject({
      option: { silence: 'cancel', rule: { row: '7' }, revisedShipBy: '2026-10-01', answerBy: '2026-09-30' },
      lapse: { endOf: '2026-09-30' },
    });
    expect(standing(records, '2026-10-01', '00:00')).toMatchObject({
      state: 'cancelled',
      cancelledBy: { row: '7', cite: '435.2(b)(2), (c)(3)' },
    });
    const agreed = [...records, { ...consents('2026-09-30'), at: at('2026-09-30', '23:15') }];
    expect(standing(agreed, '2026-10-01')).toMatchObject({ state: 'delayed', lapse: { endOf: '2026-10-01' } });
  });

  it('D8: a notice that offers no cancellation is as none', () => {
    const records = [...late, notice('2026-09-18', '2026-10-10', { offersCancel: false })];
    expect(standing(records, '2026-09-21')).toMatchObject({
      state: 'cancelled',
      cancelledBy: { row: '8' },
      notices: [{ counts: false, because: 'no_cancel_offer' }],
    });
  });

  it('D9: a label is not shipment', () => {
    const label = record('2026-09-19', { kind: 'label_printed', carrier: 'UPS', tracking: '1Z1' });
    expect(standing([...late, label], '2026-09-21')).toMatchObject({ state: 'cancelled', shippedUnits: 0 });
  });

  it('D10: a cancellation before the scan cancels, and the shipment must be stopped', () => {
    const records = [...late, notice('2026-09-18', '2026-10-10'), cancels('2026-09-25', '09:00')];
    expect(standing(records, '2026-09-25')).toMatchObject({
      state: 'cancelled',
      cancelledBy: { row: '10' },
      refund: { vestedOn: '2026-09-25' },
      owed: [{ kind: 'stop_shipment' }, { kind: 'send_refund', targetBy: '2026-10-05', legalBy: '2026-10-06' }],
    });
    const leftAnyway = standing([...records, ships('2026-09-25', 1, '10:00')], '2026-09-26');
    expect(leftAnyway).toMatchObject({ state: 'cancelled', refund: { state: 'owed' } });
    expect(leftAnyway.owed.map(({ kind }) => kind)).toEqual(['send_refund', 'person']);
    expect(
      standing([...late, notice('2026-09-18', '2026-10-10'), ships('2026-09-25'), cancels('2026-09-26')], '2026-09-27')
        .state,
    ).toBe('shipped');
  });

  it('D11: partly shipped: total paid less what the shipped items alone would have cost, for a person to review', () => {
    const order = anOrder(3);
    const { lines, refund } = delayStanding(order, [...late, ships('2026-09-19', 1)], at('2026-09-21'), usWorkingDays);
    expect(refund).toMatchObject({
      amount: money(20_000, 'USD'),
      because: 'paid_less_what_stays',
      staysAlone: money(10_500, 'USD'),
      needsReview: true,
    });
    expect(lines[0]?.owed).toContainEqual({
      kind: 'person',
      legalBy: null,
      targetBy: null,
      rule: { row: '13', cite: 'guidance' },
    });
  });

  it('D12: store credit is no refund', () => {
    const credit = record('2026-09-22', {
      kind: 'refund_sent',
      form: 'store_credit',
      amount: money(10_500, 'USD'),
      proof: null,
    });
    expect(standing([...late, credit], '2026-09-23').refund).toMatchObject({
      state: 'owed',
      refused: [{ form: 'store_credit', because: 'not_money', rule: { row: '12', cite: '435.1(d)' } }],
    });
  });
});
