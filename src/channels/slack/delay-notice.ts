import type { z } from 'zod';
import type { LocalDate } from '../../domain/kernel/dates.js';
import { previewDelayNotice } from '../../tools/preview-delay-notice.js';
import { sayDate } from '../../wording/formats.js';
import { clip, context, section, verbatim, words } from './blocks/build.js';
import { mrkdwn } from './blocks/mrkdwn.js';
import { noNoticeWords, silenceWords } from './cards/notice-words.js';
import type { Handling, Opening } from './handling.js';

type Previewed = z.infer<typeof previewDelayNotice.output>;

const LONGEST_NAME = 80;

/** The notice an order owes its customer as they will read it, with the button that sends it; or why there is none. */
export async function openNotice(
  order: string,
  { call, todayOn }: Pick<Handling, 'call' | 'todayOn'>,
): Promise<Opening> {
  return noticeModal(await call(previewDelayNotice, { orderNumber: order }), todayOn);
}

export function noticeModal(shown: Previewed, todayOn: LocalDate): Opening {
  if (shown.kind !== 'ready')
    return {
      view: 'notice-none',
      keeps: {},
      title: 'No notice to send',
      submit: null,
      blocks: [section(noNoticeWords(shown))],
    };
  const { facts, noticeTerms, subject, text } = shown;
  return {
    view: 'notice-send',
    keeps: { order: facts.orderNumber, noticeTerms },
    title: 'What they will read',
    submit: 'Send by e-mail',
    blocks: [
      section(mrkdwn`*${clip(facts.customerName, LONGEST_NAME)}* gets this by e-mail:`),
      section(mrkdwn`*${clip(subject, LONGEST_SUBJECT)}*`),
      verbatim(text),
      context(
        silenceWords(facts.lines, todayOn),
        mrkdwn`By law it must go out by ${sayDate(facts.sendBy, todayOn)}.`,
        words('It is checked once more as it goes: what ships or is cancelled meanwhile stops it.'),
      ),
    ],
  };
}

const LONGEST_SUBJECT = 150;
