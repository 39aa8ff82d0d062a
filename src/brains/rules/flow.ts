import type { z } from 'zod';
import type { Entity } from '../../language/entities/entity.js';
import type { NamedDay } from '../../language/entities/find-dates.js';
import type { Intent } from '../../language/intents.js';
import type { DirectTool, ProposalTool } from '../../tools/define-tool.js';
import type { BrainTurn, Say, Toolbelt } from '../brain.js';
import type { Dialogue, Slots } from './dialogue.js';
import type { Heard } from './situation-signs.js';

/** One message as a flow reads it: the words that carry its wish, and everything the message names. */
export interface Reading {
  readonly text: string;
  /** The text without order numbers, contact details and days: the words that can describe an item. */
  readonly words: string;
  readonly intent: Intent;
  readonly entities: readonly Entity[];
  /** Every day the whole message names. */
  readonly days: readonly NamedDay[];
}

/** Where a flow stands while it runs. */
export interface Scene {
  readonly turn: BrainTurn;
  readonly tools: Toolbelt;
  readonly reading: Reading;
  readonly dialogue: Dialogue;
  readonly slots: Slots;
  /** Whether this message answers the flow's own question, so that a bare "97201" is what was asked for. */
  readonly isAnswer: boolean;
}

/**
 * What became of a need: known now, to be asked for, or impossible, with what to say. `note` goes into the dialogue.
 * `wasHeard`: the message did answer, only not well enough, so that asking again is no misunderstanding.
 */
export type Filling =
  | { readonly kind: 'filled'; readonly slots: Slots; readonly note?: Partial<Dialogue> }
  | {
      readonly kind: 'ask';
      readonly says: readonly Say[];
      readonly slots?: Slots;
      readonly note?: Partial<Dialogue>;
      readonly wasHeard?: boolean;
    }
  | { readonly kind: 'stop'; readonly says: readonly Say[] };

/** Something a flow must know before it acts. */
export interface Need {
  readonly name: string;
  fill(scene: Scene): Promise<Filling>;
}

type Outcomes<Output> = {
  readonly [Kind in (Output & { kind: string })['kind']]?: (output: Extract<Output, { kind: Kind }>) => readonly Say[];
};

/** A tool call. Each input makes one call; an outcome with a saying ends the flow with it, any other goes on. */
export interface CallStep {
  readonly step: 'call';
  readonly tool: DirectTool | ProposalTool;
  inputs(scene: Scene): readonly unknown[];
  readonly outcomes: Readonly<Record<string, ((output: never) => readonly Say[]) | undefined>>;
}

export interface SayStep {
  readonly step: 'say';
  says(scene: Scene): readonly Say[];
}

/** A conversation's path as data: which wishes start it, what it needs to know, what it calls and says. One file each. */
export interface Flow {
  readonly name: string;
  readonly intents: readonly Intent[];
  /** Situations that no intent names: whether a message shows this one. Goes before the reading of its wish. */
  hears?(message: Heard): boolean;
  readonly needs: readonly Need[];
  readonly steps: readonly (CallStep | SayStep)[];
}

export const defineFlow = (flow: Flow): Flow => flow;

export function call<Input extends z.ZodType, Output extends z.ZodType>(
  tool: DirectTool<string, Input, Output> | ProposalTool<string, Input, Output>,
  inputs: (scene: Scene) => readonly z.input<Input>[],
  outcomes: Outcomes<z.infer<Output>> = {},
): CallStep {
  return { step: 'call', tool: tool as DirectTool, inputs, outcomes: outcomes as CallStep['outcomes'] };
}

export const say = (says: SayStep['says']): SayStep => ({ step: 'say', says });

/** A message from a template, with quick replies when some fit. */
export const tell = (
  template: string,
  facts: Record<string, unknown> = {},
  quickReplies: readonly string[] = [],
): Say => ({
  kind: 'template',
  template,
  facts,
  quickReplies,
});

export const RECAP: Say = { kind: 'recap' };

/** This turn's results of one tool, of the kind asked for. */
export function resultsOf<Output extends z.ZodType, Kind extends (z.infer<Output> & { kind: string })['kind']>(
  { tools }: Scene,
  tool: DirectTool<string, z.ZodType, Output>,
  kind: Kind,
): Extract<z.infer<Output>, { kind: Kind }>[] {
  return tools.results
    .filter((result) => result.tool === tool.name && result.output.kind === kind)
    .map(({ output }) => output as Extract<z.infer<Output>, { kind: Kind }>);
}
