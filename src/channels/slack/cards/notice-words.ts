import type { z } from 'zod';
import type { LocalDate } from '../../../domain/kernel/dates.js';
import type { previewDelayNotice } from '../../../tools/preview-delay-notice.js';
import type { sendDelayNotice } from '../../../tools/send-delay-notice.js';
import { sayDate } from '../../../wording/formats.js';
import { button, clip, words } from '../blocks/build.js';
import { type Mrkdwn, mrkdwn } from '../blocks/mrkdwn.js';
import type { Pressable } from '../blocks/schemas.js';

/** Opens the preview of the delay notice that an order owes. */
export const noticeButton = (order: string): Pressable =>
  button({ text: 'Send notice …', action: 'notice:open', value: { order }, style: 'primary' });

/** Opens the list of all notices that are owed; with an item, of those that wait for it. */
export const allNoticesButton = (text: string, sku?: string): Pressable =>
  button({ text, action: 'notices:open', value: sku === undefined ? {} : { sku } });

type NoNotice = Exclude<
  z.infer<typeof previewDelayNotice.output> | z.infer<typeof sendDelayNotice.output>,
  { kind: 'ready' | 'queued' }
>;

const NOT_SENT: Readonly<Record<NoNotice['kind'], string>> = {
  none_owed: 'No notice is owed now: what waits is going to ship in time, or they have had the notice already.',
  under_way: 'A notice about this order is on its way out already.',
  no_address: 'There is no e-mail address on file. By the delay rule a letter is owed, which a person has to send.',
  mail_not_connected: 'No mail server is connected to this desk (docs/email.md).',
  not_found: 'There is no such order.',
  facts_moved: 'Nothing was sent: the facts have moved since the preview. Please look at it once more.',
};

/** Why no notice goes out. */
export const noNoticeWords = ({ kind }: NoNotice): Mrkdwn => words(NOT_SENT[kind]);

/** What happens when the customer says nothing, line by line. */
export function silenceWords(
  lines: Extract<z.infer<typeof previewDelayNotice.output>, { kind: 'ready' }>['facts']['lines'],
  todayOn: LocalDate,
): Mrkdwn {
  const [line] = lines;
  if (!line) return words('');
  const rest = lines.length > 1 ? `, and ${lines.length - 1} more` : '';
  return line.silenceMeansConsent
    ? mrkdwn`Silence counts as a yes to waiting: ${clip(line.lineName, LONGEST_NAME)}${rest}.`
    : mrkdwn`Silence cancels at the end of ${sayDate(line.answerBy, todayOn)}: ${clip(line.lineName, LONGEST_NAME)}${rest}.`;
}

const LONGEST_NAME = 80;
