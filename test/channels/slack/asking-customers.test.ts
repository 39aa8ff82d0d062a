import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ConversationId } from '../../../src/domain/kernel/ids.js';
import { openConversation } from '../../../src/store/conversations.js';
import { storeArrival } from '../../../src/store/inbox.js';
import { messagesAfter } from '../../../src/store/messages.js';
import { aSlackDesk, type SlackDeskUnderTest } from '../../support/slack-desk.js';
import { until } from '../../support/until.js';

let desk: SlackDeskUnderTest;
beforeAll(async () => {
  const stock = [
    { sku: 'LEN-55', item: '55 mm lens', onHand: 5, price: 790 },
    { sku: 'CASE-2', item: 'Lens case', onHand: 5, price: 30 },
    { sku: 'LEN-60', item: '60 mm lens', onHand: 5, price: 900 },
  ];
  desk = await aSlackDesk({ shop: { stock } });
});
afterAll(() => desk.close());
beforeEach(() => {
  desk.slack.calls.length = 0;
});

const conversationId = ConversationId.parse('ana-s-chat');
let said = 0;
async function write(text: string, value?: unknown): Promise<void> {
  const payload = { kind: 'message', text, source: 'somewhere', ...(value !== undefined && { value }) };
  const arrival = { channel: 'web', externalId: `m-${++said}`, conversationId, payload };
  const { seq } = await storeArrival(desk.sql, { ...arrival, body: { type: 'message', text } });
  await until('it is taken up', async () => {
    const [row] = await desk.sql`select state from inbox where external_id = ${arrival.externalId}`;
    return row?.state === 'done' && seq;
  });
}
/** What the shop's side said last, with the buttons under it. */
async function last() {
  const shown = (await messagesAfter(desk.sql, conversationId, 0)).filter(({ author }) => author !== 'shopper');
  const { text, suggestedActions } = (shown.at(-1)?.body ?? {}) as {
    text?: string;
    suggestedActions?: { actions: { title: string; value: unknown }[] };
  };
  return { text, buttons: suggestedActions?.actions ?? [] };
}

interface Shown {
  readonly private_metadata: string;
  readonly title: { readonly text: string };
  readonly submit?: unknown;
  readonly blocks: readonly unknown[];
}
async function preview(text: string): Promise<Shown> {
  desk.slack.calls.length = 0;
  await desk.command(text);
  return (await desk.slack.heard('views.open'))[0]?.args.view as Shown;
}
const told = (words: string) =>
  until(`Riley was told "${words}"`, () =>
    desk.slack
      .of('chat.postMessage')
      .find(({ args }) => args.channel === 'U01REP' && String(args.text).includes(words)),
  );
/** Asks Ana for the 55 mm lens as it was shown. */
async function ask(shown: Shown): Promise<void> {
  await desk.submit('question-send', shown.private_metadata, {});
  await until('she is asked', async () => (await last()).buttons.length === 2);
}
const lens = async () => (await desk.sql`select sku from order_lines where id = '1042-2'`)[0]?.sku;

describe('/backorder sub', () => {
  it('ranks what could go instead, with a button for what the customer can agree to in the chat', async () => {
    await desk.command('sub 1042');
    const [card] = await desk.slack.heard('response_url');
    const shown = JSON.stringify(card?.args.blocks);
    expect(shown).toContain('55 mm lens (LEN-55)');
    expect(shown).toContain('$80.00 more in all, which needs a payment');
    expect([...shown.matchAll(/substitute:ask:(\d)/g)].map(([, place]) => place)).toHaveLength(1);
  });

  it.each([
    ['sub 1042 LEN-60', 'costs more, and no payment can be taken in the chat'],
    ['sub 1042 CASE-2', 'does not do the same work'],
    ['sub 1042 BAG-1', 'is not on the shelf now'],
    ['sub 1042 2 NO-1', 'There is no SKU NO-1.'],
    ['sub 1042 1 LEN-55', 'does not wait as a whole'],
  ])('%s says why not, and what there is', async (text, why) => {
    await desk.command(text);
    const [answer, card] = await desk.slack.heard('response_url', 2);
    expect(answer?.args.text).toContain(why);
    expect(JSON.stringify(card?.args.blocks)).toContain('Substitutes for order 1042');
  });

  it('says truthfully that somebody without a chat cannot be asked, and gives the words', async () => {
    const shown = await preview('sub 1042 LEN-55');
    expect(shown.title.text).toBe('Cannot be asked here');
    expect(shown.submit).toBeUndefined();
    expect(JSON.stringify(shown.blocks)).toContain('send 55 mm lens instead of 50 mm lens in order 1042?');
  });
});

describe('a question to a customer', () => {
  beforeAll(async () => {
    await openConversation(desk.sql, { id: conversationId, channel: 'web', externalId: conversationId });
    await write('where is order 1042? ana@example.com');
  });

  it('is shown word for word, put with two buttons, and a no is recorded and told', async () => {
    const shown = await preview('sub 1042 LEN-55');
    const words = JSON.stringify(shown.blocks);
    expect(words).toContain('will read this in the web chat');
    await ask(shown);
    const { text, buttons } = await last();
    expect(words).toContain(JSON.stringify(text).slice(1, -1));
    expect(text).toContain('Riley from our team has found something');
    expect(buttons.map(({ title }) => title)).toEqual(['Yes, send that instead', 'No, leave it as it is']);
    // no web chat is served here: what its sender would write down
    await desk.sql`update outbox set state = 'sent', sent_at = now() where channel = 'web' and state = 'waiting'`;
    await until('the card says it went out', () =>
      desk.slack.of('chat.update').some(({ args }) => JSON.stringify(args.blocks).includes('web chat · sent')),
    );

    await write('no thanks');
    expect((await last()).text).toBe('All right, nothing has changed. I have told our team so.');
    await told('said no');
    expect(await lens()).toBe('LEN-50');
  });

  it('is not sent in other words than those shown', async () => {
    const shown = await preview('sub 1042 LEN-55');
    await desk.sql`update skus set price_cents = 78000 where sku = 'LEN-55'`;
    await desk.submit('question-send', shown.private_metadata, {});
    expect((await desk.slack.heard('response_url'))[0]?.args.text).toContain('the facts have moved');
  });

  it('waits while they are asked about what they wanted themselves', async () => {
    await write('cancel the lens');
    await desk.submit('question-send', (await preview('sub 1042 LEN-55')).private_metadata, {});
    expect((await desk.slack.heard('response_url'))[0]?.args.text).toContain('try again when they have answered');
    await write('no');
  });

  it('is put anew when the facts moved before the yes, and that answer is told', async () => {
    await ask(await preview('sub 1042 LEN-55'));
    await desk.sql`update skus set price_cents = 77000 where sku = 'LEN-55'`;
    await write('yes');
    expect((await last()).text).toContain('It is $50.00 cheaper');
    await write('No', (await last()).buttons[1]?.value);
    await told('said no');
    expect(await lens()).toBe('LEN-50');
  });

  it('is answered beside a person who leads the chat, once, by their own yes', async () => {
    await desk.sql`update conversations set mode = 'person' where id = ${conversationId}`;
    await ask(await preview('sub 1042 LEN-55'));
    await write('hm, is it any good?');
    expect((await last()).buttons).toHaveLength(2);
    const yes = (await last()).buttons[0]?.value;
    await Promise.all([write('Yes', yes), write('Yes', yes)]);
    await told('said yes');
    expect(await lens()).toBe('LEN-55');
    expect(await desk.sql`select agreed_in from line_swaps where order_line_id = '1042-2'`).toEqual([
      { agreed_in: conversationId },
    ]);
  });
});
