import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ConversationId } from '../../../src/domain/kernel/ids.js';
import { openConversation } from '../../../src/store/conversations.js';
import { storeArrival } from '../../../src/store/inbox.js';
import { messagesAfter } from '../../../src/store/messages.js';
import type { SlackCall } from '../../support/fake-slack.js';
import { aSlackDesk, type SlackDeskUnderTest } from '../../support/slack-desk.js';
import { until } from '../../support/until.js';

let desk: SlackDeskUnderTest;
beforeAll(async () => {
  desk = await aSlackDesk();
});
afterAll(() => desk.close());
beforeEach(() => {
  desk.slack.calls.length = 0;
});

let talks = 0;
let said = 0;
async function write(conversationId: ConversationId, text: string): Promise<void> {
  const payload = { kind: 'message', text, source: 'somewhere' };
  const arrival = {
    channel: 'web',
    externalId: `m-${++said}`,
    conversationId,
    payload,
    body: { type: 'message', text },
  };
  await storeArrival(desk.sql, arrival);
}
async function aTalk(): Promise<ConversationId> {
  const id = ConversationId.parse(`talk-${++talks}`);
  await openConversation(desk.sql, { id, channel: 'web', externalId: id });
  return id;
}

const textsIn = (calls: readonly SlackCall[]) => calls.map(({ args }) => JSON.stringify(args.blocks));
const posted = (words: string) =>
  until(`"${words}" was posted`, () =>
    desk.slack.of('chat.postMessage').find(({ args }) => JSON.stringify(args).includes(words)),
  );
const updated = (words: string) =>
  until(`a message became "${words}"`, () =>
    desk.slack.of('chat.update').find(({ args }) => JSON.stringify(args).includes(words)),
  );

/** A conversation that asked for a person, with its card's place. */
async function handedOver(words = 'a person please <!channel>'): Promise<{ id: ConversationId; ts: string }> {
  const id = await aTalk();
  await write(id, words);
  const ts = await until('the card stands', async () => {
    const [row] = await desk.sql<{ ts: string }[]>`select ts from slack_messages where name = ${`hand-off:${id}`}`;
    return row?.ts;
  });
  return { id, ts };
}
const lastSaid = async (id: ConversationId) => (await messagesAfter(desk.sql, id, 0)).at(-1);
const press = (verb: string, id: ConversationId, user = 'U01REP') =>
  desk.press(`hand-off:${verb}`, { conversation: id }, { user });
const inThread = (ts: string, text: string, more: object = {}) => ({
  type: 'message',
  channel: 'C03HAND',
  user: 'U01REP',
  ts: `1795770009.${String(++said).padStart(6, '0')}`,
  thread_ts: ts,
  text,
  ...more,
});

describe('a hand-off in Slack', () => {
  it('opens one thread with a card, and what follows stands under it in order', async () => {
    const { id, ts } = await handedOver();
    await write(id, 'are you there?');
    await posted('are you there?');
    const calls = desk.slack.of('chat.postMessage').filter(({ args }) => args.channel === 'C03HAND');
    expect(calls.filter(({ args }) => args.thread_ts === undefined)).toHaveLength(1);
    expect(calls.slice(1).every(({ args }) => args.thread_ts === ts)).toBe(true);
    const [card = ''] = textsIn(calls);
    expect(card).toContain('*A customer* asks for a person');
    expect(card).toContain('Not verified: they have not shown who they are · web chat');
    expect(card).toContain('“a person please &lt;!channel&gt;”');
    expect(card).toContain('Nobody has it yet; for <@U01REP> <@U02REP> · look by');
    expect(card).toMatch(/Claim.*Reply.*Note.*Return to bot.*Close/);
    expect(JSON.stringify(calls)).not.toContain('<!channel>');
  });

  it('claimed silences the assistant, tells the shopper who joined, and shows it on the card', async () => {
    const { id } = await handedOver();
    await press('claim', id);
    await updated('Riley Chen has it');
    await posted('Riley Chen has it now.');
    expect((await lastSaid(id))?.body.text).toBe('Riley from our team has joined and answers you from here on.');
    await press('claim', id, 'U02REP');
    expect((await desk.slack.heard('response_url'))[0]?.args.text).toMatch(
      /^Riley Chen has it since \d+(:\d\d)? [ap]m\.$/,
    );
    await write(id, 'do you see the <b>photo</b>?');
    await posted('do you see the <b>photo</b>?');
    expect(await lastSaid(id)).toMatchObject({ author: 'shopper' });
  });

  it('is answered through a preview, word for word, and the thread says when it went out', async () => {
    const { id } = await handedOver();
    await press('reply', id);
    const modal = desk.slack.of('views.open')[0]?.args.view as { private_metadata: string };
    const promise = { text: { value: 'Your lens ships on December 31, guaranteed.' } };
    const stopped = JSON.parse((await desk.submit('hand-off-reply', modal.private_metadata, promise)).body);
    expect(stopped).toMatchObject({ response_action: 'errors', errors: { text: expect.stringContaining('“') } });
    const answer = { text: { type: 'plain_text_input', value: 'I watch your <lens> & write to you tomorrow.' } };
    const shown = JSON.parse((await desk.submit('hand-off-reply', modal.private_metadata, answer)).body);
    expect(shown).toMatchObject({ response_action: 'update', view: { callback_id: 'hand-off-send' } });
    expect(JSON.stringify(shown.view.blocks)).toContain('web chat');
    expect(JSON.stringify(shown.view.blocks)).toContain('"text":"I watch your <lens> & write to you tomorrow."');
    expect(await lastSaid(id)).toMatchObject({ author: 'assistant' });
    await desk.submit('hand-off-send', shown.view.private_metadata, {});
    await posted('*Riley Chen → A customer*, web chat · on its way');
    expect(await lastSaid(id)).toMatchObject({
      author: 'person',
      body: { text: 'I watch your <lens> & write to you tomorrow.', channelData: { personName: 'Riley' } },
    });
    await desk.sql`update outbox set state = 'sent' where conversation_id = ${id}`;
    await updated('*Riley Chen → A customer*, web chat · sent');
  });

  it('sends no promise from the thread either, and says what to write instead', async () => {
    const { id, ts } = await handedOver();
    await desk.event(inThread(ts, 'reply: you get $500 for this by tomorrow'));
    const [told] = await desk.slack.heard('chat.postEphemeral');
    expect(told?.args.text).toMatch(/^Nothing was sent\. “.*\$500.*”: .* Please write it anew/);
    expect(await lastSaid(id)).toMatchObject({ author: 'assistant' });
  });

  it('says aloud when a reply did not reach the shopper', async () => {
    const { id, ts } = await handedOver();
    await desk.event(inThread(ts, 'reply: hello'));
    await posted('web chat · on its way');
    await desk.sql`update outbox set state = 'dead' where conversation_id = ${id} and channel = 'web'`;
    await posted('did not reach A customer');
  });

  it('takes what is written in the thread for a note, and sends only what begins with reply:', async () => {
    const { id, ts } = await handedOver();
    await desk.event(inThread(ts, 'she called twice already'));
    expect((await desk.slack.heard('reactions.add'))[0]?.args).toMatchObject({ name: 'memo', channel: 'C03HAND' });
    expect(await lastSaid(id)).toMatchObject({ author: 'assistant' });
    const reply = inThread(ts, 'Reply: see <https://shop.example/r|our page> &amp; ask <@U03LEAD>', {
      files: [{ id: 'F1' }],
    });
    await desk.event({ ...reply, subtype: 'file_share' }, 'Ev1');
    await desk.event({ ...reply, subtype: 'file_share' }, 'Ev1');
    await posted('Files stay here');
    expect(await lastSaid(id)).toMatchObject({
      author: 'person',
      body: { text: 'see our page (https://shop.example/r) & ask Lena Fuchs' },
    });
    const { channel, message } = { channel: 'C03HAND', message: { ...reply, text: 'reply: something else' } };
    await desk.event({ type: 'message', subtype: 'message_changed', channel, message, previous_message: reply });
    await posted('editing it here changes nothing for the customer');
    await desk.event({ type: 'message', subtype: 'message_deleted', channel, previous_message: reply });
    await posted('deleting it here does not take it back');
    expect((await messagesAfter(desk.sql, id, 0)).filter(({ author }) => author === 'person')).toHaveLength(1);
  });

  it('ignores the desk’s own words, other threads, and whoever has no role', async () => {
    const { id, ts } = await handedOver();
    await desk.event(inThread(ts, 'reply: echo', { user: 'U0DESK', bot_id: 'B1', app_id: 'A0DESK' }));
    await desk.event(inThread('1.1', 'reply: elsewhere'));
    await desk.event(inThread(ts, 'reply: let me help', { user: 'U05NEW' }));
    expect((await desk.slack.heard('chat.postEphemeral'))[0]?.args).toMatchObject({ user: 'U05NEW' });
    expect((await messagesAfter(desk.sql, id, 0)).filter(({ author }) => author === 'person')).toEqual([]);
    expect(await desk.sql`select from hand_off_entries where kind = 'note' and text like '%help%'`).toHaveLength(0);
  });

  it('goes back to the bot, is closed with an outcome, and a second request stands in the same thread', async () => {
    const { id, ts } = await handedOver();
    await press('claim', id);
    await press('close', id);
    const [{ args }] = (await desk.slack.heard('views.open')) as [SlackCall];
    const { private_metadata: kept } = args.view as { private_metadata: string };
    expect((await desk.submit('hand-off-close', kept, { outcome: { selected_option: null } })).body).toContain(
      'Choose',
    );
    const solved = { outcome: { selected_option: { value: 'solved' } }, note: { value: 'sent a code' } };
    await desk.submit('hand-off-close', kept, solved);
    await posted('Riley Chen closed this: solved.');
    await updated('Over: solved');
    expect((await lastSaid(id))?.body.text).toMatch(/^Riley has closed your request\./);
    await write(id, 'I want a person again');
    expect((await posted('asks for a person again')).args).toMatchObject({ thread_ts: ts, reply_broadcast: 'true' });
    await press('return', id);
    await posted('gave the conversation back to the assistant');
  });

  it('is reached by the shortcuts of a message in its thread', async () => {
    const { id, ts } = await handedOver();
    const shortcut = (callback_id: string, message: object) => ({ callback_id, message });
    await desk.shortcut({
      ...shortcut('reply-to-shopper', { ts: '2.2', thread_ts: ts, user: 'U02REP', text: 'try the grey one' }),
    });
    expect(JSON.stringify((await desk.slack.heard('views.open'))[0]?.args.view)).toContain('try the grey one');
    await desk.shortcut(shortcut('return-to-bot', { ts, user: 'U0DESK' }));
    await posted('gave the conversation back to the assistant');
    await desk.shortcut(shortcut('return-to-bot', { ts: '9.9' }));
    expect((await desk.slack.heard('response_url'))[0]?.args.text).toContain('this is none');
    expect((await lastSaid(id))?.body.text).toMatch(/^Riley has left the chat\./);
  });
});
