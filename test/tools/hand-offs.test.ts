import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConversationId } from '../../src/domain/kernel/ids.js';
import { messagesAfter } from '../../src/store/messages.js';
import { chaseHandOff } from '../../src/tools/chase-hand-off.js';
import { claimHandOff } from '../../src/tools/claim-hand-off.js';
import { closeHandOff } from '../../src/tools/close-hand-off.js';
import { getHandOff } from '../../src/tools/get-hand-off.js';
import { listHandOffs } from '../../src/tools/list-hand-offs.js';
import { noteHandOff } from '../../src/tools/note-hand-off.js';
import type { Principal } from '../../src/tools/principal.js';
import { raiseOverdueEscalations } from '../../src/tools/raise-overdue-escalations.js';
import { replyToShopper } from '../../src/tools/reply-to-shopper.js';
import { returnToAssistant } from '../../src/tools/return-to-assistant.js';
import { ANAS_SHOP } from '../support/shop.js';
import { aCounter, type Counter } from './counter.js';

const RILEY: Principal = { kind: 'rep', staffId: 'U01REP', name: 'Riley Chen' };
const SAM: Principal = { kind: 'rep', staffId: 'U02REP', name: 'Sam Ortiz' };
const WATCH: Principal = { kind: 'system', job: 'hand-off-watch' };

let counter: Counter;
beforeAll(async () => {
  counter = await aCounter(ANAS_SHOP);
});
afterAll(() => counter.shop.drop());

/** Ana, verified, asks for a person. */
async function anaAsks(): Promise<ConversationId> {
  const chat = counter.shop.chat();
  await chat.say('Where is order 1042? ana@example.com');
  await chat.say('I want to talk to a person');
  return chat.id;
}

/** So does somebody nobody knows: any representative, within a working day. */
async function somebodyAsks(): Promise<ConversationId> {
  const chat = counter.shop.chat();
  await chat.say('a person please');
  return chat.id;
}

const said = async (id: ConversationId) =>
  (await messagesAfter(counter.shop.sql, id, 0)).map(({ author, body }) => ({ author, text: body.text }));
const modeOf = async (id: ConversationId) =>
  (await counter.shop.sql`select mode from conversations where id = ${id}`)[0]?.mode;
const call: Counter['door']['call'] = (...args) => counter.door.call(...args);

describe('a hand-off', () => {
  it('tells the team what is verified, what waits and what was tried', async () => {
    const conversationId = await anaAsks();
    expect(await call(getHandOff, { conversationId }, RILEY)).toMatchObject({
      kind: 'found',
      isOpen: true,
      summary: 'I want to talk to a person',
      customer: { name: 'Ana Silva', tier: 'vip', by: 'email' },
      waiting: [{ orderNumber: '1042', eta: { kind: 'estimated', lineName: '50 mm lens' } }],
      tried: expect.arrayContaining([
        { tool: 'identify_shopper', outcome: 'identified' },
        { tool: 'get_order_status', outcome: 'found' },
      ]),
      rules: ['vip'],
      claimedBy: null,
    });
  });

  it('leaves the assistant answering until somebody claims it, who is then named to the shopper', async () => {
    const chat = counter.shop.chat();
    await chat.say('talk to a person please');
    expect(await chat.say('are you a bot?')).not.toEqual([]);
    const { id: conversationId } = chat;
    expect(await call(claimHandOff, { conversationId }, RILEY)).toMatchObject({ kind: 'claimed' });
    expect((await said(conversationId)).at(-1)).toEqual({
      author: 'assistant',
      text: 'Riley from our team has joined and answers you from here on.',
    });
    expect(await modeOf(conversationId)).toBe('person');
    expect(await chat.say('hello?')).toEqual([]);
  });

  it('claimed by two at once goes to one, and the other is told who', async () => {
    const conversationId = await anaAsks();
    const outcomes = await Promise.all([
      call(claimHandOff, { conversationId }, RILEY),
      call(claimHandOff, { conversationId }, SAM),
    ]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['claimed', 'held_by_other']);
    const winner = outcomes[0]?.kind === 'claimed' ? 'Riley Chen' : 'Sam Ortiz';
    expect(outcomes.find(({ kind }) => kind === 'held_by_other')).toMatchObject({ holderName: winner });
    const joined = (await said(conversationId)).filter(({ text }) => String(text).includes('has joined'));
    expect(joined).toHaveLength(1);
  });

  it('answered goes to the shopper by name, through the outbox of their channel, once', async () => {
    const conversationId = await anaAsks();
    const reply = { conversationId, text: 'Hello Ana, I am looking into it.' };
    expect(await counter.door.call(replyToShopper, reply, RILEY, { key: 'press' })).toMatchObject({
      kind: 'sent',
      channel: 'web',
    });
    await counter.door.call(replyToShopper, reply, RILEY, { key: 'press' });
    const rows = await messagesAfter(counter.shop.sql, conversationId, 0);
    expect(rows.slice(-2)).toMatchObject([
      { author: 'assistant', body: { text: 'Riley from our team has joined and answers you from here on.' } },
      { author: 'person', body: { text: reply.text, channelData: { author: 'person', personName: 'Riley' } } },
    ]);
    expect(
      await counter.shop.sql`
        select o.channel, o.payload from outbox o join messages m on o.idempotency_key = 'message:' || m.id
        where m.conversation_id = ${conversationId} and m.author = 'person'`,
    ).toMatchObject([{ channel: 'web', payload: { seq: rows.at(-1)?.seq } }]);
    expect(await call(getHandOff, { conversationId }, SAM)).toMatchObject({ claimedBy: 'U01REP', isAnswered: true });
  });

  it('keeps what a person tells in the promise ledger, as told by them', async () => {
    const conversationId = await anaAsks();
    const text = 'Your lens ships by Fri, Dec 4, and I took $25 off.';
    await call(replyToShopper, { conversationId, text }, RILEY);
    expect(
      await counter.shop.sql`
        select kind, said ->> 'text' as text, customer_id as who, basis from promises
        where conversation_id = ${conversationId} and said ->> 'fact' = 'told_by_person' order by id`,
    ).toMatchObject([
      { kind: 'date', text: 'Fri, Dec 4', who: 'ana', basis: { person: 'U01REP' } },
      { kind: 'amount', text: '$25', who: 'ana', basis: { person: 'U01REP' } },
    ]);
  });

  it('takes notes that have no way to the shopper, and leaves their words out of the audit', async () => {
    const conversationId = await anaAsks();
    const before = await said(conversationId);
    expect(await call(noteHandOff, { conversationId, text: 'reply: she is furious' }, RILEY)).toMatchObject({
      kind: 'noted',
    });
    expect(await said(conversationId)).toEqual(before);
    expect((await counter.trail()).at(-1)).toMatchObject({ tool: 'note_hand_off', input: { conversationId } });
    expect(JSON.stringify(await counter.trail())).not.toContain('furious');
  });

  it('goes back to the assistant, which says so and answers again', async () => {
    const chat = counter.shop.chat();
    await chat.say('a human please');
    const { id: conversationId } = chat;
    await call(claimHandOff, { conversationId }, RILEY);
    expect(await call(returnToAssistant, { conversationId }, RILEY)).toMatchObject({ kind: 'returned' });
    expect((await said(conversationId)).at(-1)?.text).toMatch(/^Riley has left the chat\. I'm the assistant again/);
    expect(await modeOf(conversationId)).toBe('assistant');
    expect(await chat.say('what are your hours?')).not.toEqual([]);
    expect(await call(returnToAssistant, { conversationId }, RILEY)).toMatchObject({ kind: 'none_open' });
  });

  it('is closed with what came of it, and can be asked for again', async () => {
    const chat = counter.shop.chat();
    await chat.say('a human please');
    const { id: conversationId } = chat;
    await expect(call(closeHandOff, { conversationId }, RILEY)).rejects.toThrow();
    expect(await call(closeHandOff, { conversationId, outcome: 'solved' }, RILEY)).toMatchObject({ kind: 'closed' });
    expect((await said(conversationId)).at(-1)?.text).toMatch(/^Riley has closed your request\./);
    const listed = async () => {
      const { handOffs } = (await call(listHandOffs, {}, RILEY)) as { handOffs: { conversationId: string }[] };
      return handOffs.filter((one) => one.conversationId === conversationId);
    };
    expect(await listed()).toEqual([]);
    await chat.say('I need a human again');
    expect(await listed()).toHaveLength(1);
  });

  it('that the team opens by writing first brings the answer to people', async () => {
    const chat = counter.shop.chat();
    await chat.say('Where is order 1042? ana@example.com');
    await call(replyToShopper, { conversationId: chat.id, text: 'Ana, your lens slipped.' }, RILEY);
    expect(await call(getHandOff, { conversationId: chat.id }, RILEY)).toMatchObject({
      isOpen: true,
      reason: 'team_wrote',
      claimedName: 'Riley Chen',
    });
    expect(await chat.say('thanks, and the bag?')).toEqual([]);
  });

  it('is nobody’s but the team’s', async () => {
    const conversationId = await anaAsks();
    const ana = await counter.shopper('ana');
    expect(await call(claimHandOff, { conversationId }, ana)).toEqual({ kind: 'denied' });
    expect(await call(getHandOff, { conversationId }, ana)).toEqual({ kind: 'denied' });
    expect(await call(replyToShopper, { conversationId, text: 'me' }, ana)).toEqual({ kind: 'denied' });
    expect(await call(replyToShopper, { conversationId: 'elsewhere', text: 'hello' }, RILEY)).toEqual({
      kind: 'not_found',
    });
  });
});

describe('time', () => {
  it('reminds once at half time, then passes a hand-off nobody has up a rank', async () => {
    const conversationId = await somebodyAsks();
    const chase = () => call(chaseHandOff, { conversationId }, WATCH);
    const ownerNow = async () => ((await call(getHandOff, { conversationId }, RILEY)) as { owner: string }).owner;
    expect(await chase()).toEqual({ kind: 'nothing_due' });
    await counter.pass({ hours: 4, minutes: 5 });
    expect(await chase()).toEqual({ kind: 'reminded' });
    expect(await chase()).toEqual({ kind: 'nothing_due' });
    expect(await ownerNow()).toBe('rep');
    await counter.pass({ hours: 20 });
    await call(raiseOverdueEscalations, {}, { kind: 'system', job: 'escalation-deadlines' });
    expect(await ownerNow()).toBe('lead');
    await call(raiseOverdueEscalations, {}, { kind: 'system', job: 'escalation-deadlines' });
    expect(await ownerNow()).toBe('lead');
    expect(
      (
        await counter.shop.sql`
        select kind, text from hand_off_entries e join hand_offs h on h.id = e.hand_off_id
        where h.conversation_id = ${conversationId} order by e.id`
      ).map(({ kind, text }) => `${kind} ${text}`),
    ).toEqual(['opened a person please', 'reminded rep', 'overdue lead']);
  });

  it('asks whoever has it when the time is up without an answer, and leaves it with them', async () => {
    const conversationId = await somebodyAsks();
    await call(claimHandOff, { conversationId }, SAM);
    await counter.pass({ hours: 30 });
    await call(raiseOverdueEscalations, {}, { kind: 'system', job: 'escalation-deadlines' });
    expect(await call(chaseHandOff, { conversationId }, WATCH)).toEqual({ kind: 'late' });
    expect(await call(chaseHandOff, { conversationId }, WATCH)).toEqual({ kind: 'nothing_due' });
    expect(await call(getHandOff, { conversationId }, RILEY)).toMatchObject({ owner: 'rep', claimedBy: 'U02REP' });
  });
});
