import { z } from 'zod';
import { OrderNumber } from '../../domain/kernel/ids.js';
import { getOrderStatus } from '../../tools/get-order-status.js';
import type { Answer, Brain, BrainTurn, Say, Toolbelt, ToolResult } from '../brain.js';
import { createCircuitBreaker } from './circuit-breaker.js';
import { LlmBrainError, llmBrainErrorIn } from './llm-brain-error.js';
import type { LlmBrainSettings } from './load-llm-brain.js';
import { finalText } from './read-reply.js';
import { createShopAgent } from './shop-agent.js';
import { turnMessages } from './turn-messages.js';
import { openTurnSession } from './turn-session.js';
import { untraced } from './untraced.js';

/**
 * A brain that lets a language model choose the tools and the words. It holds no credential and no state: tools act as
 * the shopper through the turn's Toolbelt, and the dialogue of the rules brain passes through untouched. Throws
 * LlmBrainError when there is no usable answer; whatever was written by then is keyed to the turn, so that another
 * brain can answer the same turn.
 */
export function createLlmBrain(settings: LlmBrainSettings): Brain {
  const { budget, wording } = settings;
  const agent = createShopAgent(settings);
  const breaker = createCircuitBreaker();

  async function write(turn: BrainTurn, tools: Toolbelt): Promise<string> {
    const signal = AbortSignal.timeout(budget.turnMilliseconds);
    const session = openTurnSession({ tools, today: turn.today, signal, modelCalls: budget.modelCalls });
    const messages = await turnMessages(turn, wording);
    try {
      const state = await agent.invoke(
        { messages },
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

  return {
    name: 'llm',
    async answer(turn, tools): Promise<Answer> {
      if (breaker.isOpen()) throw new LlmBrainError('provider', 'The model failed three times in a row and rests');
      try {
        const text = await write(turn, tools);
        breaker.succeeded();
        return { says: [textSay(text, tools.results), ...recap(tools.results)], dialogue: turn.dialogue };
      } catch (error) {
        breaker.failed();
        throw error;
      }
    },
  };
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
