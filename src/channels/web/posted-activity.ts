import { z } from 'zod';
import { ButtonValue } from '../../conversation/activity.js';

const LONGEST_TEXT = 2_000;

/** PostgreSQL keeps neither NUL nor half a character pair in its text, so neither gets further than here. */
const Text = z.string().transform((text) => text.replaceAll('\u0000', '').replace(/\p{Surrogate}/gu, '\uFFFD'));

const Message = z.object({
  type: z.literal('message'),
  text: Text.pipe(
    z.string().max(LONGEST_TEXT, { error: `A message has at most ${LONGEST_TEXT} characters.` }),
  ).nullish(),
  value: ButtonValue.nullish(),
  attachments: z.array(z.unknown()).nullish(),
  channelData: z
    .object({
      clientActivityID: Text.pipe(z.string().min(1).max(200)).optional(),
      // the public Web Chat leaves a pressed button out of its transcript by this mark
      postBack: z.boolean().optional(),
    })
    .nullish(),
});

const Posted = z.discriminatedUnion(
  'type',
  [
    Message,
    z.object({ type: z.literal('event'), name: z.literal('chat/opened') }),
    z.object({ type: z.literal('typing') }),
  ],
  { error: 'Only messages, typing and the event chat/opened are understood here.' },
);

export type PostedActivity =
  | {
      readonly kind: 'message';
      readonly text: string;
      readonly value?: ButtonValue;
      /** The client's own mark of the message: kept in the echo, and recognised when the message is sent again. */
      readonly clientActivityId?: string;
      readonly postBack: boolean;
    }
  | { readonly kind: 'opened' }
  | { readonly kind: 'typing' }
  | { readonly kind: 'refused'; readonly message: string };

/** Stands for a message that was nothing but files, which this chat does not take. */
const PICTURE_ONLY = '[picture]';

/** Reads an activity a client sent. Who it says it is from is not read at all: the token says that. */
export function readPostedActivity(body: unknown): PostedActivity {
  const posted = Posted.safeParse(body);
  if (!posted.success) return { kind: 'refused', message: reasonOf(posted.error) };
  if (posted.data.type === 'event') return { kind: 'opened' };
  if (posted.data.type === 'typing') return { kind: 'typing' };
  const { text, value, attachments, channelData } = posted.data;
  const words = text?.trim() || (attachments?.length ? PICTURE_ONLY : '');
  if (words === '' && !value) return { kind: 'refused', message: 'A message needs text.' };
  const clientActivityId = channelData?.clientActivityID;
  return {
    kind: 'message',
    text: words,
    postBack: channelData?.postBack ?? false,
    ...(value && { value }),
    ...(clientActivityId !== undefined && { clientActivityId }),
  };
}

function reasonOf({ issues: [issue] }: z.ZodError): string {
  if (!issue) return 'The activity is not readable.';
  const where = issue.path.join('.');
  return where && where !== 'type' ? `${where}: ${issue.message}` : issue.message;
}
