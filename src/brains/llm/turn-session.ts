import { z } from 'zod';
import type { LocalDate } from '../../domain/kernel/dates.js';
import type { Tool } from '../../tools/define-tool.js';
import type { ModelAllowance, Toolbelt } from '../brain.js';
import { LlmBrainError } from './llm-brain-error.js';

/** One turn as the agent's tools and middleware hold it. The model never sees any of it. */
export interface TurnSession {
  readonly today: LocalDate;
  /** Aborted when the turn's time is up. */
  readonly signal: AbortSignal;
  readonly allowance: ModelAllowance;
  /** Stands around what tools answer: nobody who wrote any of it can know it. */
  readonly mark: string;
  /** Counts one request to the model and returns its number; throws LlmBrainError `budget` when there may be no more. */
  countModelCall(): number;
  /** Whether a tool that is more than a read was called. */
  wrote(): boolean;
  callTool(tool: Tool, input: unknown): Promise<{ kind: string }>;
  /**
   * Runs tool calls one after another, in the order the model asked: who is identified by the first is known to the
   * second.
   */
  inOrder<Result>(work: () => Result | Promise<Result>): Promise<Result>;
  /** Resolves when no tool is running, so that whoever answers next does not run beside one. */
  settled(): Promise<void>;
}

/** How the session reaches tools and middleware through the agent's runtime. */
export const TurnContext = z.object({ session: z.custom<TurnSession>() });
export type TurnContext = z.infer<typeof TurnContext>;

const Outcome = z.looseObject({ kind: z.string() });

export function openTurnSession(turn: {
  readonly tools: Toolbelt;
  readonly today: LocalDate;
  readonly signal: AbortSignal;
  readonly allowance: ModelAllowance;
  readonly mark: string;
  readonly modelCalls: number;
}): TurnSession {
  let modelCalls = 0;
  let wrote = false;
  let running: Promise<unknown> = Promise.resolve();
  let queue: Promise<unknown> = Promise.resolve();
  return {
    today: turn.today,
    signal: turn.signal,
    allowance: turn.allowance,
    mark: turn.mark,
    countModelCall() {
      modelCalls += 1;
      if (modelCalls > turn.modelCalls) {
        throw new LlmBrainError('budget', `The model was asked ${turn.modelCalls} times and still has no answer`);
      }
      return modelCalls;
    },
    wrote: () => wrote,
    async callTool(tool, input) {
      wrote ||= tool.effect !== 'read';
      const call = turn.tools.call(tool, input);
      running = call.catch(() => undefined);
      return Outcome.parse(await call);
    },
    inOrder(work) {
      const result = queue.then(work);
      queue = result.catch(() => undefined);
      return result;
    },
    async settled() {
      await running;
    },
  };
}
