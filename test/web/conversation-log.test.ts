import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ConversationLog,
  emptyLog,
  type LogEvent,
  nextLog,
  type OwnMessage,
  openQuickReplies,
} from '../../src/web/chat/conversation-log.js';
import type { DeskMessage, Incoming, OwnEcho } from '../../src/web/chat/wire.js';

const at = '2026-11-23T15:00:00.000Z';
const desk = (id: string, more: Partial<DeskMessage> = {}): DeskMessage => ({
  kind: 'desk',
  id,
  at,
  text: `desk ${id}`,
  author: 'assistant',
  quickReplies: [],
  ...more,
});
const echo = (id: string, clientActivityId?: string): OwnEcho => ({
  kind: 'echo',
  id,
  at,
  text: `own ${id}`,
  ...(clientActivityId && { clientActivityId }),
});
const own = (key: string): OwnMessage => ({ kind: 'own', key, at, text: `own ${key}`, delivery: 'sending' });
const logAfter = (...events: LogEvent[]): ConversationLog => events.reduce(nextLog, emptyLog);
const received = (...activities: Incoming[]): LogEvent => ({ kind: 'received', activities });
const composed = (key: string): LogEvent => ({ kind: 'composed', message: own(key) });
const texts = (log: ConversationLog) => [...log.settled, ...log.pending].map((entry) => entry.text);

describe('the conversation log', () => {
  it('shows an own message at once, then where the server put it', () => {
    const typed = logAfter(received(desk('1')), composed('a'));
    expect(texts(typed)).toEqual(['desk 1', 'own a']);
    const settled = [received(desk('2')), received(echo('3', 'a')), received(desk('4'))].reduce(nextLog, typed);
    expect(texts(settled)).toEqual(['desk 1', 'desk 2', 'own a', 'desk 4']);
    expect(settled.pending).toEqual([]);
  });

  it('takes an echo as delivery even when the answer to the post was lost, and does not show it twice', () => {
    const log = logAfter(composed('a'), { kind: 'failed', key: 'a' }, received(echo('1', 'a')));
    expect(log.settled).toMatchObject([{ kind: 'own', key: 'a', id: '1', delivery: 'sent' }]);
    expect(log.pending).toEqual([]);
  });

  it('recognises an echo without its mark by the id the server answered with', () => {
    const log = logAfter(composed('a'), { kind: 'accepted', key: 'a', id: '1' }, received(echo('1')));
    expect(log.settled).toMatchObject([{ key: 'a', id: '1' }]);
    expect(log.pending).toEqual([]);
  });

  it('shows a message once that the server stored twice under one mark', () => {
    const log = logAfter(composed('a'), received(echo('1', 'a')), received(echo('2', 'a')));
    expect(log.settled).toHaveLength(1);
  });

  it('goes from sending to not sent, and back to sending under the same mark when tried again', () => {
    const failed = logAfter(composed('a'), { kind: 'failed', key: 'a' });
    expect(failed.pending).toMatchObject([{ key: 'a', delivery: 'failed' }]);
    expect(nextLog(failed, { kind: 'retried', key: 'a' }).pending).toMatchObject([{ key: 'a', delivery: 'sending' }]);
  });

  it('keeps a message that could not be sent below what came since', () => {
    expect(texts(logAfter(composed('a'), { kind: 'failed', key: 'a' }, received(desk('1'))))).toEqual([
      'desk 1',
      'own a',
    ]);
  });

  it('ends the typing sign with the next message of the desk', () => {
    const typing = logAfter(received({ kind: 'typing' }));
    expect(typing.typing).toBe(true);
    expect(nextLog(typing, received(desk('1'))).typing).toBe(false);
    expect(nextLog(typing, { kind: 'typingEnded' }).typing).toBe(false);
  });

  it('takes what was not handed over along into a new conversation, unless the shopper wanted a fresh one', () => {
    const log = logAfter(received(desk('1')), composed('a'), composed('b'), { kind: 'accepted', key: 'a', id: '2' });
    expect(texts(nextLog(log, { kind: 'startedOver', keepUnsent: true }))).toEqual(['own b']);
    expect(texts(nextLog(log, { kind: 'startedOver', keepUnsent: false }))).toEqual([]);
  });

  it('gives the same log whatever part of the stream is replayed, however often', () => {
    const stream: Incoming[] = [desk('1'), echo('2', 'a'), desk('3'), echo('4', 'b'), echo('5'), desk('6')];
    const whole = logAfter(received(...stream));
    const part = fc.tuple(fc.nat(stream.length), fc.nat(stream.length));
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        let log = emptyLog;
        let reached = 0;
        for (const [from, to] of [...parts, [0, stream.length] as const]) {
          // A connection replays from a watermark already reached and may break off anywhere.
          log = nextLog(log, received(...stream.slice(Math.min(from, reached), to)));
          reached = Math.max(reached, to);
        }
        expect(log).toEqual(whole);
      }),
    );
  });
});

describe('suggested answers', () => {
  const reply = { kind: 'imBack', title: 'Yes', text: 'Yes, please' } as const;
  const asking = desk('1', { quickReplies: [reply], proposalCode: 'P1' });

  it('are those of the newest message, with its proposal', () => {
    expect(openQuickReplies(logAfter(received(asking)))).toEqual({ replies: [reply], proposalCode: 'P1' });
  });

  it('vanish once anything is sent, and do not come back with its echo', () => {
    const sent = logAfter(received(asking), composed('a'));
    expect(openQuickReplies(sent).replies).toEqual([]);
    expect(openQuickReplies(nextLog(sent, received(echo('2', 'a')))).replies).toEqual([]);
  });

  it('vanish when the desk says something after them', () => {
    expect(openQuickReplies(logAfter(received(asking, desk('2')))).replies).toEqual([]);
  });
});
