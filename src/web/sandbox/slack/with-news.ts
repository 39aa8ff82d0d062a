import type { Message, News, Snapshot } from './wire.js';

/** What the page shows after something happened. */
export function withNews(before: Snapshot | null, news: News): Snapshot | null {
  if (news.kind === 'all') return news.snapshot;
  if (!before) return null;
  switch (news.kind) {
    case 'message':
      return withMessages(before, news.message.channel, (messages) => placed(messages, news.message));
    case 'gone':
      return withMessages(before, news.channel, (messages) => messages.filter(({ ts }) => ts !== news.ts));
    case 'home':
      return { ...before, home: news.home };
    case 'stack':
      return { ...before, stack: news.stack };
    case 'conversations':
      return { ...before, conversations: news.conversations };
    case 'waiting':
      return { ...before, waitingEvents: news.events };
  }
}

function withMessages(
  before: Snapshot,
  channel: string,
  change: (messages: readonly Message[]) => readonly Message[],
): Snapshot {
  return { ...before, messages: { ...before.messages, [channel]: change(before.messages[channel] ?? []) } };
}

/** A message in the place of its older version, or at the end. */
const placed = (messages: readonly Message[], message: Message): readonly Message[] =>
  messages.some(({ ts }) => ts === message.ts)
    ? messages.map((one) => (one.ts === message.ts ? message : one))
    : [...messages, message];
