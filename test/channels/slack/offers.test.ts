import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { offerWanted } from '../../../src/channels/slack/arguments/offers.js';
import { readArguments } from '../../../src/channels/slack/arguments/read-arguments.js';
import { instant } from '../../../src/domain/kernel/dates.js';
import { ConversationId } from '../../../src/domain/kernel/ids.js';
import { setBusinessNow } from '../../../src/store/clock.js';
import { openConversation } from '../../../src/store/conversations.js';
import { storeArrival } from '../../../src/store/inbox.js';
import { messagesAfter } from '../../../src/store/messages.js';
import { aSlackDesk, type SlackDeskUnderTest } from '../../support/slack-desk.js';

let desk: SlackDeskUnderTest;
beforeAll(async () => {
  desk = await aSlackDesk();
  await desk.sql`update customers set name = '<!channel> *Ana*' where id = 'ana'`;
  await desk.sql`update skus set unit_cost_cents = 40000`;
  await desk.command('help');
  await desk.slack.heard('response_url');
});
afterAll(() => desk.close());
beforeEach(async () => {
  await desk.sql`update approvals set state = 'expired', decided_at = now() where state = 'waiting'`;
  desk.slack.calls.length = 0;
});

interface Pressed {
  readonly action_id?: string;
  readonly value?: string;
}
const blocksOf = (call: { args: Readonly<Record<string, unknown>> } | undefined) =>
  (call?.args.blocks ?? []) as { type: string; elements?: Pressed[] }[];
const buttonsOf = (call: { args: Readonly<Record<string, unknown>> } | undefined): Pressed[] =>
  blocksOf(call).flatMap(({ type, elements }) => (type === 'actions' ? (elements ?? []) : []));

/** Presses a button of a card. */
async function press(card: Parameters<typeof buttonsOf>[0], action: string, user: string) {
  const button = buttonsOf(card).find(({ action_id }) => action_id === action);
  if (!button) throw new Error(`no ${action} on ${JSON.stringify(card)}`);
  expect(await desk.press(action, JSON.parse(button.value ?? '{}'), { user })).toMatchObject({ status: 200 });
}

async function preview(text: string) {
  expect(await desk.command(text)).toEqual({ status: 200, body: '' });
  const [card] = await desk.slack.heard('response_url');
  return card;
}

/** Asks as Riley for more than a rep may give, and returns the card that leads see. */
async function asked() {
  expect(await desk.command('offer 1042 credit 20%')).toEqual({ status: 200, body: '' });
  const card = await desk.slack.showing('response_url', 'offer:request');
  desk.slack.calls.length = 0;
  await press(card, 'offer:request', 'U01REP');
  const posted = await desk.slack.showing('chat.postMessage', 'approval:approve');
  await desk.slack.showing('response_url', 'Asked');
  return posted;
}

describe('what an offer is written as', () => {
  const read = (text: string) => {
    const found = readArguments({ wanted: offerWanted }, text);
    return found.kind === 'read' ? found.input.wanted : found;
  };
  it.each([
    ['discount 10%', { offer: 'discount', worth: { percent: 10 } }],
    ['discount ten percent', { offer: 'discount', worth: { percent: 10 } }],
    ['10% discount', { offer: 'discount', worth: { percent: 10 } }],
    ['10%', { offer: 'discount', worth: { percent: 10 } }],
    ['credit 10', { offer: 'credit', worth: { cents: 1_000 } }],
    ['$10 credit', { offer: 'credit', worth: { cents: 1_000 } }],
    ['points 500', { offer: 'points', worth: { points: 500 } }],
    ['1,500 points', { offer: 'points', worth: { points: 1_500 } }],
    ['gift', { offer: 'gift', worth: { usual: true } }],
    ['Credit', { offer: 'credit', worth: null }],
    ['discount 0%', { kind: 'not_understood', words: '0%' }],
  ])('"%s"', (text, wanted) => {
    expect(read(text)).toEqual(wanted);
  });
});

describe('/backorder offer', () => {
  it('shows what it costs and what to say before anything is given', async () => {
    const card = await preview('offer 1042 discount 5%');
    const shown = JSON.stringify(card?.args.blocks);
    expect(shown).toContain('*a 5% discount, worth $41.00* for &lt;!channel&gt; ∗Ana∗, order 1042');
    expect(shown).toMatch(/Costs the shop about \$28\.70 .* budget left \$400\.00 today/);
    expect(shown).toContain('Your limit here: $75.00 (15%)');
    expect(shown).toContain('For the wait I have added a one-time code worth $41.00');
    expect(buttonsOf(card).map(({ action_id }) => action_id)).toEqual(['offer:give', 'offer:choose']);
    expect(await desk.sql`select from offers`).toHaveLength(0);
  });

  it('asks in a modal for what was not written, with faults at the field', async () => {
    await desk.command('offer 1042');
    const view = desk.slack.of('views.open')[0]?.args.view as { private_metadata: string };
    const answer = (offer: string, worth: string | null) =>
      desk.submit('offer', view.private_metadata, {
        offer: { type: 'static_select', selected_option: { value: offer } },
        worth: { type: 'plain_text_input', value: worth },
      });
    expect((await answer('credit', null)).body).toContain('Write how much.');
    expect((await answer('credit', '$9000')).body).toContain(
      'Not possible: it would cost more than the margin allows.',
    );
    expect(await answer('points', '500')).toEqual({ status: 200, body: '' });
    const [card] = await desk.slack.heard('response_url');
    expect(card?.args.text).toContain('500 points, worth $5.00');
  });

  it('says plainly what policy refuses', async () => {
    expect((await preview('offer 9999 gift'))?.args.text).toBe('There is no order 9999.');
    desk.slack.calls.length = 0;
    expect((await preview('offer 1042 $1'))?.args.text).toContain('less than the least the shop offers');
  });
});

describe('an offer within the limit', () => {
  it('is given and told in one deed, in the words that were shown, however often it is sent', async () => {
    const id = ConversationId.parse('ana-s-chat');
    await openConversation(desk.sql, { id, channel: 'web', externalId: id });
    const until = '2026-11-24T18:00:00Z';
    await desk.sql`
      update conversations set identity = ${desk.sql.json({ customerId: 'ana', orders: 'all', by: 'email', until })}
      where id = ${id}`;
    const body = { type: 'message', text: 'hello' };
    const payload = { kind: 'message', text: 'hello', source: 'somewhere' };
    await storeArrival(desk.sql, { channel: 'web', externalId: 'm-1', conversationId: id, payload, body });
    await press(await preview('offer 1042 points 500'), 'offer:give', 'U01REP');
    const [opened] = await desk.slack.heard('views.open');
    const shown = opened?.args.view as { private_metadata: string; blocks: { element?: { initial_value?: string } }[] };
    const draft = shown.blocks.find(({ element }) => element)?.element?.initial_value ?? '';
    expect(draft).toContain('500 loyalty points, worth $5.00');
    const write = async (value: string) =>
      JSON.parse((await desk.submit('offer-words', shown.private_metadata, { text: { value } })).body);
    expect(await write(`${draft} And $50.00 more.`)).toMatchObject({
      response_action: 'errors',
      errors: { text: expect.stringContaining('$50.00') },
    });
    const { view } = await write(draft);
    expect(JSON.stringify(view.blocks)).toContain('the offer is given with it');
    expect(await desk.sql`select from offers where order_number = '1042' and state <> 'void'`).toHaveLength(0);

    desk.slack.calls.length = 0;
    const triggerId = 'sent-once';
    await desk.submit('offer-send', view.private_metadata, {}, { triggerId });
    await desk.submit('offer-send', view.private_metadata, {}, { triggerId });
    expect((await desk.slack.heard('response_url'))[0]?.args.text).toContain(
      'Done: loyalty points for order 1042 is given',
    );
    expect(await desk.sql`select kind from offers where order_number = '1042'`).toEqual([{ kind: 'points' }]);
    const told = (await messagesAfter(desk.sql, id, 0)).filter(({ author }) => author === 'person');
    expect(told.map(({ body: { text } }) => text)).toEqual([draft.trim()]);
    // pressed once more in a modal that still stands: one an order
    await desk.submit('offer-send', view.private_metadata, {});
    expect((await desk.slack.heard('response_url', 2))[1]?.args.text).toContain('Nothing was given or sent');
    await desk.sql`update offers set state = 'void'`;
  });
});

describe('an offer above the limit', () => {
  it('is asked for in the approvals channel, and refused to who asked', async () => {
    const card = await asked();
    expect(card?.args).toMatchObject({ channel: 'C02APPR' });
    expect(JSON.stringify(card?.args)).not.toContain('<!channel>');
    expect(buttonsOf(card).map(({ action_id }) => action_id)).toEqual([
      'approval:approve',
      'approval:change',
      'approval:decline',
    ]);
    desk.slack.calls.length = 0;
    await press(card, 'approval:approve', 'U01REP');
    await desk.slack.showing('response_url', 'You asked for this yourself');
  });

  it('is answered in App Home by who may, which is then drawn anew; who asked sees it wait', async () => {
    await asked();
    const homes = () => desk.slack.of('views.publish').length;
    const homeOf = async (user: string) => {
      const count = homes() + 1;
      await desk.event({ type: 'app_home_opened', user, tab: 'home' });
      return JSON.stringify((await desk.slack.heard('views.publish', count)).at(-1)?.args);
    };
    const own = await homeOf('U01REP');
    expect(own).toContain('waiting for a lead, until');
    expect(own).not.toContain('approval:approve');
    expect(await homeOf('U02REP')).toContain('1 request of colleagues waits for others.');
    expect(await homeOf('U03LEAD')).toContain('Asked for by <@U01REP>');
    const [waiting] = await desk.sql<[{ id: string }]>`select id from approvals where state = 'waiting'`;
    const count = homes() + 1;
    await desk.press('approval:decline', { approvalId: waiting.id }, { user: 'U03LEAD', inHome: true });
    const view = desk.slack.of('views.open')[0]?.args.view as { private_metadata: string };
    const reason = { value: 'a credit went out last week' };
    await desk.submit('approval-decline', view.private_metadata, { reason }, { user: 'U03LEAD' });
    const drawn = JSON.stringify((await desk.slack.heard('views.publish', count)).at(-1)?.args);
    expect(drawn).toContain('"user_id":"U03LEAD"');
    expect(drawn).toContain('No request for approval waits.');
  });

  it('is declined with a reason, which stands on the card and is told to who asked', async () => {
    const card = await asked();
    desk.slack.calls.length = 0;
    await press(card, 'approval:decline', 'U03LEAD');
    const view = desk.slack.of('views.open')[0]?.args.view as { private_metadata: string };
    const answer = (value: string | null) =>
      desk.submit('approval-decline', view.private_metadata, { reason: { value } }, { user: 'U03LEAD' });
    expect((await answer(null)).body).toContain('Write why.');
    await answer('ask <!here> again');
    const update = await desk.slack.showing('chat.update', 'Declined by');
    expect(update.args).toMatchObject({ channel: 'C02APPR' });
    expect(update.args.text).toContain('Declined by <@U03LEAD>: $164.00 of store credit for order 1042.');
    expect(update.args.text).toContain('“ask &lt;!here&gt; again”');
    expect(buttonsOf(update)).toEqual([]);
    const told = await desk.slack.showing('chat.postMessage', 'Declined by');
    expect(told.args).toMatchObject({ channel: 'U01REP', text: update.args.text });
  });

  it('that nobody answers is over by business time', async () => {
    await asked();
    desk.slack.calls.length = 0;
    await setBusinessNow(desk.sql, instant('2026-11-25T18:00:00Z'));
    await desk.slack.showing('chat.update', 'Over without an answer');
    const told = await desk.slack.showing('chat.postMessage', 'Over without an answer');
    expect(told.args.channel).toBe('U01REP');
  });

  it('is granted once by two leads who press at the same time, another amount or not', async () => {
    const card = await asked();
    desk.slack.calls.length = 0;
    await Promise.all([press(card, 'approval:approve', 'U03LEAD'), press(card, 'approval:approve', 'U04MGR')]);
    const answers = await desk.slack.heard('response_url', 2);
    expect(answers.map(({ args }) => String(args.text).slice(0, 8)).sort()).toEqual(['Done: $1', 'Nothing ']);
    expect(await desk.sql`select face_cents as face from offers where state <> 'void'`).toEqual([{ face: 16_400 }]);
    expect(await desk.slack.heard('chat.update')).toHaveLength(1);
  });
});
