import { randomUUID } from 'node:crypto';
import type { Receive } from '../../conversation/receive.js';
import type { Sql } from '../../store/connect.js';
import { findConversation } from '../../store/conversations.js';
import type { Stored } from '../../store/inbox.js';
import { activityId } from './activity-set.js';
import { type Answer, refusal } from './answer.js';
import { type PostedActivity, readPostedActivity } from './posted-activity.js';
import type { RateLimit } from './rate-limit.js';
import { CHANNEL, receiveOpened } from './start-conversation.js';
import type { Streams } from './streams.js';
import type { Grant } from './tokens.js';

export interface ReceiveActivityOptions {
  readonly sql: Sql;
  readonly receive: Receive;
  readonly streams: Streams;
  /** Messages of one conversation. */
  readonly limit: RateLimit;
}

/** Takes an activity a client posted. It is acknowledged only when it is stored: after that it cannot get lost. */
export async function receiveActivity(
  body: unknown,
  grant: Grant,
  source: string,
  { sql, receive, streams, limit }: ReceiveActivityOptions,
): Promise<Answer> {
  const { conversationId } = grant;
  const posted = readPostedActivity(body);
  if (posted.kind === 'refused') return refusal('BadArgument', posted.message);
  if (posted.kind === 'typing') return accepted(activityId(conversationId, 0));
  const taken = limit.take(conversationId);
  if (taken.kind === 'limited')
    return refusal('RateLimited', 'That was a lot at once. Please wait a moment.', taken.retryAfterSeconds);

  let stored: Stored;
  try {
    stored =
      posted.kind === 'opened'
        ? await receiveOpened(receive, grant, source)
        : await receiveMessage(receive, posted, grant, source);
  } catch (error) {
    // the usual reason is an outage; a conversation that was never started is the caller's mistake
    if (await findConversation(sql, conversationId)) throw error;
    return refusal('NotFound', 'The conversation was not started.');
  }
  if (stored.seq === null) throw new Error('A message was stored without its place in the transcript');
  streams.tell([{ kind: 'rows', conversationId }]);
  return accepted(activityId(conversationId, stored.seq));
}

const accepted = (id: string): Answer => ({ status: 200, body: { id } });

function receiveMessage(
  receive: Receive,
  { text, value, clientActivityId, postBack }: Extract<PostedActivity, { kind: 'message' }>,
  { conversationId, user }: Grant,
  source: string,
): Promise<Stored> {
  return receive({
    channel: CHANNEL,
    // a client's marks are its own affair: they must not meet those of another conversation
    externalId: `${conversationId}/${clientActivityId ?? randomUUID()}`,
    conversationId,
    event: { kind: 'message', text, source, ...(value && { value }) },
    activity: {
      type: 'message',
      text,
      textFormat: 'plain',
      from: { id: user, role: 'user' },
      channelData: {
        ...(clientActivityId !== undefined && { clientActivityID: clientActivityId }),
        ...(postBack && { postBack }),
      },
      ...(value && { value }),
    },
  });
}
