import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/web/chat/conversation-log.js';
import { dayText, groupMessages } from '../../src/web/chat/message-groups.js';

const desk = (id: string, at: string, personName?: string): Entry => ({
  kind: 'desk',
  id,
  at,
  text: id,
  author: personName ? 'person' : 'assistant',
  quickReplies: [],
  ...(personName && { personName }),
});
const own = (key: string, at: string): Entry => ({ kind: 'own', key, at, text: key, delivery: 'sent' });
const utcDay = (instant: string) => instant.slice(0, 10);
const shape = (entries: Entry[]) =>
  groupMessages(entries, utcDay).map(({ groups }) =>
    groups.map((group) => `${group.personName ?? group.author}: ${group.entries.map((entry) => entry.text).join(' ')}`),
  );

describe('messages of a conversation', () => {
  it('stand together by author', () => {
    const at = '2026-11-23T15:00:00Z';
    expect(shape([desk('a', at), desk('b', at), own('c', at), desk('d', at), desk('e', at, 'Maya')])).toEqual([
      ['assistant: a b', 'me: c', 'assistant: d', 'Maya: e'],
    ]);
  });

  it('begin anew after a pause and on another day', () => {
    expect(
      shape([desk('a', '2026-11-22T23:40:00Z'), desk('b', '2026-11-22T23:55:00Z'), desk('c', '2026-11-23T00:01:00Z')]),
    ).toEqual([['assistant: a', 'assistant: b'], ['assistant: c']]);
  });

  it('are dated as people speak', () => {
    const now = new Date(2026, 10, 23, 9, 0).getTime();
    expect(dayText(new Date(2026, 10, 23, 0, 1).toISOString(), now)).toBe('Today');
    expect(dayText(new Date(2026, 10, 22, 23, 59).toISOString(), now)).toBe('Yesterday');
    expect(dayText(new Date(2026, 10, 20, 12, 0).toISOString(), now)).toBe('Friday, November 20');
  });
});
