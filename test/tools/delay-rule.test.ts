import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { instant, localDate } from '../../src/domain/kernel/dates.js';
import { ConversationId, CustomerId, OrderLineId, OrderNumber } from '../../src/domain/kernel/ids.js';
import { addDelayRecord, delayRecordsOf, type KeptFact } from '../../src/store/delay-records.js';
import { cancelLine } from '../../src/tools/cancel-line.js';
import { type Door, openDoor } from '../../src/tools/door.js';
import { exportEvidence } from '../../src/tools/export-evidence.js';
import { getDelayStatus } from '../../src/tools/get-delay-status.js';
import type { Principal } from '../../src/tools/principal.js';
import { recordDelayChoice } from '../../src/tools/record-delay-choice.js';
import { loadWording } from '../../src/wording/render.js';
import { ANAS_SHOP, aShop, type TestShop } from '../support/shop.js';

let shop: TestShop;
let door: Door;
beforeEach(async () => {
  shop = await aShop(ANAS_SHOP);
  door = openDoor({ sql: shop.sql, policy: shop.house.policy });
  await shop.sql`insert into conversations (id, channel, external_id) values ('c1', 'web', 'c1')`;
});
afterEach(() => shop.drop());

const shopper = (customer: string): Principal => ({
  kind: 'shopper',
  conversationId: ConversationId.parse('c1'),
  source: 'here',
  identity: {
    customerId: CustomerId.parse(customer),
    orders: 'all',
    by: 'token',
    until: instant('2026-12-31T00:00:00Z'),
  },
});
const ana = shopper('ana');
const rep: Principal = { kind: 'rep', staffId: 'kim' };
const linkAnswers: Principal = { kind: 'system', job: 'link-answers' };
const LENS = OrderLineId.parse('1042-2');
const ORDER = OrderNumber.parse('1042');

const note = (fact: KeptFact, at = '2026-11-21T18:00:00Z') =>
  shop.sql.begin((tx) => addDelayRecord(tx, { ...fact, orderLineId: LENS, at: instant(at), source: 'test' }));
const aNotice = (reason = 'the maker is late'): KeptFact => ({
  kind: 'notice_sent',
  noticeId: 'n1',
  textRef: 'outbox 1',
  revisedShipBy: localDate('2026-12-10'),
  reason,
  offersCancel: true,
  answerIsFree: true,
  deliveries: [{ channel: 'email', result: 'accepted' }],
});
const passDays = (days: number) =>
  shop.sql`update business_clock set time_offset = time_offset + make_interval(days => ${days})`;
const stateOf = async () =>
  (await shop.sql`select state from order_lines where id = ${LENS}`.then(([row]) => row))?.state;

describe('the record of a line', () => {
  it('is put together from every table that holds part of it', async () => {
    await note(aNotice());
    const records = await delayRecordsOf(shop.sql, [ORDER]);
    const kinds = (line: string) => records.filter(({ orderLineId }) => orderLineId === line).map(({ kind }) => kind);
    expect(kinds('1042-1').sort()).toEqual(['label_printed', 'order_completed', 'shipment', 'shipping_statement']);
    expect(kinds('1042-2').sort()).toEqual(['notice_sent', 'order_completed', 'shipping_statement']);
  });

  it('holds a cancellation and its booked refund from where the shop books them', async () => {
    await door.call(cancelLine, { orderLineId: LENS }, ana);
    const [proposal] = await shop.sql<{ id: string }[]>`select id from proposals`;
    await door.confirm(proposal!.id as never, ana);
    const { lines, refundAmount } = (await door.call(getDelayStatus, { orderNumber: ORDER }, rep)) as never as {
      lines: Record<string, unknown>[];
      refundAmount: unknown;
    };
    expect(lines[1]).toMatchObject({
      delayState: 'cancelled',
      cancelledByRule: false,
      refundBy: '2026-12-02',
      refundNotAfter: '2026-12-03',
    });
    expect(refundAmount).toBeNull();
    expect((await delayRecordsOf(shop.sql, [ORDER])).map(({ kind }) => kind)).toContain('refund_booked');
  });

  it('keeps what was written, and one notice of a name a line', async () => {
    await note(aNotice());
    await expect(note(aNotice())).rejects.toThrow('one_notice_a_line');
    await expect(shop.sql`update delay_records set source = 'other'`).rejects.toThrow('append-only');
    await expect(shop.sql`delete from delay_records`).rejects.toThrow('append-only');
  });
});

describe('get_delay_status', () => {
  it('tells the owner what waits for an answer, and staff also what is owed and why', async () => {
    await note(aNotice());
    const own = await door.call(getDelayStatus, { orderNumber: ORDER }, ana);
    expect(own).toMatchObject({ kind: 'found', todayOn: '2026-11-23', refundMethod: 'Visa ending 4417' });
    const [, line] = 'lines' in own ? own.lines : [];
    expect(line).toMatchObject({
      awaitsAnswer: true,
      revisedShipBy: '2026-12-10',
      silenceMeansConsent: true,
      silenceMeansCancel: false,
      cancelsOn: '2026-12-10',
      cancelUntil: '2026-12-10',
      rightToCancel: true,
    });
    expect(line).not.toHaveProperty('owed');
    const staff = await door.call(getDelayStatus, { orderNumber: ORDER }, rep);
    expect('lines' in staff && staff.lines[1]).toMatchObject({
      owed: [{ kind: 'ship_or_offer', legalBy: '2026-12-10', targetBy: '2026-12-07' }],
      notices: [{ noticeId: 'n1', counts: true, rule: { row: '3', cite: '435.2(b)(1)(ii)' } }],
    });
  });

  it('says in which tone the policy speaks of it: personally to the most valued, sorry to who was put off', async () => {
    const toneNow = async () => {
      const told = await door.call(getDelayStatus, { orderNumber: ORDER }, ana);
      return 'tone' in told && told.tone;
    };
    expect(await toneNow()).toBe('personal');
    await shop.sql`update customers set tier = 'standard'`;
    expect(await toneNow()).toBe('plain');
    await note(aNotice());
    expect(await toneNow()).toBe('apologetic');
  });

  it("answers another's order as an unknown one", async () => {
    expect(await door.call(getDelayStatus, { orderNumber: ORDER }, shopper('ben'))).toEqual({ kind: 'denied' });
    expect(await door.call(getDelayStatus, { orderNumber: '9999' }, shopper('ben'))).toEqual({ kind: 'denied' });
  });
});

describe('record_delay_choice', () => {
  it('keep: consents to the notice once, and says the date', async () => {
    await note(aNotice());
    expect(await door.call(recordDelayChoice, { orderLineId: LENS, choice: 'keep' }, ana)).toMatchObject({
      kind: 'kept',
      awaitsAnswer: false,
      revisedShipBy: '2026-12-10',
    });
    expect(await door.call(recordDelayChoice, { orderLineId: LENS, choice: 'keep' }, ana)).toMatchObject({
      kind: 'no_notice_waiting',
    });
  });

  it('cancel: cancels the line and books the refund with the answer', async () => {
    await note(aNotice());
    expect(await door.call(recordDelayChoice, { orderLineId: LENS, choice: 'cancel' }, linkAnswers)).toMatchObject({
      kind: 'cancelled',
      refundAmount: { cents: 82_000 },
      refundMethod: 'Visa ending 4417',
    });
    expect(await stateOf()).toBe('cancelled');
    const answers = await shop.sql`select payload ->> 'choice' as choice from delay_records where kind = 'answer'`;
    expect(answers).toEqual([{ choice: 'cancel' }]);
    expect(await shop.sql`select amount_cents as cents, state from refunds`).toEqual([
      { cents: 82_000, state: 'owed' },
    ]);
  });

  it('cancel: is never taken from a conversation, where cancel_line asks first', async () => {
    await note(aNotice());
    expect(await door.call(recordDelayChoice, { orderLineId: LENS, choice: 'cancel' }, ana)).toEqual({
      kind: 'denied',
    });
    expect(await stateOf()).toBe('backordered');
  });

  it.each(['keep', 'cancel'])('%s: writes nothing while no notice can be answered', async (choice) => {
    expect(await door.call(recordDelayChoice, { orderLineId: LENS, choice }, linkAnswers)).toMatchObject({
      kind: 'no_notice_waiting',
    });
    expect(await stateOf()).toBe('backordered');
    expect(await shop.sql`select 1 from delay_records`).toEqual([]);
  });

  it('keep: comes too late once the line counts as cancelled', async () => {
    await passDays(3);
    expect(await door.call(recordDelayChoice, { orderLineId: LENS, choice: 'keep' }, ana)).toMatchObject({
      kind: 'no_notice_waiting',
      cancelledByRule: true,
      refundOwedSince: '2026-11-26',
    });
  });

  it("is refused for another's line, and to staff", async () => {
    await note(aNotice());
    for (const principal of [shopper('ben'), rep])
      expect(await door.call(recordDelayChoice, { orderLineId: LENS, choice: 'keep' }, principal)).toEqual({
        kind: 'denied',
      });
  });
});

describe('export_evidence', () => {
  it('holds the record in its order, where each line stands, and what is missing', async () => {
    await note(aNotice());
    const exported = await door.call(exportEvidence, { orderNumber: ORDER }, rep);
    expect(exported).toMatchObject({
      kind: 'exported',
      evidence: { orderNumber: '1042', zone: 'America/Los_Angeles' },
    });
    const line = exported.kind === 'exported' ? exported.evidence.lines[1] : undefined;
    expect(line?.timeline.map(({ kind, on }) => [kind, on])).toEqual([
      ['order_completed', '2026-11-11'],
      ['shipping_statement', '2026-11-11'],
      ['notice_sent', '2026-11-21'],
    ]);
    expect(line?.gaps).toEqual([]);
    expect(JSON.parse(JSON.stringify(exported))).toEqual(exported);
  });

  it('names what ought to be on record and is not', async () => {
    const exported = await door.call(exportEvidence, { orderNumber: '2001' }, rep);
    expect(exported.kind === 'exported' && exported.evidence.lines[0]?.gaps).toMatchObject([
      { kind: 'no_statement', rule: { row: '16', cite: '435.2(d)' } },
    ]);
  });

  it('makes a page in which nothing anybody wrote is markup', async () => {
    await note(aNotice(`<img src=x onerror="alert('1')">`));
    const exported = await door.call(exportEvidence, { orderNumber: ORDER }, rep);
    if (exported.kind !== 'exported') throw new Error('nothing exported');
    const page = loadWording('templates/evidence', 'html').say('order', { ...exported.evidence });
    expect(page).toContain('&lt;img src&#x3D;x onerror&#x3D;&quot;alert(&#x27;1&#x27;)&quot;&gt;');
    expect(page).not.toContain('<img');
    expect(page).toContain('50 mm lens (1042-2): delayed');
    expect(page).toContain('435.2(b)(1)(ii)');
    expect(page).not.toMatch(/\{\{|undefined|\[object/);
  });

  it('is not for shoppers', async () => {
    expect(await door.call(exportEvidence, { orderNumber: ORDER }, ana)).toEqual({ kind: 'denied' });
  });
});
