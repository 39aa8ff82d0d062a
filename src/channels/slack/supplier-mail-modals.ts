import type { LocalDate } from '../../domain/kernel/dates.js';
import { LONGEST_SUPPLIER_MAIL } from '../../tools/supplier-mail-facts.js';
import { sayDate } from '../../wording/formats.js';
import { clip, context, input, section, verbatim, words } from './blocks/build.js';
import { lines, mrkdwn } from './blocks/mrkdwn.js';
import { type PreviewedChase, unansweredWords, waitingWords } from './cards/supplier-mail-words.js';
import { firstOf, LONGEST_NAME } from './cards/supply-words.js';
import type { Opening } from './handling.js';

const MOST_LINES = 4;

/** What to ask a supplier about an order, to edit; it is shown once more before it goes. */
export function editChase(chase: PreviewedChase, todayOn: LocalDate): Opening {
  const { poNumber, mailId, supplierName, recipient, subject, text, openLines, unanswered } = chase;
  if (text.length > LONGEST_SUPPLIER_MAIL) return previewChase({ ...chase, isEdited: false });
  const open = openLines.map(
    ({ lineNumber, units, itemName, promisedOn }) =>
      mrkdwn`• Line ${lineNumber}: ${units} × ${clip(itemName, LONGEST_NAME)}, ${promisedOn ? `promised for ${sayDate(promisedOn, todayOn)}` : 'no date'}`,
  );
  return {
    view: 'supplier-mail-edit',
    keeps: { po: poNumber, mailId },
    title: `Ask about ${clip(poNumber, 13)}`,
    submit: 'Preview',
    blocks: [
      section(lines([mrkdwn`*${clip(supplierName, LONGEST_NAME)}*, ${recipient}`, firstOf(open, MOST_LINES)])),
      context(mrkdwn`${waitingWords(chase)} ${unansweredWords(unanswered)}`),
      section(mrkdwn`*${clip(subject, 150)}*`),
      input('text', 'What they will read', {
        type: 'plain_text_input',
        action_id: 'text-input',
        multiline: true,
        max_length: LONGEST_SUPPLIER_MAIL,
        initial_value: text,
      }),
    ],
  };
}

/** A mail as the supplier will read it, with the button that sends it. `isEdited`: not in the words of the template. */
export const previewChase = ({
  poNumber,
  mailId,
  supplierName,
  recipient,
  subject,
  text,
  isEdited,
}: Pick<PreviewedChase, 'poNumber' | 'mailId' | 'supplierName' | 'recipient' | 'subject' | 'text'> & {
  readonly isEdited: boolean;
}): Opening => ({
  view: 'supplier-mail-send',
  keeps: { po: poNumber, mailId, text: isEdited ? text : null },
  title: 'What they will read',
  submit: 'Send',
  blocks: [
    section(mrkdwn`To *${clip(supplierName, LONGEST_NAME)}*, ${recipient}:`),
    section(mrkdwn`*${clip(subject, 150)}*`),
    verbatim(text),
    context(words('Their answer comes back to the order. A mail that was sent cannot be taken back.')),
  ],
});

/** Asks why a drafted mail is not sent. */
export const skipModal = ({ po, mailId }: { readonly po: string; readonly mailId: string }): Opening => ({
  view: 'supplier-mail-skip',
  keeps: { po, mailId },
  title: 'Skip this mail',
  submit: 'Skip',
  blocks: [
    section(mrkdwn`The mail about *${po}* is not sent. The next one by the schedule comes all the same.`),
    input('reason', 'Why?', { type: 'plain_text_input', action_id: 'reason-input', max_length: 300 }),
  ],
});
