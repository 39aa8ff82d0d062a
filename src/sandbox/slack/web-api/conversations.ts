import { z } from 'zod';
import type { Core } from '../core.js';
import { postMessage } from '../messages.js';
import { openConversation } from '../open-conversation.js';
import { SlackError } from '../slack-error.js';
import type { StoredMessage } from '../state/records.js';
import { APP } from '../state/seed.js';
import { wireConversation } from '../wire/wire-conversation.js';
import { wireMessage } from '../wire/wire-message.js';
import { defineMethod, Flag, Limit, type Method, pageOf } from './define-method.js';

const Page = { limit: Limit, cursor: z.string().optional() };
const Span = {
  ...Page,
  channel: z.string(),
  oldest: z.string().default('0'),
  latest: z.string().optional(),
  inclusive: Flag.default(false),
  include_all_metadata: Flag.default(false),
};
type Span = z.infer<z.ZodObject<typeof Span>>;

/** https://docs.slack.dev/reference/methods?family=conversations */
export const conversationMethods: Readonly<Record<string, Method>> = {
  'conversations.list': defineMethod(
    z.object({ ...Page, types: z.string().default('public_channel'), exclude_archived: Flag.optional() }),
    ({ types, limit, cursor }, { workspace }) => {
      const asked = new Set(types.split(',').map((type) => type.trim()));
      const kinds = { public: 'public_channel', private: 'private_channel', im: 'im', mpim: 'mpim' };
      const visible = [...workspace.conversations.values()].filter(
        ({ kind, members }) => asked.has(kinds[kind]) && (kind === 'public' || members.includes(APP.userId)),
      );
      const { page, response_metadata } = pageOf(visible, limit, cursor);
      return { channels: page.map(wireConversation), response_metadata };
    },
  ),

  'conversations.info': defineMethod(z.object({ channel: z.string() }), ({ channel }, { workspace }) => ({
    channel: wireConversation(workspace.conversationFor(APP.userId, channel)),
  })),

  'conversations.members': defineMethod(z.object({ channel: z.string(), ...Page }), (args, { workspace }) => {
    const { members } = workspace.conversationFor(APP.userId, args.channel);
    const { page, response_metadata } = pageOf(members, args.limit, args.cursor);
    return { members: page, response_metadata };
  }),

  'conversations.history': defineMethod(z.object(Span), (args, core) => {
    const { id } = core.workspace.membershipOf(APP.userId, args.channel);
    const messages = core.workspace
      .messagesIn(id)
      .filter(({ threadTs, broadcast }) => threadTs === undefined || broadcast)
      .reverse();
    return listed(core, messages, args);
  }),

  'conversations.replies': defineMethod(z.object({ ...Span, ts: z.string() }), (args, core) => {
    const { id } = core.workspace.membershipOf(APP.userId, args.channel);
    const message = core.workspace.message(id, args.ts);
    const root = message?.threadTs === undefined ? message : core.workspace.message(id, message.threadTs);
    if (!root || root.onlyFor !== undefined) throw new SlackError('thread_not_found');
    const { messages, ...rest } = listed(core, core.workspace.repliesTo(id, root.ts), args);
    const head = wireMessage(core.workspace, root, { metadata: args.include_all_metadata });
    return { ...rest, messages: [head, ...messages] };
  }),

  'conversations.open': defineMethod(
    z.object({ users: z.string().optional(), channel: z.string().optional(), return_im: Flag.optional() }),
    ({ users, channel }, core) => {
      if (channel !== undefined)
        return { channel: wireConversation(core.workspace.membershipOf(APP.userId, channel)), already_open: true };
      const named = (users ?? '').split(',').filter((id) => id !== '');
      if (named.length === 0) throw new SlackError('users_list_not_supplied');
      if (named.length > 8) throw new SlackError('too_many_users');
      return { channel: wireConversation(openConversation(core, [APP.userId, ...named])) };
    },
  ),

  'conversations.join': defineMethod(z.object({ channel: z.string() }), ({ channel }, core) => {
    const conversation = core.workspace.conversationFor(APP.userId, channel);
    if (conversation.kind !== 'public') throw new SlackError('method_not_supported_for_channel_type');
    if (conversation.members.includes(APP.userId))
      return { channel: wireConversation(conversation), warning: 'already_in_channel' };
    core.workspace.record({ kind: 'joined', channel: conversation.id, user: APP.userId });
    postMessage(core, {
      channel: conversation.id,
      user: APP.userId,
      subtype: 'channel_join',
      text: `<@${APP.userId}> has joined the channel`,
    });
    return { channel: wireConversation(core.workspace.conversationFor(APP.userId, conversation.id)) };
  }),
};

/** The messages of a span that everybody sees, a page at a time, in the order given. */
function listed({ workspace }: Core, messages: readonly StoredMessage[], span: Span) {
  const { oldest, latest, inclusive, limit, cursor } = span;
  const isIn = ({ ts, onlyFor }: StoredMessage): boolean =>
    onlyFor === undefined &&
    (compareTs(ts, oldest) > 0 || (inclusive && compareTs(ts, oldest) === 0)) &&
    (latest === undefined || compareTs(ts, latest) < 0 || (inclusive && compareTs(ts, latest) === 0));
  const { page, has_more, response_metadata } = pageOf(messages.filter(isIn), limit, cursor);
  return {
    messages: page.map((message) => wireMessage(workspace, message, { metadata: span.include_all_metadata })),
    has_more,
    ...(has_more && { response_metadata }),
  };
}

/** Names of messages in their order; a missing fraction counts as none. */
export function compareTs(a: string, b: string): number {
  const [aSeconds = '0', aRest = ''] = a.split('.');
  const [bSeconds = '0', bRest = ''] = b.split('.');
  return Number(aSeconds) - Number(bSeconds) || Number(aRest.padEnd(6, '0')) - Number(bRest.padEnd(6, '0'));
}
