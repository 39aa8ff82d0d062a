import { HumanMessage, SystemMessage } from 'langchain';
import { plainText } from '../../wording/plain-text.js';
import type { BrainTurn, ConversationSummary, TranscriptLine } from '../brain.js';
import { chatModel } from './chat-model.js';
import type { LlmBrainSettings } from './load-llm-brain.js';
import { spendOn } from './model-tokens.js';
import { untraced } from './untraced.js';

/** A summary is renewed when so many lines have gone out of the model's sight. */
const RENEWED_AFTER = 12;
const LONGEST_SUMMARY = 1_200;

/** Notes down lines that the model will not be shown again; undefined where that is not due or did not work. */
export type Summarise = (
  past: readonly TranscriptLine[],
  turn: Pick<BrainTurn, 'summary' | 'allowance'>,
  signal: AbortSignal,
) => Promise<ConversationSummary | undefined>;

/** Has the model shorten what was said. The lines reach it as data, between marks that nobody can know who wrote them. */
export function createSummarise({ wording, ...settings }: LlmBrainSettings): Summarise {
  const model = chatModel(settings);
  return async (past, { summary, allowance }, signal) => {
    const last = past.at(-1);
    if (last === undefined || past.length < RENEWED_AFTER || !(await allowance.isLeft())) return undefined;
    const mark = `lines-${crypto.randomUUID()}`;
    const lines = past.map(({ author, text }) => `${author}: ${plainText(text).slice(0, 400)}`);
    const messages = [
      new SystemMessage(wording.say('conversation-summary', { mark, earlier: summary?.text ?? null })),
      new HumanMessage(`<${mark}>\n${lines.join('\n')}\n</${mark}>`),
    ];
    try {
      const reply = await model.invoke(messages, { signal, callbacks: [untraced] });
      await spendOn(reply, messages, allowance);
      const text = plainText(reply.text).trim().slice(0, LONGEST_SUMMARY);
      return text === '' ? undefined : { text, upToSeq: last.seq };
    } catch {
      // the turn is answered without; the next one tries again
      return undefined;
    }
  };
}
