import type { z } from 'zod';
import type { Instant, LocalDate } from '../domain/kernel/dates.js';
import type { ShopPolicy } from '../knowledge/shop-policy.js';
import type { DirectTool, ProposalTool } from '../tools/define-tool.js';
import type { Denied } from '../tools/door.js';

/** One tool result of this turn: what the guard traces every date, amount and number of a reply to. */
export interface ToolResult {
  readonly tool: string;
  readonly input: unknown;
  readonly output: { readonly kind: string; readonly [fact: string]: unknown };
}

/** The tools as one turn holds them: the shopper's own principal, every result kept as evidence. */
export interface Toolbelt {
  call<Input extends z.ZodType, Output extends z.ZodType>(
    tool: DirectTool<string, Input, Output> | ProposalTool<string, Input, Output>,
    input: z.input<Input>,
  ): Promise<z.infer<Output> | Denied>;
  readonly results: readonly ToolResult[];
}

/** What a brain says, in the order it is shown. Text of the `text` kind is the model's own and is guarded the harder. */
export type Say =
  | {
      readonly kind: 'template';
      readonly template: string;
      readonly facts: Readonly<Record<string, unknown>>;
      readonly quickReplies?: readonly string[];
      /** Show the card of this order, whose status was read this turn. */
      readonly cardOf?: string;
    }
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly quickReplies?: readonly string[];
      readonly cardOf?: string;
    }
  /** The recap of the proposal made this turn, with its buttons; rendered from the proposal's row. */
  | { readonly kind: 'recap' };

export interface TranscriptLine {
  readonly author: 'shopper' | 'assistant' | 'person';
  readonly text: string;
}

export interface BrainTurn {
  readonly text: string;
  /** Where the dialogue stands: whatever this brain stored last, or {} at the start. */
  readonly dialogue: Readonly<Record<string, unknown>>;
  readonly identified: boolean;
  /** The message before this one put a proposal that is still open, and this one is no plain yes or no to it. */
  readonly isAsked: boolean;
  readonly now: Instant;
  /** Today in the shop's zone. */
  readonly today: LocalDate;
  readonly policy: ShopPolicy;
  /** The newest lines before this message, oldest first. */
  history(most: number): Promise<readonly TranscriptLine[]>;
  /** Why the guard refused the last draft; empty on the first try. */
  readonly complaints: readonly string[];
}

export interface Answer {
  readonly says: readonly Say[];
  readonly dialogue: Readonly<Record<string, unknown>>;
}

/** Decides what to say and which tools to call. Holds nothing between turns; can never do more than its tools. */
export interface Brain {
  readonly name: 'rules' | 'llm';
  answer(turn: BrainTurn, tools: Toolbelt): Promise<Answer>;
}
