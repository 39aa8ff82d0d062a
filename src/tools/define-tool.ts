import type { z } from 'zod';
import type { Instant } from '../domain/kernel/dates.js';
import type { DeskRules } from '../knowledge/desk-rules.js';
import type { ShopPolicy } from '../knowledge/shop-policy.js';
import type { SqlOrTx } from '../store/connect.js';
import type { Audience, Principal } from './principal.js';

/** What a tool works with. `sql` is the write's own transaction, or the pool for a read. */
export interface ToolContext {
  readonly sql: SqlOrTx;
  readonly now: Instant;
  readonly principal: Principal;
  readonly policy: ShopPolicy;
  readonly rules: DeskRules;
  /**
   * Whether the shop has a system of its own behind the desk. Then what changes an order is asked of it
   * (`requestOfShop`) and counts on its receipt; otherwise the desk's own book is the record and it is done at once.
   */
  readonly shop: { readonly connected: boolean };
  /** Whether mail goes out at all: without it no notice is put in to wait for nobody. */
  readonly mail: { readonly connected: boolean };
  /** The number texts are sent from; null where none are. */
  readonly texts: { readonly from: string | null };
}

interface ToolBase<Name extends string, Input extends z.ZodType, Output extends z.ZodType> {
  readonly name: Name;
  /** Who may hold it at all. Which rows they may touch is `authorize`'s business. */
  readonly audience: readonly Audience[];
  /** Tells a language model what it does and how to speak of the result. */
  readonly description: string;
  readonly input: Input;
  /** A union on `kind`: every expected outcome, refusals included. */
  readonly output: Output;
  /** What of the input the audit row keeps; personal data is left out. Everything when absent. */
  audited?(input: z.infer<Input>): Record<string, unknown>;
  /** False reads the same as "not found" to a shopper. */
  authorize(input: z.infer<Input>, context: ToolContext): Promise<boolean> | boolean;
}

/** `read` changes nothing; `record` is harmless or owed and happens at once. */
export interface DirectTool<
  Name extends string = string,
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
> extends ToolBase<Name, Input, Output> {
  readonly effect: 'read' | 'record';
  run(input: z.infer<Input>, context: ToolContext): Promise<z.infer<Output>>;
}

/**
 * `propose` tools change nothing by themselves. `propose` returns `{ kind: 'proposed', recap }` with everything the
 * customer must see before agreeing, or a refusal. After the yes, the door calls `propose` again: only if the recap is
 * still the same does `commit` run, in that same transaction; otherwise the proposal is stale.
 */
export interface ProposalTool<
  Name extends string = string,
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
  Recap extends z.ZodType = z.ZodType,
  Done extends z.ZodType = z.ZodType,
> extends ToolBase<Name, Input, Output> {
  readonly effect: 'propose';
  readonly recap: Recap;
  readonly done: Done;
  /** Runs in a transaction and locks what it reads, since the commit may follow in the same one. */
  propose(input: z.infer<Input>, context: ToolContext): Promise<z.infer<Output>>;
  commit(input: z.infer<Input>, recap: z.infer<Recap>, context: ToolContext): Promise<z.infer<Done>>;
}

export type Tool = DirectTool | ProposalTool;

export function defineTool<const Name extends string, Input extends z.ZodType, Output extends z.ZodType>(
  tool: DirectTool<Name, Input, Output>,
): DirectTool<Name, Input, Output> {
  return tool;
}

export function defineProposal<
  const Name extends string,
  Input extends z.ZodType,
  Output extends z.ZodType,
  Recap extends z.ZodType,
  Done extends z.ZodType,
>(tool: ProposalTool<Name, Input, Output, Recap, Done>): ProposalTool<Name, Input, Output, Recap, Done> {
  return tool;
}
