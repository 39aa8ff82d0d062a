import { z } from 'zod';
import { OrderNumber } from '../../domain/kernel/ids.js';
import { getOrderStatus } from '../../tools/get-order-status.js';
import { answerFlagged } from '../answer-flagged.js';
import type { Answer, Brain, BrainTurn, Say, Toolbelt, ToolResult } from '../brain.js';
import { createCircuitBreaker } from './circuit-breaker.js';
import { LlmBrainError, llmBrainErrorIn } from './llm-brain-error.js';
import type { LlmBrainSettings } from './load-llm-brain.js';
import { createModerate, type Flag, type Moderate } from './moderate.js';
import { finalText } from './read-reply.js';
import { createShopAgent } from './shop-agent.js';
import { createSummarise } from './summarise.js';
import { type PastLines, readPast, turnMessages } from './turn-messages.js';
import { openTurnSession } from './turn-session.js';
import { untraced } from './untraced.js';

/**
 * A brain that lets a language model choose the tools and the words. It holds no credential and no state: tools act as
 * the shopper through the turn's Toolbelt, and the dialogue of the rules brain passes through untouched. Throws
 * LlmBrainError when there is no usable answer; whatever was written by then is keyed to the turn, so that another
 * brain can answer the same turn. What the endpoint's moderation flags reaches no model, now or as a line of the past.
 */
export function createLlmBrain(settings: LlmBrainSettings): Brain {
  const { budget, wording, moderation } = settings;
  const agent = createShopAgent(settings);
  const breaker = createCircuitBreaker();
  const summarise = createSummarise(settings);
  const moderate = moderation === undefined ? null : createModerate({ ...settings, moderation });

  async function write(turn: BrainTurn, tools: Toolbelt, shown: PastLines['shown'], signal: AbortSignal) {
    const { today, allowance } = turn;
    const mark = `result-${crypto.randomUUID()}`;
    const session = openTurnSession({ tools, today, signal, allowance, mark, modelCalls: budget.modelCalls });
    try {
      const state = await agent.invoke(
        { messages: turnMessages(turn, { shown, mark, wording }) },
        {
          context: { session },
          signal,
          callbacks: [untraced],
          recursionLimit: 2 * budget.modelCalls + MARGIN_STEPS,
        },
      );
      return finalText(state.messages);
    } catch (error) {
      await session.settled();
      if (signal.aborted) throw new LlmBrainError('timeout', 'The model did not answer in time', { cause: error });
      throw llmBrainErrorIn(error) ?? error;
    }
  }

  async function respond(turn: BrainTurn, tools: Toolbelt): Promise<Answer> {
    const signal = AbortSignal.timeout(budget.turnMilliseconds);
    const { flag, shown, past } = await looked(turn, moderate, signal);
    if (flag === 'insult') throw new LlmBrainError('flagged', 'The message is not shown to a model');
    if (flag) return answerFlagged(flag, turn, tools);
    const [text, summary] = await Promise.all([
      write(turn, tools, shown, signal),
      // a second try of the same turn has it already, or will do without
      turn.complaints.length > 0 ? undefined : summarise(past, turn, signal),
    ]);
    return {
      says: [textSay(text, tools.results), ...recap(tools.results)],
      dialogue: turn.dialogue,
      ...(summary && { summary }),
    };
  }

  return {
    name: 'llm',
    async answer(turn, tools) {
      if (breaker.isOpen()) throw new LlmBrainError('provider', 'The model failed three times in a row and rests');
      try {
        const answer = await respond(turn, tools);
        breaker.succeeded();
        return answer;
      } catch (error) {
        if (!isOurs(error)) breaker.failed();
        throw error;
      }
    },
  };
}

/** No failure of the model: it was not asked. */
const isOurs = (error: unknown): boolean => {
  const code = llmBrainErrorIn(error)?.code;
  return code === 'spent' || code === 'flagged';
};

/** The lines before the message, without those that no model is to see; and whether the message is one. */
async function looked(
  turn: BrainTurn,
  moderate: Moderate | null,
  signal: AbortSignal,
): Promise<PastLines & { readonly flag: Flag | null }> {
  const { shown, past } = await readPast(turn);
  if (!moderate) return { shown, past, flag: null };
  const lines = [...new Set([...past, ...shown])].filter(({ author }) => author === 'shopper');
  const [flag = null, ...flags] = await moderate([turn.text, ...lines.map(({ text }) => text)], signal);
  const hidden = new Set(lines.filter((_, at) => flags[at]).map(({ seq }) => seq));
  const isShown = ({ seq }: { readonly seq: number }) => !hidden.has(seq);
  return { shown: shown.filter(isShown), past: past.filter(isShown), flag };
}

/** Graph steps beyond the two that each model call takes, so that it is the budget that ends a loop. */
const MARGIN_STEPS = 10;

/** The text, with the order's card when exactly one order was read in this turn. */
function textSay(text: string, results: readonly ToolResult[]): Say {
  const read = results.filter(({ tool, output }) => tool === getOrderStatus.name && output.kind === 'found');
  const orders = new Set(read.map(({ output }) => z.object({ orderNumber: OrderNumber }).parse(output).orderNumber));
  const [cardOf] = orders;
  return cardOf !== undefined && orders.size === 1 ? { kind: 'text', text, cardOf } : { kind: 'text', text };
}

const recap = (results: readonly ToolResult[]): readonly Say[] =>
  results.some(({ output }) => output.kind === 'proposed') ? [{ kind: 'recap' }] : [];
