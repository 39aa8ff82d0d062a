import { z } from 'zod';
import { askShopper } from '../../../tools/ask-shopper.js';
import { TeamAsk } from '../../../tools/team-question.js';
import { sentence, words } from '../blocks/build.js';
import { defineView } from '../define-view.js';

/** Send, under the preview of a question. The tool judges it anew; other words than those shown are not sent. */
export default defineView({
  id: 'question-send',
  keeps: z.object({ ask: TeamAsk, shown: z.string() }),
  answers: z.object({}),
  async run(_answers, { ask, shown }, { call, reply }) {
    const { kind } = await call(askShopper, { ask, shown });
    return [reply(sentence(words(OUTCOMES[kind])))];
  },
});

const OUTCOMES = {
  asked: 'Asked. Whether it went out and what they answer comes to your own messages with me.',
  words_changed: 'Nothing was sent: the facts have moved since the preview. Please look at it once more.',
  other_question:
    'Nothing was sent: they are just being asked about something they wanted themselves. Please try again when they have answered.',
  not_reachable: 'Nothing was sent: their chat has ended, or it no longer knows who they are.',
  not_possible: 'Nothing was sent: that is no longer possible as the order and the stock stand now.',
  not_found: 'Nothing was sent: there is no such order.',
} as const;
