import { amendHandOffNote } from '../../../tools/amend-hand-off-note.js';
import { checkHandOffText } from '../../../tools/check-hand-off-text.js';
import { noteHandOff } from '../../../tools/note-hand-off.js';
import { LONGEST_REPLY } from '../../../tools/reply-to-shopper.js';
import { sentence, words } from '../blocks/build.js';
import { mrkdwn } from '../blocks/mrkdwn.js';
import type { Message } from '../blocks/schemas.js';
import { defineEvent, type EventHandling } from '../define-event.js';
import type { Post } from '../posts.js';
import { readTyped } from '../read-typed.js';
import { stopWords } from '../reply-faults.js';
import { noRole } from '../say.js';
import { sendReply } from '../send-reply.js';
import { conversationOf } from '../show-hand-off.js';
import { markedReply, ThreadMessage, writtenOf } from '../thread-message.js';

/**
 * Somebody writes in the thread of a hand-off: after `reply:` it goes to the shopper, everything else is a note of the
 * team's. Edits and deletions follow for notes; a reply that went out cannot be changed, which is said.
 */
export default defineEvent({
  type: 'message',
  subscribesTo: ['message.channels', 'message.groups'],
  scopes: [],
  event: ThreadMessage,
  async run(event, handling) {
    const { ts, thread_ts, user } = writtenOf(event);
    const conversationId = conversationOf(await handling.nameOf({ channel: event.channel, ts: thread_ts }));
    if (conversationId === null) return [];
    const place = { channel: event.channel, thread: thread_ts, ts, user };
    const { member } = handling;
    if (!member) return event.subtype === 'message_deleted' ? [] : [privately(place, noRole())];
    if (event.subtype === 'message_changed' || event.subtype === 'message_deleted')
      return amend(event, conversationId, place, { ...handling, member });
    return take(event, conversationId, place, { ...handling, member });
  },
});

interface ThreadPlace {
  readonly channel: string;
  readonly thread: string;
  readonly ts: string;
  readonly user: string;
}
type MemberHandling = EventHandling & { readonly member: NonNullable<EventHandling['member']> };

const sourceOf = ({ channel, ts }: ThreadPlace): string => `${channel}:${ts}`;
const privately = ({ channel, thread, user }: ThreadPlace, message: Message): Post => ({
  ...{ method: 'chat.postEphemeral', channel, user, thread, message },
});
const under = ({ channel, thread }: ThreadPlace, message: Message): Post => ({
  ...{ method: 'chat.postMessage', channel, under: { ts: thread }, message },
});
const sign = ({ channel, ts }: ThreadPlace, name: string): Post => ({
  method: 'reactions.add',
  channel,
  ts,
  sign: name,
});

async function take(
  { text, files }: Extract<ThreadMessage, { files: unknown }>,
  conversationId: string,
  place: ThreadPlace,
  { member: { call }, team }: MemberHandling,
): Promise<Post[]> {
  const notPassedOn = files.length > 0 ? [under(place, sentence(words(FILES_STAY)))] : [];
  const reply = markedReply(text);
  const source = sourceOf(place);
  if (reply !== null) {
    const plain = readTyped(reply, team);
    if (plain === '')
      return [
        privately(place, sentence(words('Nothing was sent: there are no words after “reply:”.'))),
        ...notPassedOn,
      ];
    if (plain.length > LONGEST_REPLY)
      return [
        privately(place, sentence(words('Nothing was sent: that is too long for a chat. Please send it in parts.'))),
      ];
    const stop = stopWords(await call(checkHandOffText, { conversationId, text: plain }));
    if (stop !== null)
      return [
        privately(
          place,
          sentence(mrkdwn`Nothing was sent. ${stop} Please write it anew as a message that begins with “reply:”.`),
        ),
      ];
    const failed = await sendReply(
      { conversationId, text: plain, source },
      { call, reply: (said) => privately(place, said) },
    );
    return failed.length > 0 ? failed : [sign(place, 'outbox_tray'), ...notPassedOn];
  }
  const note = readTyped(text, team) || (files.length > 0 ? `${files.length} file(s)` : '');
  if (note === '') return [];
  const { kind } = await call(noteHandOff, { conversationId, text: note.slice(0, LONGEST_NOTE), source });
  if (kind === 'none_open') return [privately(place, sentence(words(OVER)))];
  return [sign(place, 'memo'), ...notPassedOn];
}

async function amend(
  event: Extract<ThreadMessage, { subtype: 'message_changed' | 'message_deleted' }>,
  conversationId: string,
  place: ThreadPlace,
  { member: { call }, team }: MemberHandling,
): Promise<Post[]> {
  // Slack also tells of a change when it has added a preview of a link
  if (event.subtype === 'message_changed' && event.message.text === event.previous_message.text) return [];
  const text = event.subtype === 'message_deleted' ? null : readTyped(event.message.text, team).slice(0, LONGEST_NOTE);
  const { kind } = await call(amendHandOffNote, { conversationId, source: sourceOf(place), text });
  if (kind === 'already_sent') return [under(place, sentence(words(text === null ? CANNOT_TAKE_BACK : CANNOT_CHANGE)))];
  return text !== null && markedReply(text) !== null ? [privately(place, sentence(words(EDIT_SENDS_NOTHING)))] : [];
}

const LONGEST_NOTE = 4_000;
const FILES_STAY = 'Files stay here: the customer’s chat takes words alone, so they were not passed on.';
const OVER = 'This hand-off is over, so this was not kept as a note. The assistant has the conversation again.';
const CANNOT_TAKE_BACK = 'This reply was sent: deleting it here does not take it back. The customer still has it.';
const CANNOT_CHANGE =
  'This reply was sent: editing it here changes nothing for the customer. Please send another one to put it right.';
const EDIT_SENDS_NOTHING =
  'An edit sends nothing to the customer. Please write it as a new message that begins with “reply:”.';
