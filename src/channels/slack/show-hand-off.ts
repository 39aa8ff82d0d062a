import { compareInstants, dateIn } from '../../domain/kernel/dates.js';
import type { ConversationId } from '../../domain/kernel/ids.js';
import { businessNow } from '../../store/clock.js';
import {
  entriesToShow,
  type HandOffEntry,
  keepDelivery,
  lockThread,
  markShown,
  type ThreadMarks,
} from '../../store/hand-off-threads.js';
import { type MessageRecord, messagesAfter } from '../../store/messages.js';
import { getHandOff } from '../../tools/get-hand-off.js';
import { type HandOffFacts, type HandOffScene, handOffCard } from './cards/hand-off-card.js';
import { entryMessage, notDelivered, saidMessage } from './cards/hand-off-entries.js';
import type { HandlingDeps } from './create-handling.js';
import { type Post, storePosts } from './posts.js';

/** Our names of a conversation's card, under which its thread stands, and of a reply shown there. */
export const threadName = (conversationId: ConversationId): string => `hand-off:${conversationId}`;
const replyName = (entryId: number): string => `hand-off-reply:${entryId}`;

/** The conversation whose thread stands under a message of this name; null when it is no such message. */
export const conversationOf = (name: string | null): string | null => /^hand-off:(.+)$/.exec(name ?? '')?.[1] ?? null;

interface News {
  readonly entries: readonly HandOffEntry[];
  readonly said: readonly MessageRecord[];
}

/**
 * Brings a conversation's thread up to date: stores for sending what was said and done since, and how far that is, in one
 * transaction. So each thing is shown once, in its order, whoever shows it and however often it is tried.
 */
export async function showHandOff(conversationId: ConversationId, deps: HandlingDeps): Promise<void> {
  const { sql, door, policy, team } = deps;
  const scene = { policy, team, todayOn: dateIn(policy.zone, await businessNow(sql)) };
  await sql.begin(async (tx) => {
    const marks = await lockThread(tx, conversationId);
    if (!marks) return;
    const entries = await entriesToShow(tx, conversationId, marks);
    const said = await messagesAfter(tx, conversationId, marks.shownSeq);
    if (entries.length === 0 && said.length === 0) return;
    // read after the entries, so that the card is never older than what stands under it
    const facts = await door.call(getHandOff, { conversationId }, { kind: 'system', job: 'hand-off-thread' });
    if (facts.kind !== 'found') return;
    const posts = postsOf({ entries, said }, marks, facts, scene);
    await storePosts(tx, `hand-off:${conversationId}:${nextRound(marks, entries)}`, posts);
    for (const { id, delivery } of entries)
      if (delivery === 'sent' || delivery === 'failed') await keepDelivery(tx, id, delivery);
    await markShown(tx, conversationId, {
      shownSeq: Math.max(marks.shownSeq, ...said.map(({ seq }) => seq)),
      shownEntry: Math.max(marks.shownEntry, ...entries.map(({ id }) => id)),
    });
  });
}

/** Names what one round shows. A round that only tells what became of replies moves no mark, so it names these. */
const nextRound = ({ shownEntry, shownSeq }: ThreadMarks, entries: readonly HandOffEntry[]): string =>
  [shownEntry, shownSeq, ...entries.filter(({ id }) => id <= shownEntry).map(({ id }) => id)].join(':');

/** What happened and was said, in its order; then what became of replies, and the card as it is now. */
function postsOf(news: News, marks: ThreadMarks, facts: HandOffFacts, scene: HandOffScene): Post[] {
  const name = threadName(facts.conversationId);
  const channel = scene.team.channels.handOffs;
  const isNew = marks.shownEntry === 0;
  const message = handOffCard(facts, scene);
  const changes = !isNew && news.entries.some(({ id, kind }) => id > marks.shownEntry && !kind.startsWith('note'));
  return [
    ...(isNew ? [{ method: 'chat.postMessage' as const, channel, storeAs: name, message }] : []),
    ...threadPosts(news, marks, facts, scene),
    ...news.entries.flatMap((entry) => deliveryPosts(entry, marks, facts, scene)),
    ...(changes ? [{ method: 'chat.update' as const, of: { named: name }, message }] : []),
  ];
}

function threadPosts({ entries, said }: News, marks: ThreadMarks, facts: HandOffFacts, scene: HandOffScene): Post[] {
  const under = { named: threadName(facts.conversationId) };
  const inThread = { method: 'chat.postMessage', channel: scene.team.channels.handOffs, under } as const;
  const done = entries
    // the first of all is the card itself
    .filter(({ id, kind }) => id > marks.shownEntry && !(marks.shownEntry === 0 && kind === 'opened'))
    .flatMap((entry) => {
      const message = entryMessage(entry, facts, scene);
      const more =
        entry.kind === 'reply' ? { storeAs: replyName(entry.id) } : entry.kind === 'opened' ? { broadcast: true } : {};
      return message ? [{ at: entry.at, post: { ...inThread, ...more, message } }] : [];
    });
  const written = said.flatMap((row) => {
    const message = isShown(row) ? saidMessage(row, facts) : null;
    return message ? [{ at: row.at, post: { ...inThread, message } }] : [];
  });
  return [...done, ...written].sort((a, b) => compareInstants(a.at, b.at)).map(({ post }) => post);
}

/** The reply says what became of it; one that did not go out is told aloud. */
function deliveryPosts(
  entry: HandOffEntry,
  { shownEntry }: ThreadMarks,
  facts: HandOffFacts,
  scene: HandOffScene,
): Post[] {
  if (entry.delivery !== 'sent' && entry.delivery !== 'failed') return [];
  const message = entryMessage(entry, facts, scene);
  const change: Post[] =
    message && entry.id <= shownEntry ? [{ method: 'chat.update', of: { named: replyName(entry.id) }, message }] : [];
  if (entry.delivery === 'sent') return change;
  const under = { named: threadName(facts.conversationId) };
  const channel = scene.team.channels.handOffs;
  return [...change, { method: 'chat.postMessage', channel, under, message: notDelivered(entry, facts) }];
}

/** People's replies and the desk's words on who answers are shown by their entries. */
function isShown({ author, body }: MessageRecord): boolean {
  const { template } = (body.channelData ?? {}) as { template?: string };
  return author !== 'person' && body.type === 'message' && !template?.startsWith('hand-off/');
}
