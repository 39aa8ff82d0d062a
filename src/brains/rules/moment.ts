import { blank, type Entity, spansOf } from '../../language/entities/entity.js';
import type { NamedDay } from '../../language/entities/find-dates.js';
import type { Intent } from '../../language/intents.js';
import type { Understanding } from '../../language/understand.js';
import type { BrainTurn, Say, Toolbelt } from '../brain.js';
import type { Dialogue } from './dialogue.js';
import type { Reading, Scene } from './flow.js';
import type { Flows } from './load-flows.js';
import { DETAILS } from './message-signs.js';
import { BEYOND } from './small-talk.js';

/** One message as the rules brain has it before it: what was read in it, where the dialogue stands, what it may call. */
export interface Moment {
  readonly turn: BrainTurn;
  readonly tools: Toolbelt;
  readonly dialogue: Dialogue;
  readonly flows: Flows;
  readonly reading: Understanding;
  /** Every day it names, seen from today. */
  readonly days: readonly NamedDay[];
  /** Most of its words are none: nothing was said that could be off the subject. */
  readonly isGibberish: boolean;
}

/** One of a message's wishes, with its place in the message. */
export type PlacedWish = Pick<Moment['reading']['wishes'][number], 'intent' | 'span'>;

/** What it comes to: words, and where the dialogue stands after them. */
export interface Step {
  readonly says: readonly Say[];
  readonly dialogue: Dialogue;
}

/** Whether anything is done or said about such a wish. */
export const handles = ({ flows }: Moment, intent: Intent): boolean =>
  flows.forIntent(intent) !== undefined || BEYOND.has(intent);

export const scene = (
  { turn, tools }: Moment,
  dialogue: Dialogue,
  slots: Scene['slots'],
  reading: Reading,
  isAnswer: boolean,
): Scene => ({
  turn,
  tools,
  dialogue,
  slots,
  reading,
  isAnswer,
});

/** A message, or the part of it that carries one wish, as a flow reads it. */
export function readingOf(
  { turn, reading, days }: Moment,
  intent: Intent,
  [from, to]: readonly [number, number] = [0, turn.text.length],
): Reading {
  const undescribing = reading.entities.filter((one) => DETAILS.has(one.kind) || isFinger(one));
  return {
    text: turn.text.slice(from, to),
    words: blank(turn.text, [...spansOf(undescribing), ...days.map(({ span }) => span)]).slice(from, to),
    intent,
    entities: entitiesOf(reading.entities, from, to),
    days,
  };
}

/** "Number two", "the second one" describes nothing; "the top" may be an item. */
const isFinger = ({ kind, text }: Entity): boolean =>
  kind === 'ordinal' && !/^(?:the |my )?(?:top|bottom)$/i.test(text);

/**
 * What a part of a message names. Who asks counts for all of it, wherever it stands; so does the order, unless the part
 * names one of its own.
 */
function entitiesOf(entities: readonly Entity[], from: number, to: number): readonly Entity[] {
  const isInside = ({ span }: Entity) => span[0] >= from && span[1] <= to;
  const hasOrder = entities.some((one) => one.kind === 'orderNumber' && isInside(one));
  return entities.filter(
    (one) => isInside(one) || (DETAILS.has(one.kind) && !(hasOrder && one.kind === 'orderNumber')),
  );
}
