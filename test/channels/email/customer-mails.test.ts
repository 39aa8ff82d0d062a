import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCombinedReply } from '../../../src/language/read-combined-reply.js';
import { readNoticeReply } from '../../../src/language/read-notice-reply.js';
import { previewDelayNotice } from '../../../src/tools/preview-delay-notice.js';
import type { Principal } from '../../../src/tools/principal.js';
import { replyToShopper } from '../../../src/tools/reply-to-shopper.js';
import { sendDelayNotice } from '../../../src/tools/send-delay-notice.js';
import { aMailShop, type MailShop, rawMail } from '../../support/mail-in.js';
import { ANAS_SHOP } from '../../support/shop.js';

const rep: Principal = { kind: 'rep', staffId: 'U01REP', name: 'Riley Chen' };

let shop: MailShop;
/** Where answers to Ana's notice go. */
let address: string;
beforeEach(async () => {
  shop = await aMailShop();
  const shown = await shop.door.call(previewDelayNotice, { orderNumber: '1042' }, rep);
  if (shown.kind !== 'ready') throw new Error(`no notice: ${shown.kind}`);
  await shop.door.call(sendDelayNotice, { orderNumber: '1042', noticeTerms: shown.noticeTerms }, rep);
  await shop.deliver();
  address = shop.server.mails.at(-1)!.replyTo![0]!.address!;
});
afterEach(() => shop.close());

const answer = (text: string, headers: Record<string, string> = {}) =>
  shop.receive(
    rawMail(text, {
      From: 'Ana Silva <ana@example.com>',
      To: address,
      Subject: 'Re: Your order is delayed',
      ...headers,
    }),
  );
const notice = async () => (await shop.sql`select * from delay_notices`)[0]!;
const handOffs = async () => [...(await shop.sql`select * from hand_offs`)];
const mailsAfter = async (before: number) => {
  await shop.deliver();
  await shop.deliver();
  return shop.server.mails.slice(before);
};

describe('a customer’s mail about a notice', () => {
  it('that surely keeps is their consent, once', async () => {
    await answer('Yes, keep it please.\n\nThanks,\nAna\n\nOn Mon, Nov 23, 2026 the shop wrote:\n> Cancel and refund');
    await shop.work();
    expect(await notice()).toMatchObject({ answer: 'keep' });
    const kept = await shop.sql`select payload, source from delay_records where kind = 'answer'`;
    expect(kept).toEqual([{ payload: expect.objectContaining({ choice: 'consent' }), source: 'mail' }]);
    expect(await handOffs()).toEqual([]);
  });

  it('that surely cancels cancels, and the refund is owed', async () => {
    await answer('2');
    await shop.work();
    expect(await notice()).toMatchObject({ answer: 'cancel' });
    expect((await shop.sql`select state from order_lines where id = '1042-2'`)[0]).toEqual({ state: 'cancelled' });
    expect(await shop.sql`select from refunds where order_number = '1042'`).toHaveLength(1);
  });

  it('from another address changes nothing: a person reads it', async () => {
    await answer('Cancel', { From: 'Ana Silva <eve@evil.example>' });
    expect(await notice()).toMatchObject({ answer: null });
    expect(await handOffs()).toMatchObject([
      { state: 'open', summary: { customerId: null, text: expect.stringContaining('not on file') } },
    ]);
  });

  it('with a question goes to a person, is acknowledged once, and answered in its thread', async () => {
    const before = shop.server.mails.length;
    const mail = await answer('Could you ship the bag first?');
    await shop.work();
    const [told, ...more] = await mailsAfter(before);
    expect(told).toMatchObject({ recipients: ['ana@example.com'], subject: 'Re: Your order is delayed' });
    expect(told!.text).toContain('A person of our team reads it');
    expect(told!.references).toContain(mail.external_id);
    expect(more).toEqual([]);
    await answer('Hello? Anybody there?');
    expect(await mailsAfter(before + 1)).toEqual([]);
    expect(await handOffs()).toMatchObject([{ state: 'open', summary: { customerId: 'ana' } }]);
    const { conversation_id: conversationId } = mail;
    const words = await shop.sql`select body ->> 'text' as text from messages where author = 'shopper' order by seq`;
    expect(words.map(({ text }) => text)).toEqual(['Could you ship the bag first?', 'Hello? Anybody there?']);
    await shop.door.call(replyToShopper, { conversationId, text: 'Yes, it leaves today.' }, rep);
    const [reply, ...others] = await mailsAfter(before + 1);
    expect(reply!.text).toContain('Yes, it leaves today.');
    expect(reply!.replyTo![0]!.address).toBe(address);
    expect(others).toEqual([]);
  });

  it('of a machine is neither answered nor acknowledged', async () => {
    const before = shop.server.mails.length;
    await answer('Cancel', { 'Auto-Submitted': 'auto-replied' });
    expect(await notice()).toMatchObject({ answer: null });
    expect(await mailsAfter(before)).toEqual([]);
    expect(await handOffs()).toEqual([]);
  });
});

describe('an answer to a mail that told of several orders', () => {
  /** Ben's order is Ana's as well, and both notices went in one mail. */
  async function together(): Promise<void> {
    await shop.sql`update orders set customer_id = 'ana' where number <> '1042'`;
    const shown = await shop.door.call(previewDelayNotice, { orderNumber: other() }, rep);
    if (shown.kind !== 'ready') throw new Error(`no notice: ${shown.kind}`);
    await shop.door.call(sendDelayNotice, { orderNumber: other(), noticeTerms: shown.noticeTerms }, rep);
    await shop.deliver();
    await shop.sql`update delay_notices set recipient = 'ana@example.com', mail_id = (
      select id from delay_notices where order_number = '1042') where order_number <> '1042'`;
  }
  const other = () => ANAS_SHOP.orders!.find(({ number }) => number !== '1042')!.number;
  const answers = async () =>
    (await shop.sql`select answer from delay_notices order by order_number = '1042' desc`).map((row) => row.answer);

  it('counts for the one it names, then for nobody else; unnamed it is for a person', async () => {
    await together();
    await answer('Keep it please');
    expect(await answers()).toEqual([null, null]);
    expect(await handOffs()).toHaveLength(1);
    await answer(`Please keep my order #${other()}. Thanks, Ana`);
    expect(await answers()).toEqual([null, 'keep']);
  });

  it('counts for all where it says so', async () => {
    await together();
    await answer('Keep both, thanks');
    expect(await answers()).toEqual(['keep', 'keep']);
    expect(await handOffs()).toEqual([]);
  });

  it.each([
    ['keep 1042', ['1042']],
    ['cancel order 1043 please', ['1043']],
    ['I will wait for both', ['1042', '1043']],
    ['cancel all my orders', ['1042', '1043']],
    ['cancel them both', ['1042', '1043']],
    ['cancel 1042-2', null],
    ['keep 1042 and 1043', null],
    ['keep 1042, cancel 1043', null],
    ['keep', null],
    ['cancel 9999', null],
    ['do not cancel both', null],
    ['cancel all the lenses', null],
  ])('%s', (text, numbers) => {
    expect(readCombinedReply(text, 'Ana Silva', ['1042', '1043'])?.orderNumbers ?? null).toEqual(numbers);
  });
});

describe('the newest words of a reply', () => {
  it.each([
    [
      'keep',
      [
        '1',
        'Keep it',
        'yes, keep my order please!',
        'I’ll wait. Thanks, Ana',
        'Keep it\n\nSent from my iPhone',
        'Hi, I would like to wait. Ana Silva',
      ],
    ],
    [
      'cancel',
      ['2', 'CANCEL', 'Please cancel my order.', 'I’d like to cancel it, thank you', 'cancel and refund me pls'],
    ],
    [
      null,
      [
        'yes',
        'ok',
        'don’t cancel',
        'cancel the lens',
        'keep or cancel?',
        '1 or 2',
        'do not keep it',
        '12',
        'Cancel. Ben',
        '',
      ],
    ],
  ] as const)('mean %s only where nothing else can be meant', (choice, texts) => {
    for (const text of texts) expect([text, readNoticeReply(text, 'Ana Silva')]).toEqual([text, choice]);
  });
});
