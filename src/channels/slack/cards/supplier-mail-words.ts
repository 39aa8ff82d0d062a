import type { z } from 'zod';
import type { getSupplierMail } from '../../../tools/get-supplier-mail.js';
import type { previewSupplierChase } from '../../../tools/preview-supplier-chase.js';
import type { sendSupplierMail } from '../../../tools/send-supplier-mail.js';
import { sayCount } from '../../../wording/formats.js';
import { button, words } from '../blocks/build.js';
import { type Mrkdwn, mention, mrkdwn } from '../blocks/mrkdwn.js';
import type { Pressable } from '../blocks/schemas.js';
import { waitingTotal } from './supply-words.js';

export type SupplierMail = Extract<z.infer<typeof getSupplierMail.output>, { kind: 'found' }>;
export type PreviewedChase = Extract<z.infer<typeof previewSupplierChase.output>, { kind: 'ready' }>;

/** What a mail asks, after "asks". */
export const ASKS: Readonly<Record<SupplierMail['asks'], string>> = {
  purchase_order: 'them to confirm our order',
  acknowledgement: 'whether they got our order',
  date_check: 'whether the promised day still holds',
  overdue: 'when the overdue goods will be here',
  claim_question: 'what they meant',
  forecast: 'nothing: it shares our forecast',
};

/** Opens what to ask a supplier about an order. */
export const chaseButton = (po: string): Pressable =>
  button({ text: 'Chase …', action: 'supplier:chase', value: { po } });

/** Who waits for the goods. */
export const waitingWords = ({ waiting }: Pick<SupplierMail, 'waiting'>): string =>
  waiting.waitingOrders === 0 ? 'No customer waits for it.' : `Customers wait: ${waitingTotal(waiting)}.`;

type NotSent = Exclude<
  z.infer<typeof previewSupplierChase.output> | z.infer<typeof sendSupplierMail.output>,
  { kind: 'ready' | 'queued' }
>;

const NOT_SENT: Readonly<Record<Exclude<NotSent['kind'], 'over'>, string>> = {
  order_over: 'There is nothing to ask: all of it has come, or it was cancelled.',
  under_way: 'A mail about this order is on its way out already.',
  no_address: 'There is no e-mail address of this supplier on file. A call is the way.',
  mail_not_connected: 'No mail server is connected to this desk (docs/email.md).',
  not_found: 'There is no such purchase order.',
};

const STATES: Readonly<Record<string, string>> = {
  waiting: 'is on its way',
  sent: 'was sent',
  bounced: 'was refused by their mail server',
  dropped: 'was dropped: things had changed',
  skipped: 'was skipped',
};

/** How a draft ended, by whom. */
export const overWords = ({
  state,
  decidedBy,
}: {
  readonly state: string;
  readonly decidedBy: string | null;
}): Mrkdwn =>
  mrkdwn`That mail ${STATES[state] ?? state} already${decidedBy === null ? '' : mrkdwn`, by ${mention(decidedBy)}`}.`;

/** Why nothing was sent. */
export const notSentWords = (not: NotSent): Mrkdwn =>
  not.kind === 'over' ? overWords(not) : words(NOT_SENT[not.kind]);

/** How often they were asked since they last answered. */
export const unansweredWords = (unanswered: number): string =>
  unanswered === 0 ? 'Nothing we asked is unanswered.' : `${sayCount(unanswered, 'question')} unanswered so far.`;
