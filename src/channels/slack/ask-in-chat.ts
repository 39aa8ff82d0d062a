import type { z } from 'zod';
import { previewQuestion } from '../../tools/preview-question.js';
import type { TeamAsk } from '../../tools/team-question.js';
import { sayMoment } from '../../wording/formats.js';
import { clip, context, section, verbatim, words } from './blocks/build.js';
import { type Mrkdwn, mrkdwn } from './blocks/mrkdwn.js';
import { channelName } from './cards/hand-off-words.js';
import type { Handling, Opening } from './handling.js';

type Previewed = z.infer<typeof previewQuestion.output>;
type Shown = Extract<Previewed, { kind: 'ready' | 'not_reachable' }>;

/** What came of looking at a question: a modal that shows it, or why it cannot be put. */
export type Looked =
  | { readonly kind: 'shown'; readonly opening: Opening }
  | Exclude<Previewed, { kind: 'ready' | 'not_reachable' }>;

/**
 * The preview of a question to a customer, with the button that sends it; without a way to ask them here the words to
 * copy. For whatever the team may ask: see tools/team-question.ts.
 */
export async function lookAtQuestion(
  ask: TeamAsk,
  { call, policy, todayOn }: Pick<Handling, 'call' | 'policy' | 'todayOn'>,
): Promise<Looked> {
  const shown = await call(previewQuestion, ask);
  if (shown.kind !== 'ready' && shown.kind !== 'not_reachable') return shown;
  const until = shown.kind === 'ready' ? sayMoment(shown.answerBy, policy.zone, todayOn) : null;
  return { kind: 'shown', opening: questionModal(ask, shown, until) };
}

const LONGEST_NAME = 80;
const NOT_HERE: Readonly<Record<Extract<Shown, { kind: 'not_reachable' }>['because'], string>> = {
  no_chat: 'has no chat with us',
  chat_closed: 'has no open chat any more',
  not_shown: 'has not shown in a chat lately that this order is theirs',
};

/** A question as the customer will see it. `until`: by when they can answer. */
export function questionModal(ask: TeamAsk, shown: Shown, until: string | null): Opening {
  const name = clip(shown.customerName, LONGEST_NAME);
  const { text, yes, no } = shown.words;
  if (shown.kind === 'not_reachable')
    return {
      view: 'question-words',
      keeps: {},
      title: 'Cannot be asked here',
      submit: null,
      blocks: [
        section(
          mrkdwn`*${name}* ${NOT_HERE[shown.because]}, ${ask.tool === 'swap_line' ? ONLY_THERE : HEARD_TOO} ${ELSEWHERE}`,
        ),
        verbatim(text),
        context(words('Nothing is changed by this. When they write in the chat and say who they are, ask anew.')),
      ],
    };
  return {
    view: 'question-send',
    keeps: { ask, shown: text },
    title: 'What they will see',
    submit: 'Send',
    blocks: [
      section(mrkdwn`*${name}* will read this in the ${channelName(shown.channel)}:`),
      verbatim(text),
      section(mrkdwn`[ ${yes} ]   [ ${no} ]`),
      context(
        mrkdwn`Their yes, pressed or written, carries it out at once, if it still holds by then. They can answer until ${until ?? 'then'}; I tell you what they say.`,
      ),
    ],
  };
}

const ONLY_THERE = 'and a yes can only be taken there.';
const HEARD_TOO =
  'so they cannot be asked here yet. A yes that you hear elsewhere is kept with “They agreed elsewhere”.';
const ELSEWHERE: Mrkdwn = words(
  'Sending by e-mail or text message does not exist yet. You can copy the words from here:',
);
