import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { readMessageBlocks } from '../blocks/read-blocks.js';
import type { Core } from '../core.js';
import { changeMessage, postMessage, removeMessage } from '../messages.js';
import { SlackError } from '../slack-error.js';
import { Metadata, type ResponseUrl } from '../state/records.js';
import { APP } from '../state/seed.js';

const LIVES_MS = 30 * 60_000;
const MOST_USES = 5;

/** An address at which the app may answer this deed: five times within half an hour, restarts included. */
export function makeResponseUrl(
  { workspace, clock }: Core,
  { channel, user, messageTs, threadTs }: Pick<ResponseUrl, 'channel' | 'user' | 'messageTs' | 'threadTs'>,
): string {
  const id = randomBytes(18).toString('base64url');
  const url = { id, channel, user, messageTs, threadTs, expiresAt: clock.now() + LIVES_MS, uses: 0 };
  workspace.record({ kind: 'response-url', url });
  return `${workspace.publicUrl}/response/${id}`;
}

/** What an app may say at a response_url, or in the body of its acknowledgement of a slash command. */
export const Response = z.looseObject({
  text: z.string().max(40_000, { error: 'msg_too_long' }).optional(),
  blocks: z.unknown().optional(),
  response_type: z.enum(['ephemeral', 'in_channel']).optional(),
  replace_original: z.boolean().optional(),
  delete_original: z.boolean().optional(),
  thread_ts: z.string().optional(),
  metadata: Metadata.optional(),
});
export type Response = z.infer<typeof Response>;

/** Takes what an app posts to a response_url. Throws in Slack's words. */
export function useResponseUrl(core: Core, id: string, given: unknown): void {
  const url = core.workspace.responseUrls.get(id);
  if (!url) throw new SlackError('invalid_url');
  if (core.clock.now() > url.expiresAt) throw new SlackError('expired_url');
  if (url.uses >= MOST_USES) throw new SlackError('used_url');
  const read = Response.safeParse(given);
  if (!read.success) throw new SlackError('invalid_payload');
  const answer = contentOf(read.data);
  core.workspace.record({ kind: 'response-url-used', id });
  answerDeed(core, url, read.data, answer);
}

export interface AnswerContent {
  readonly text: string;
  readonly blocks?: ReturnType<typeof readMessageBlocks>;
}

/** The message in an answer, checked. */
export const contentOf = ({ text = '', blocks }: Response): AnswerContent => ({
  text,
  ...(blocks !== undefined && { blocks: readMessageBlocks(blocks) }),
});

/** Shows an app's answer to a deed: in place of the message, instead of it, or as one of its own. */
export function answerDeed(
  core: Core,
  url: Pick<ResponseUrl, 'channel' | 'user' | 'messageTs' | 'threadTs'>,
  { response_type, replace_original, delete_original, thread_ts, metadata }: Response,
  content: AnswerContent,
): void {
  const original = url.messageTs === undefined ? undefined : core.workspace.message(url.channel, url.messageTs);
  if (delete_original) {
    if (original) removeMessage(core, original);
    return;
  }
  if (content.text === '' && !content.blocks?.length) throw new SlackError('no_text');
  if (replace_original && original) {
    changeMessage(core, original, { ...content, ...(metadata && { metadata }), by: null });
    return;
  }
  const threadTs = thread_ts ?? url.threadTs;
  postMessage(core, {
    channel: url.channel,
    user: APP.userId,
    ...content,
    ...(metadata && { metadata }),
    ...(threadTs !== undefined && { threadTs }),
    ...(response_type !== 'in_channel' && { onlyFor: url.user }),
  });
}
