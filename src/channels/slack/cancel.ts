import type { z } from 'zod';
import type { LocalDate } from '../../domain/kernel/dates.js';
import type { OrderNumber } from '../../domain/kernel/ids.js';
import { cancelItems } from '../../tools/cancel-items.js';
import { previewCancellation } from '../../tools/preview-cancellation.js';
import { actions, button, context, input, message, option, section } from './blocks/build.js';
import { mrkdwn } from './blocks/mrkdwn.js';
import type { Message } from './blocks/schemas.js';
import {
  type CancelPreview,
  doneWords,
  type NotCancelled,
  notCancelledWords,
  recapWords,
} from './cards/cancel-words.js';
import type { Handling, Opening } from './handling.js';
import type { Post } from './posts.js';
import { SLASH } from './say.js';

/** What of an order: one line, or all that has not left. */
export interface ToCancel {
  readonly order: OrderNumber;
  readonly line: number | null;
}

/** Who wants it, and where the customer said so; the value of the modal's choice. */
export const WANTED_BY = {
  phone: 'The customer, on the phone',
  email: 'The customer, by e-mail',
  in_person: 'The customer, in person',
  shop: 'We do: it is not going to be delivered',
} as const;

/** Everything that cancelling would do, and who wants it; null when there is nothing to cancel. */
export async function openCancelling(
  { order, line }: ToCancel,
  { call, todayOn }: Pick<Handling, 'call' | 'todayOn'>,
): Promise<Opening | null> {
  const preview = await call(previewCancellation, { orderNumber: order, line });
  return preview.kind === 'can_cancel' ? cancelModal(preview, line, todayOn) : null;
}

export const cancelModal = (preview: CancelPreview, line: number | null, todayOn: LocalDate): Opening => ({
  view: 'cancel',
  keeps: { order: preview.recap.orderNumber, line, recapId: preview.recapId },
  title: 'Cancel items',
  submit: 'Cancel them',
  close: 'Leave them',
  blocks: [
    section(recapWords(preview, todayOn)),
    input('by', 'Who wants it?', {
      type: 'radio_buttons',
      action_id: 'by-input',
      options: Object.entries(WANTED_BY).map(([value, words]) => option(words, value)),
    }),
    input(
      'words',
      'What did they say, or why do we not deliver?',
      { type: 'plain_text_input', action_id: 'words-input', multiline: true, max_length: 500 },
      { hint: 'Kept as evidence. For a refund nobody has to give a reason: “they asked for it” will do.' },
    ),
  ],
});

/** Says why there is nothing to cancel. */
export async function whyNoCancelling(
  { order, line }: ToCancel,
  { call, reply }: Pick<Handling, 'call' | 'reply'>,
): Promise<readonly Post[]> {
  const preview = await call(previewCancellation, { orderNumber: order, line });
  const text =
    preview.kind === 'can_cancel'
      ? mrkdwn`That took too long to open. Please try once more.`
      : notCancelledWords(order, preview);
  return [reply(message(text, [section(text), ...escalateButton(order, preview)]))];
}

const escalateButton = (order: OrderNumber, { kind }: { readonly kind: string }) =>
  kind === 'part_shipped'
    ? [actions(button({ text: 'Escalate', action: 'escalation:open', value: { order }, style: 'primary' }))]
    : [];

/** Cancels what was seen, and says what became of it. */
export async function cancel(
  input: z.input<typeof cancelItems.input> & { readonly orderNumber: OrderNumber },
  { call, reply, todayOn }: Pick<Handling, 'call' | 'reply' | 'todayOn'>,
): Promise<readonly Post[]> {
  return [reply(cancelledCard(input.orderNumber, await call(cancelItems, input), todayOn))];
}

export function cancelledCard(
  order: OrderNumber,
  done: NotCancelled | Exclude<z.infer<typeof cancelItems.output>, NotCancelled>,
  todayOn: LocalDate,
): Message {
  if (done.kind === 'facts_moved') {
    const text = mrkdwn`Nothing was cancelled: order ${order} has changed since you looked. Please look again.`;
    return message(text, [
      section(text),
      actions(button({ text: 'Look again', action: 'order:open', value: { order }, style: 'primary' })),
    ]);
  }
  const isDone = done.kind === 'cancelled' || done.kind === 'requested';
  const text = isDone ? doneWords(done, todayOn) : notCancelledWords(order, done);
  return message(text, [
    section(text),
    actions(button({ text: `Open order ${order}`, action: 'order:open', value: { order } })),
    ...(isDone
      ? [context(mrkdwn`The customer is not told by this; \`${SLASH} reply ${order}\` drafts the message.`)]
      : []),
  ]);
}
