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
  /**
   * The recap of the open proposal, with its buttons; rendered from the proposal's row. `isAgain`: it has been read before
   * and is put once more, in short, after something else was talked about.
   */
  | { readonly kind: 'recap'; readonly isAgain?: true };

export interface TranscriptLine {
  /** Its place in the conversation. */
  readonly seq: number;
  readonly author: 'shopper' | 'assistant' | 'person';
  readonly text: string;
}

/** What a model noted of the lines up to one, so that it need not read them again. It is a reminder, and bears nothing. */
export interface ConversationSummary {
  readonly text: string;
  readonly upToSeq: number;
}

/** What a language model may still cost in this conversation and today, and where what it took is written down. */
export interface ModelAllowance {
  isLeft(): Promise<boolean>;
  spend(tokens: { readonly inputTokens: number; readonly outputTokens: number }): Promise<void>;
}

export interface BrainTurn {
  readonly text: string;
  /** Where they write: `web`, `sms` … */
  readonly channel: string;
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
  readonly summary: ConversationSummary | null;
  readonly allowance: ModelAllowance;
  /** Why the guard refused the last draft; empty on the first try. */
  readonly complaints: readonly string[];
}

export interface Answer {
  readonly says: readonly Say[];
  readonly dialogue: Readonly<Record<string, unknown>>;
  /** A newer one than the turn had. */
  readonly summary?: ConversationSummary;
  /** What the message was taken for and how sure that was, where the brain tells: kept for docs/insight.md. */
  readonly heard?: { readonly wish: string; readonly band: 'act' | 'clarify' | 'reject' };
}

/** Decides what to say and which tools to call. Holds nothing between turns; can never do more than its tools. */
export interface Brain {
  readonly name: 'rules' | 'llm';
  answer(turn: BrainTurn, tools: Toolbelt): Promise<Answer>;
  /** A question was settled outside the brain: takes up what a message wished for beside it. No words when nothing is left. */
  goOn?(turn: BrainTurn, tools: Toolbelt): Promise<Answer>;
}

/** Puts a message in other words that say the same; null where that did not work. Its words are checked like a brain's. */
export type Rephrase = (request: {
  readonly text: string;
  /** What it answers. */
  readonly shopperText: string;
  readonly policy: ShopPolicy;
  readonly allowance: ModelAllowance;
}) => Promise<string | null>;
