import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ShopAnswer } from '../../../src/store/shop-requests.js';
import { aSlackDesk, type SlackDeskUnderTest } from '../../support/slack-desk.js';

/** What the shop's own system says to whatever it is asked. */
let answer: ShopAnswer = { kind: 'confirmed', receipt: 'R-1' };
const system = { carryOut: async () => answer, lookUp: async () => ({ kind: 'unknown' as const }) };

let book: SlackDeskUnderTest;
let asking: SlackDeskUnderTest;
beforeAll(async () => {
  [book, asking] = [await aSlackDesk(), await aSlackDesk({ system, mail: true })];
  for (const desk of [book, asking]) {
    await desk.sql`update skus set unit_cost_cents = 40000`;
    await desk.sql`update customers set name = 'José Okafor' where id = 'ben'`;
    await desk.command('help');
    await desk.slack.heard('response_url');
  }
});
afterAll(() => Promise.all([book.close(), asking.close()]));
beforeEach(() => {
  book.slack.calls.length = 0;
  asking.slack.calls.length = 0;
});

interface Pressable {
  readonly action_id: string;
  readonly value?: string;
  readonly options?: readonly { readonly value: string }[];
}
type Call = { args: Readonly<Record<string, unknown>> };
const pressables = ({ args }: Call): Pressable[] =>
  ((args.blocks ?? []) as { type: string; elements?: Pressable[] }[]).flatMap(({ type, elements }) =>
    type === 'actions' ? (elements ?? []) : [],
  );

async function shown(desk: SlackDeskUnderTest, text: string, triggerId?: string): Promise<Call> {
  desk.slack.calls.length = 0;
  expect(await desk.command(text, triggerId ? { triggerId } : {})).toEqual({ status: 200, body: '' });
  const [card] = await desk.slack.heard('response_url');
  return card!;
}
const said = (card: Call): string => JSON.stringify(card.args.blocks);

async function pressed(desk: SlackDeskUnderTest, card: Call, action: string): Promise<Call> {
  const button = pressables(card).find(({ action_id }) => action_id === action);
  desk.slack.calls.length = 0;
  await desk.press(action, JSON.parse(button?.value ?? 'null'));
  const [told] = await desk.slack.heard('response_url');
  return told!;
}

async function pressedToOpen(desk: SlackDeskUnderTest, card: Call, action: string): Promise<void> {
  const button = pressables(card).find(({ action_id }) => action_id === action);
  desk.slack.calls.length = 0;
  expect(await desk.press(action, JSON.parse(button?.value ?? 'null'))).toMatchObject({ status: 200 });
}

/** The modal that was opened: what it says, and what it carries. */
function opened(desk: SlackDeskUnderTest) {
  const view = desk.slack.of('views.open')[0]?.args.view as { private_metadata: string; blocks: unknown };
  return { kept: view.private_metadata, said: JSON.stringify(view.blocks) };
}
const chosen = (value: string) => ({ type: 'radio_buttons', selected_option: { value } });
const typed = (value: string) => ({ type: 'plain_text_input', value });

describe('/backorder find', () => {
  it.each([
    'ana@example.com',
    '<mailto:ana@example.com|ana@example.com>',
    'ana@…',
    '(503) 555-0101',
    '1042',
    '#1042',
    'silv',
  ])('"%s" finds Ana, with what of hers is open', async (wanted) => {
    const card = await shown(book, `find ${wanted}`);
    expect(said(card)).toMatch(/\*Ana Silva\* · VIP · \$[\d,.]+ with the shop so far/);
    expect(said(card)).toContain('1042  partly on its way, 1 of 3 items waiting, placed Wed, Nov 11');
    expect(said(card)).not.toMatch(/example\.com|555/);
  });

  it('opens an order it found', async () => {
    const order = await pressed(book, await shown(book, 'find jose oka'), 'order:open:2001');
    expect(said(order)).toContain('*Order 2001* · open');
  });

  it.each([
    ['nobody@example.com', 'Nobody has that e-mail address. I look by e-mail address'],
    ['a', 'too little to tell anybody by'],
    ['999999', 'There is no such order.'],
    ['<!channel>', 'Nobody is called that.'],
  ])('says of "%s" what can be looked for', async (wanted, words) => {
    expect(said(await shown(book, `find ${wanted}`))).toContain(words);
  });

  it('says how many more there are, and leaves no address in the audit', async () => {
    await book.sql`insert into customers (id, name) select 'n' || n, 'Namesake ' || n from generate_series(1, 7) n`;
    const card = await shown(book, 'find namesake');
    expect(said(card)).toContain('No open orders.');
    expect(said(card)).toContain('… and 2 more');
    const rows = await book.sql`select input from audit where tool = 'find_customer'`;
    expect(JSON.stringify(rows)).not.toMatch(/ana|555|Namesake/i);
  });
});

describe('/backorder cancel', () => {
  it('says why nothing can be cancelled', async () => {
    expect(said(await shown(book, 'cancel 1042 1'))).toContain('Too late: Carbon tripod of order 1042 has left (UPS');
    expect(said(await shown(book, 'cancel 1042 9'))).toContain('it has 3');
    expect(said(await shown(book, 'cancel 9999'))).toContain('There is no order 9999.');
  });

  it('shows what goes back, asks who wants it, and does it once', async () => {
    await book.command('cancel 1042 3');
    const modal = opened(book);
    expect(modal.said).toContain('1 × Camera bag');
    expect(modal.said).toMatch(/\$60\.00 goes back to .*, sent by \w+, Dec 2 at the latest\./);
    expect(modal.said).toContain('Stays in the order: Carbon tripod and 50 mm lens.');
    const answers = { by: chosen('phone'), words: typed('she has one already') };
    const empty = await book.submit('cancel', modal.kept, { by: chosen('phone'), words: { value: null } });
    expect(empty.body).toContain('Write a few words.');
    await book.submit('cancel', modal.kept, answers, { triggerId: 'T.9' });
    await book.submit('cancel', modal.kept, answers, { triggerId: 'T.9' });
    const [card] = await book.slack.heard('response_url');
    expect(said(card!)).toContain('Done: Camera bag of order 1042 is cancelled. $60.00 goes back');
    expect(await book.sql`select about, how, said, heard_by from words_heard`).toEqual([
      { about: 'cancel', how: 'phone', said: 'she has one already', heard_by: 'U01REP' },
    ]);
    expect(await book.sql`select amount_cents from refunds`).toEqual([{ amount_cents: 6_000 }]);
    const late = await book.submit('cancel', modal.kept, answers);
    expect(late.body).toContain('The order has changed since you opened this.');
  });

  it('asks the shop, tells what it answered, and the order shows it', async () => {
    answer = { kind: 'refused', reason: 'already_left' };
    await asking.command('cancel 1042');
    const modal = opened(asking);
    expect(modal.said).toContain('Too late for 1. Carbon tripod: it has left');
    asking.slack.calls.length = 0;
    await asking.submit('cancel', modal.kept, { by: chosen('shop'), words: typed('the supplier stopped making it') });
    const [card] = await asking.slack.heard('response_url');
    expect(said(card!)).toContain('The shop is asked to cancel 50 mm lens and Camera bag of order 1042');
    const [told] = await asking.slack.heard('chat.postMessage');
    expect(told?.args).toMatchObject({ channel: 'U01REP' });
    expect(told?.args.text).toContain('the shop has refused what you asked to cancel');
    expect(told?.args.text).toContain('Its reason: already left.');
    const order = await shown(asking, 'order 1042');
    expect(said(order)).toContain('Shop asked to cancel 50 mm lens and Camera bag on Mon, Nov 23: refused');
    expect(pressables(order).map(({ action_id }) => action_id)).toContain('order:more');
    expect(await asking.sql`select reason from order_line_events where to_state = 'cancelling' limit 1`).toEqual([
      { reason: 'by the shop: the supplier stopped making it' },
    ]);
  });
});

describe('/backorder upgrade', () => {
  it('sends it where the customer pays nothing', async () => {
    const card = await shown(book, 'upgrade 1042 express');
    expect(said(card)).toContain('Costs the customer nothing: express is free for their tier.');
    expect(said(card)).toMatch(/With express it is there likely \w+, \w+ \d+; count on/);
    expect(said(await pressed(book, card, 'express:send'))).toContain(
      'Done: 50 mm lens of order 1042 goes by express.',
    );
    expect(said(await shown(book, 'upgrade 1042'))).toContain('it goes by express already');
  });

  it('shows what giving it away costs, gives it as an offer, and tells that the shop refused', async () => {
    answer = { kind: 'refused', reason: 'carrier_strike' };
    const card = await shown(asking, 'upgrade 2001 express');
    expect(said(card)).toMatch(/\$14\.95, charged to .* when it leaves, if the customer pays\./);
    expect(said(card)).toMatch(/If the shop pays: Costs the shop about \$8\.97/);
    await pressedToOpen(asking, card, 'offer:give');
    const draft = opened(asking);
    const words = 'Express shipping is on us this time.';
    const { view } = JSON.parse((await asking.submit('offer-words', draft.kept, { text: typed(words) })).body);
    expect(JSON.stringify(view.blocks)).toContain('no open chat');
    await asking.submit('offer-send', view.private_metadata, {});
    const [given] = await asking.slack.heard('response_url');
    expect(said(given!)).toContain('free express shipping for order 2001 is asked of the shop');
    const [told] = await asking.slack.heard('chat.postMessage');
    expect(told?.args.text).toContain('the shop has refused what you asked for express. Its reason: carrier strike.');
    expect(said(await shown(book, 'upgrade 2001'))).toContain('The shop cannot give it away');
  });

  it('goes for the price once the customer has agreed, with the same request to the shop', async () => {
    answer = { kind: 'confirmed', receipt: 'R-2' };
    const card = await shown(asking, 'upgrade 2001');
    const button = pressables(card).find(({ action_id }) => action_id === 'sending:agreed');
    await asking.press('sending:agreed', JSON.parse(button?.value ?? '{}'));
    const { kept } = opened(asking);
    asking.slack.calls.length = 0;
    await asking.submit('agreed', kept, { how: chosen('phone'), said: typed('yes, fifteen dollars is fine') });
    const [done] = await asking.slack.heard('response_url');
    expect(said(done!)).toContain('$14.95 is charged to');
    const [told] = await asking.slack.heard('chat.postMessage');
    expect(told?.args.text).toBe('Order 2001: the shop has confirmed what you asked for express.');
    expect(
      await asking.sql`select kind, state, asked_by, about ->> 'charge' is not null as charged from shop_requests
      where order_number = '2001' and state = 'confirmed'`,
    ).toEqual([{ kind: 'upgrade_shipping', state: 'confirmed', asked_by: 'U01REP', charged: true }]);
  });
});

describe('/backorder split', () => {
  it('asks the customer in their chat, or says that they cannot be asked there', async () => {
    const card = await shown(asking, 'split 1042');
    await pressedToOpen(asking, card, 'sending:ask');
    expect(opened(asking).said).toContain('*Ana Silva* has no chat with us, so they cannot be asked here yet.');
    await asking.sql`
      insert into conversations (id, channel, external_id, identity) values ('c-ana', 'web', 'c-ana',
        ${asking.sql.json({ customerId: 'ana', orders: 'all', by: 'email', until: '2026-11-24T18:00:00Z' })})`;
    await asking.sql`
      insert into messages (conversation_id, seq, author, body, at) values ('c-ana', 1, 'shopper', '{"text":"hello"}', now())`;
    await asking.sql`update conversations set last_seq = 1 where id = 'c-ana'`;
    await pressedToOpen(asking, card, 'sending:ask');
    const modal = opened(asking);
    expect(modal.said).toContain('part of order 1042 is ready to go');
    await asking.submit('question-send', modal.kept, {});
    await asking.slack.heard('response_url');
    expect(await asking.sql`select tool, state from proposals`).toEqual([{ tool: 'split_shipment', state: 'live' }]);
  });

  it('shows what would go now and later, and waits for the customer’s word', async () => {
    const card = await shown(asking, 'split 1042');
    expect(said(card)).toContain('Now: Camera bag. Leaves Tue, Nov 24');
    expect(said(card)).toMatch(/Later: 50 mm lens; it is there likely/);
    const button = pressables(card).find(({ action_id }) => action_id === 'sending:agreed');
    await asking.press('sending:agreed', JSON.parse(button?.value ?? '{}'));
    const modal = opened(asking);
    const missing = await asking.submit('agreed', modal.kept, { how: { selected_option: null }, said: typed('yes') });
    expect(missing.body).toContain('Choose one.');
    asking.slack.calls.length = 0;
    await asking.submit('agreed', modal.kept, { how: chosen('email'), said: typed('please send the bag now') });
    const [done] = await asking.slack.heard('response_url');
    expect(said(done!)).toContain('The shop is asked to send Camera bag of order 1042 ahead of the rest');
    expect(await asking.sql`select about, how, said from words_heard where about = 'split'`).toEqual([
      { about: 'split', how: 'email', said: 'please send the bag now' },
    ]);
    expect(await asking.sql`select agreed_in from order_splits`).toEqual([{ agreed_in: 'rep' }]);
  });

  it('says why there is none', async () => {
    expect(said(await shown(book, 'split 2001'))).toContain('Not possible for order 2001: nothing of it is ready yet.');
    expect(said(await shown(book, 'split 9999'))).toContain('There is no order 9999.');
  });
});

describe('a delay notice', () => {
  it('is shown word for word, sent once, and only while it is owed', async () => {
    const card = await shown(asking, 'order 1042');
    await pressedToOpen(asking, card, 'notice:open');
    const modal = opened(asking);
    expect(modal.said).toContain('*Ana Silva* gets this by e-mail:');
    expect(modal.said).toContain('Silence counts as a yes to waiting: 50 mm lens.');
    await asking.submit('notice-send', modal.kept, {}, { triggerId: 'T.20' });
    await asking.submit('notice-send', modal.kept, {}, { triggerId: 'T.20' });
    const [told] = await asking.slack.heard('response_url');
    expect(said(told!)).toContain('The notice about order 1042 is on its way to Ana Silva.');
    expect(await asking.sql`select payload from outbox where payload->>'kind' = 'delay_notice'`).toEqual([
      { payload: { kind: 'delay_notice', noticeId: 'notice-1042-1' } },
    ]);
    await pressedToOpen(asking, card, 'notice:open');
    expect(opened(asking).said).toContain('on its way out already');
  });

  it('goes to all who wait for an item by one press, but for those whose mail is under way', async () => {
    asking.slack.calls.length = 0;
    await asking.press('notices:open', { sku: 'LEN-50' });
    const list = opened(asking);
    expect(list.said).toMatch(/\*1 customer\* get.*• \*José Okafor\*, order 2001: by .*silence counts as a yes/);
    expect(list.said).not.toContain('1042');
    for (const told of ['1 mail with delay notices is on the way', '0 mails with delay notices are on the way']) {
      asking.slack.calls.length = 0;
      await asking.submit('notices-send', list.kept, {});
      expect((await asking.slack.heard('response_url'))[0]?.args.text).toContain(told);
    }
  });

  it('has no button where no mail can be sent', async () => {
    expect(said(await shown(book, 'order 1042'))).not.toContain('Send notice');
  });
});
