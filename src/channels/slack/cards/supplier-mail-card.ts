import { actions, button, clip, context, message, section } from '../blocks/build.js';
import { lines, type Mrkdwn, mention, mrkdwn } from '../blocks/mrkdwn.js';
import type { Message } from '../blocks/schemas.js';
import { ASKS, type SupplierMail, waitingWords } from './supplier-mail-words.js';
import { LONGEST_NAME } from './supply-words.js';

const LONGEST_ASKED = 400;
const LONGEST_REASON = 300;

/** A drafted mail to a supplier with what can be done about it; once it is over, how it ended instead of the buttons. */
export function supplierMailCard(mail: SupplierMail): Message {
  const { mailId, poNumber, supplierName, asks, why, recipient, subject, text, state } = mail;
  const title = mrkdwn`*${poNumber}*, ${clip(supplierName, LONGEST_NAME)}: asks ${ASKS[asks]}`;
  const about = section(
    lines([
      title,
      mrkdwn`${waitingWords(mail)}`,
      mrkdwn`>*${clip(subject, LONGEST_REASON)}*`,
      mrkdwn`>${clip(questionOf(text), LONGEST_ASKED)}`,
    ]),
  );
  if (state !== 'draft') return message(outcomeWords(mail), [about, section(outcomeWords(mail))]);
  const value = { po: poNumber, mailId };
  return message(mrkdwn`To be sent? ${title}`, [
    about,
    actions(
      button({ text: 'Preview …', action: 'supplier-mail:preview', value }),
      button({ text: 'Send', action: 'supplier-mail:send', value, style: 'primary' }),
      button({ text: 'Edit …', action: 'supplier-mail:edit', value }),
      button({ text: 'Skip …', action: 'supplier-mail:skip', value }),
    ),
    context(mrkdwn`To ${recipient}. It waits for a person because ${why ?? 'the policy says so'}.`),
  ]);
}

/** The sentence that asks; the beginning of what has none. */
function questionOf(text: string): string {
  const paragraphs = text.split('\n').filter((line) => line.trim() !== '');
  return paragraphs.find((line) => line.includes('?')) ?? paragraphs[1] ?? text;
}

function outcomeWords({ state, poNumber, decidedBy, reason, recipient }: SupplierMail): Mrkdwn {
  const by = decidedBy === null ? mrkdwn`` : mrkdwn` by ${mention(decidedBy)}`;
  switch (state) {
    case 'draft':
      return mrkdwn`Waiting: ${poNumber}.`;
    case 'waiting':
      return mrkdwn`Let out${by}; on its way to ${recipient}.`;
    case 'sent':
      return mrkdwn`Sent${by} to ${recipient}.`;
    case 'bounced':
      return mrkdwn`Sent${by}, and refused by their mail server. Somebody has to call.`;
    case 'skipped':
      return mrkdwn`Skipped${by}: “${clip(reason ?? '', LONGEST_REASON)}”`;
    case 'dropped':
      return mrkdwn`Not sent: ${reason ?? ''}.`;
  }
}
