import { z } from 'zod';
import { PurchaseOrderNumber } from '../../domain/kernel/ids.js';
import { previewSupplierChase } from '../../tools/preview-supplier-chase.js';
import { sendSupplierMail } from '../../tools/send-supplier-mail.js';
import { clip, section, sentence } from './blocks/build.js';
import { mrkdwn } from './blocks/mrkdwn.js';
import { notSentWords, type PreviewedChase } from './cards/supplier-mail-words.js';
import { LONGEST_NAME } from './cards/supply-words.js';
import type { Handling, Opening } from './handling.js';
import type { Post } from './posts.js';
import { editChase } from './supplier-mail-modals.js';

/** Names a purchase order whose supplier is to be asked. */
export const OfPurchaseOrder = z.object({ po: PurchaseOrderNumber });
/** Names a drafted mail. */
export const OfDraft = OfPurchaseOrder.extend({ mailId: z.string() });

/** What to ask the supplier of an order, to edit; or why there is nothing to ask. */
export const openChase = (po: string, handling: Pick<Handling, 'call' | 'todayOn'>): Promise<Opening> =>
  withChase(po, handling, (chase) => editChase(chase, handling.todayOn));

/** Draws a modal from what would be asked about an order now, or says why nothing would. */
export async function withChase(
  po: string,
  { call }: Pick<Handling, 'call'>,
  draw: (chase: PreviewedChase) => Opening,
): Promise<Opening> {
  const shown = await call(previewSupplierChase, { poNumber: po });
  if (shown.kind === 'ready') return draw(shown);
  return {
    view: 'supplier-none',
    keeps: {},
    title: 'Nothing to ask',
    submit: null,
    blocks: [section(notSentWords(shown))],
  };
}

/** Sends a mail and tells whoever sent it what came of it. */
export async function sendChase(
  { po, mailId, text }: { readonly po: string; readonly mailId: string | null; readonly text?: string | undefined },
  { call, reply }: Pick<Handling, 'call' | 'reply'>,
): Promise<readonly Post[]> {
  const sent = await call(sendSupplierMail, { poNumber: po, mailId, text });
  if (sent.kind !== 'queued') return [reply(sentence(notSentWords(sent)))];
  const { supplierName, recipient } = sent;
  return [
    reply(
      sentence(
        mrkdwn`On its way to ${clip(supplierName, LONGEST_NAME)}, ${recipient}. Their answer about ${po} comes back here.`,
      ),
    ),
  ];
}
