import { blank, spansOf } from '../../language/entities/entity.js';
import { findDates } from '../../language/entities/find-dates.js';
import type { IntentModel } from '../../language/intent-model.js';
import type { Intent } from '../../language/intents.js';
import { readYesNo } from '../../language/read-yes-no.js';
import { type Understanding, understand } from '../../language/understand.js';
import type { Answer, Brain, BrainTurn, Say, Toolbelt } from '../brain.js';
import { Dialogue } from './dialogue.js';
import { type Flow, type Reading, type Scene, tell } from './flow.js';
import { INTENT_TITLES, SOMETHING_ELSE } from './intent-titles.js';
import type { Flows } from './load-flows.js';
import { isAlarming, isBareOrder, isOnlyPointer, namesAnOrder } from './message-signs.js';
import { pickShownProduct } from './pick-shown-product.js';
import { runFlow } from './run-flow.js';
import { BEYOND, SMALL_TALK } from './small-talk.js';

/** Misses in a row after which a person is asked to look. */
const MISSES_UNTIL_PERSON = 2;

interface Step {
  readonly says: readonly Say[];
  readonly dialogue: Dialogue;
}

/** The deterministic brain: a classifier reads the wish, a flow carries it out, templates say it. Needs no key, no network. */
export function createRulesBrain({ model, flows }: { model: IntentModel; flows: Flows }): Brain {
  return {
    name: 'rules',
    async answer(turn, tools): Promise<Answer> {
      const dialogue = Dialogue.parse(turn.dialogue);
      const { says, dialogue: next } = await answerTurn({
        turn,
        tools,
        dialogue,
        flows,
        reading: understand(model, turn.text),
      });
      return { says, dialogue: next };
    },
  };
}

interface Moment {
  readonly turn: BrainTurn;
  readonly tools: Toolbelt;
  readonly dialogue: Dialogue;
  readonly flows: Flows;
  readonly reading: Understanding;
}

async function answerTurn(moment: Moment): Promise<Step> {
  const { reading, dialogue, turn } = moment;
  if (isAlarming(reading)) return follow(moment, 'human', { ...dialogue, waiting: null });
  if (dialogue.offered.length > 0) {
    const step = takeOffer(moment);
    if (step) return step;
  }
  if (dialogue.waiting) {
    const step = await answerQuestion(moment, dialogue.waiting);
    if (step) return step;
  }
  // before the wishes: a few bare numbers read like anything
  if (isBareOrder(turn.text, reading)) return follow(moment, 'order_status', dialogue);
  const wishes = wishesOf(reading);
  if (wishes.length > 0) return followAll(moment, wishes);
  return reading.band === 'clarify' ? offer(moment) : miss(moment);
}

/** The answer to "which of these do you mean?" (a button sends its own title), or a yes to the one thing offered. */
function takeOffer(moment: Moment): Promise<Step> | Step | null {
  const { turn, dialogue } = moment;
  const rested = { ...dialogue, offered: [] };
  const [only] = dialogue.offered.length === 1 ? dialogue.offered : [];
  const answer = readYesNo(turn.text);
  const chosen =
    dialogue.offered.find((intent) => isSame(turn.text, INTENT_TITLES[intent])) ??
    (answer === 'yes' ? only : undefined);
  if (chosen) return follow(moment, chosen, rested);
  if (answer === 'no') return { says: [tell('all-right')], dialogue: rested };
  return isSame(turn.text, SOMETHING_ELSE) ? { says: [tell('help')], dialogue: rested } : null;
}

const isSame = (text: string, title: string | undefined): boolean => title?.toLowerCase() === text.trim().toLowerCase();

/** The message as the answer to what a flow asked; null when it is about something else. */
async function answerQuestion(moment: Moment, waiting: NonNullable<Dialogue['waiting']>): Promise<Step | null> {
  const { flows, reading, dialogue, turn } = moment;
  const flow = flows.byName(waiting.flow);
  if (!flow) return null;
  if (readYesNo(turn.text) === 'no')
    return { says: [tell('nothing-changed')], dialogue: { ...dialogue, waiting: null, misses: 0 } };
  const isNewWish =
    reading.band === 'act' &&
    !isOnlyPointer(turn.text, reading) &&
    !pickShownProduct(turn.text, dialogue) &&
    handles(moment, reading.intent) &&
    !flow.intents.includes(reading.intent) &&
    !(WANT_A_NUMBER.has(waiting.need) && namesAnOrder(reading) && !asks(reading));
  const isFarewell = reading.band === 'act' && reading.intent === 'goodbye';
  if (isNewWish || isFarewell) return null;
  const run = await runFlow(
    flow,
    scene(moment, { ...dialogue, misses: 0 }, waiting.slots, readingOf(moment, reading.intent), true),
  );
  if (!run.askedAgain) return run;
  if (reading.band === 'act' && IN_PASSING.has(reading.intent))
    return { says: [...aside(moment), ...run.says], dialogue: { ...run.dialogue, misses: dialogue.misses } };
  return dialogue.misses + 1 >= MISSES_UNTIL_PERSON
    ? handOver(moment)
    : { says: run.says, dialogue: { ...run.dialogue, misses: dialogue.misses + 1 } };
}

/** Needs that an order number answers, however the sentence around it reads. */
const WANT_A_NUMBER: ReadonlySet<string> = new Set(['identity', 'order']);

/** What people say beside an open question; it is answered where it asks something, and the question stays. */
const IN_PASSING: ReadonlySet<Intent> = new Set<Intent>(['greeting', 'thanks', 'bot_identity', 'complaint']);

function aside({ reading: { intent }, turn: { policy } }: Moment): Say[] {
  const talk = intent === 'bot_identity' || intent === 'complaint' ? SMALL_TALK[intent]?.(policy) : undefined;
  return talk?.kind === 'template' ? [{ ...talk, quickReplies: [] }] : [];
}

const handles = ({ flows }: Moment, intent: Intent): boolean =>
  flows.forIntent(intent) !== undefined || BEYOND.has(intent);

/** Every wish of the message in its order; what puts a question goes last, so that an answer can only mean that. */
function wishesOf(reading: Understanding): Wish[] {
  const isClear = reading.band === 'act' && reading.intent !== 'out_of_scope';
  const wishes: readonly Wish[] = reading.wishes.length > 1 || isClear ? reading.wishes : [];
  return [...wishes.filter((wish) => !asks(wish)), ...wishes.filter(asks)];
}

type Wish = Pick<Understanding['wishes'][number], 'intent' | 'span'>;

const ASKING: ReadonlySet<string> = new Set(
  'cancel refund_request change_address substitute compensation split_shipment shipping_upgrade'.split(' '),
);
const asks = ({ intent }: Pick<Wish, 'intent'>): boolean => ASKING.has(intent);

async function followAll(moment: Moment, wishes: readonly Wish[]): Promise<Step> {
  const says: Say[] = [];
  let dialogue: Dialogue = { ...moment.dialogue, misses: 0, offered: [] };
  for (const { intent, span } of wishes) {
    const step = await follow(moment, intent, dialogue, span);
    says.push(...step.says);
    dialogue = step.dialogue;
    // one question at a time: the rest of the wishes is heard again after its answer
    if (dialogue.waiting || step.says.some(({ kind }) => kind === 'recap')) break;
  }
  return { says, dialogue };
}

async function follow(
  moment: Moment,
  intent: Intent,
  dialogue: Dialogue,
  span?: readonly [number, number],
): Promise<Step> {
  const flow = moment.flows.forIntent(intent);
  if (flow) return start(flow, moment, dialogue, intent, span);
  const rested = { ...dialogue, waiting: null };
  const talk = SMALL_TALK[intent];
  if (talk) return { says: [talk(moment.turn.policy)], dialogue: rested };
  if (BEYOND.has(intent))
    return { says: [tell('beyond-me', {}, ['Talk to a person'])], dialogue: { ...rested, offered: ['human'] } };
  return miss({ ...moment, dialogue });
}

function start(
  flow: Flow,
  moment: Moment,
  dialogue: Dialogue,
  intent: Intent,
  span?: readonly [number, number],
): Promise<Step> {
  // who is asking and about which order, as far as the question it interrupts has brought that out
  const { orderNumber, factor } = dialogue.waiting?.slots ?? {};
  const slots = { ...(orderNumber && { orderNumber }), ...(factor && { factor }) };
  return runFlow(flow, scene(moment, { ...dialogue, misses: 0 }, slots, readingOf(moment, intent, span), false));
}

const scene = (
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

function readingOf(
  { turn, reading }: Moment,
  intent: Intent,
  [from, to]: readonly [number, number] = [0, turn.text.length],
): Reading {
  const details = reading.entities.filter(({ kind }) => DETAILS.has(kind));
  const days = findDates(turn.text, turn.today);
  return {
    text: turn.text.slice(from, to),
    words: blank(turn.text, [...spansOf(details), ...days.map(({ span }) => span)]).slice(from, to),
    intent,
    entities: reading.entities,
    days,
  };
}

/** What tells who or which order, and so never which item. */
const DETAILS: ReadonlySet<string> = new Set(['orderNumber', 'email', 'phone', 'postcode']);

/** Not sure which of two or three: asks, with a button for each. */
function offer(moment: Moment): Promise<Step> | Step {
  const { reading, dialogue } = moment;
  const intents = new Set([reading.intent, ...reading.alternatives.map(({ intent }) => intent)]);
  const offered = [...intents].filter((intent) => INTENT_TITLES[intent] !== undefined).slice(0, 3);
  if (offered.length === 0) return miss(moment);
  const titles = offered.flatMap((intent) => INTENT_TITLES[intent] ?? []);
  return {
    says: [tell('did-you-mean', {}, [...titles, SOMETHING_ELSE])],
    dialogue: { ...dialogue, offered, waiting: null },
  };
}

function miss(moment: Moment): Promise<Step> | Step {
  const { dialogue } = moment;
  const misses = dialogue.misses + 1;
  if (misses >= MISSES_UNTIL_PERSON) return handOver(moment);
  return {
    says: [tell('not-understood', {}, ['Where is my order?', 'Talk to a person'])],
    dialogue: { ...dialogue, misses },
  };
}

/** Twice not understood: a person. */
async function handOver(moment: Moment): Promise<Step> {
  const step = await follow(moment, 'human', { ...moment.dialogue, waiting: null });
  return { says: [tell('still-not-understood'), ...step.says], dialogue: { ...step.dialogue, misses: 0 } };
}
