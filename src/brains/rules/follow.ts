import type { OrderNumber } from '../../domain/kernel/ids.js';
import type { Intent } from '../../language/intents.js';
import type { Dialogue } from './dialogue.js';
import { type Flow, tell } from './flow.js';
import { INTENT_TITLES, SOMETHING_ELSE } from './intent-titles.js';
import { isOffSubject } from './message-signs.js';
import { type Moment, readingOf, type Step, scene } from './moment.js';
import { runFlow } from './run-flow.js';
import { BEYOND, SMALL_TALK } from './small-talk.js';

/** Misses in a row after which a person is asked to look. */
export const MISSES_UNTIL_PERSON = 2;

/** Goes after one wish: its flow, a sentence, or a person where nothing here can do it. */
export async function follow(
  moment: Moment,
  intent: Intent,
  dialogue: Dialogue,
  span?: readonly [number, number],
  orderNumber?: OrderNumber,
): Promise<Step> {
  const flow = moment.flows.forIntent(intent);
  if (flow) return startFlow(flow, moment, dialogue, intent, span, orderNumber);
  const rested = { ...dialogue, waiting: null };
  const talk = SMALL_TALK[intent];
  if (talk) return { says: [talk(moment.turn.policy)], dialogue: rested };
  if (BEYOND.has(intent))
    return { says: [tell('beyond-me', {}, ['Talk to a person'])], dialogue: { ...rested, offered: ['human'] } };
  return miss({ ...moment, dialogue });
}

/** Starts a flow on a message, or on the part of it that carries its wish. */
export function startFlow(
  flow: Flow,
  moment: Moment,
  dialogue: Dialogue,
  intent: Intent,
  span?: readonly [number, number],
  named?: OrderNumber,
): Promise<Step> {
  // who is asking and about which order, as far as the question it interrupts has brought that out
  const { factor } = dialogue.waiting?.slots ?? {};
  const orderNumber = named ?? dialogue.waiting?.slots.orderNumber;
  const slots = { ...(orderNumber && { orderNumber }), ...(factor && { factor }) };
  return runFlow(flow, scene(moment, { ...dialogue, misses: 0 }, slots, readingOf(moment, intent, span), false));
}

/** Not sure which of two or three: asks, with a button for each. */
export function offer(moment: Moment): Promise<Step> | Step {
  const { reading, dialogue } = moment;
  const intents = new Set([reading.intent, ...reading.alternatives.map(({ intent }) => intent)]);
  const offered = [...intents].filter((intent) => INTENT_TITLES[intent] !== undefined).slice(0, 3);
  if (offered.length === 0) return miss(moment);
  // an offer that was not taken, and another: that was no understanding either
  const misses = dialogue.misses + (dialogue.offered.length > 0 ? 1 : 0);
  if (misses >= MISSES_UNTIL_PERSON) return handOver(moment);
  const titles = offered.flatMap((intent) => INTENT_TITLES[intent] ?? []);
  return {
    says: [tell('did-you-mean', {}, [...titles, SOMETHING_ELSE])],
    dialogue: { ...dialogue, offered, waiting: null, misses },
  };
}

/** Not understood: says what can be done here, and the second time gets a person. What is off the subject is no miss. */
export function miss(moment: Moment): Promise<Step> | Step {
  const { dialogue, reading, isGibberish } = moment;
  if (isOffSubject(reading) && !isGibberish)
    return { says: [tell('out-of-scope', {}, ['Where is my order?', 'How the shop works'])], dialogue };
  const misses = dialogue.misses + 1;
  if (misses >= MISSES_UNTIL_PERSON) return handOver(moment);
  return {
    says: [tell('not-understood', {}, ['Where is my order?', 'Talk to a person'])],
    dialogue: { ...dialogue, misses },
  };
}

/** Twice not understood: a person. */
export async function handOver(moment: Moment): Promise<Step> {
  const step = await follow(moment, 'human', { ...moment.dialogue, waiting: null });
  return { says: [tell('still-not-understood'), ...step.says], dialogue: { ...step.dialogue, misses: 0 } };
}
