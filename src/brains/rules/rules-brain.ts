import { findDates } from '../../language/entities/find-dates.js';
import { extractEntities } from '../../language/extract-entities.js';
import type { IntentModel } from '../../language/intent-model.js';
import { isSocial } from '../../language/intents.js';
import { isGibberish } from '../../language/is-gibberish.js';
import { type Understanding, understand } from '../../language/understand.js';
import type { Answer, Brain, BrainTurn } from '../brain.js';
import { acknowledge } from './acknowledge.js';
import { agreedAgain } from './agreed-again.js';
import { answerForeign } from './answer-foreign.js';
import { answerQuestion, takeOffer } from './answer-question.js';
import { answerWithoutProof } from './answer-without-proof.js';
import { askedBeside, withAddressBeside, withPersonBeside } from './asked-beside.js';
import { asksOfMoneyAhead } from './asks-of-money-due.js';
import { correct } from './correct.js';
import { Dialogue } from './dialogue.js';
import { backToQuestion, waitForDecision } from './digress.js';
import { dropAll } from './drop-all.js';
import { carryOver, sayAgain } from './ellipsis.js';
import { type Flow, tell } from './flow.js';
import { follow, startFlow } from './follow.js';
import { likelyWish, namesOwnItem } from './likely-wish.js';
import type { Flows } from './load-flows.js';
import {
  asks,
  beginsNo,
  givesUp,
  isAlarming,
  isBareOrder,
  isFurious,
  isLikely,
  isMedicalOrDangerous,
  isOnlyDetails,
  namesAnOrder,
  onlyTells,
  provesAnOrder,
  speaksOfMessages,
  wantsItAgain,
} from './message-signs.js';
import type { Moment, PlacedWish, Step } from './moment.js';
import { onlyManners } from './only-manners.js';
import { followAll, goOn } from './pending.js';
import { askForRating, takeRating } from './rating.js';
import { readMessage } from './read-message.js';
import { waysAsked } from './read-notification-wish.js';
import type { Heard } from './situation-signs.js';
import {
  answerUnclear,
  asksForPerson,
  lookUpWorded,
  namesOwnNumber,
  seeksAnother,
  speaksOfOwnItems,
} from './unclear.js';
import { vary } from './vary.js';

/** The deterministic brain: a classifier reads the wish, a flow carries it out, templates say it. Needs no key, no network. */
export function createRulesBrain({ model, flows }: { model: IntentModel; flows: Flows }): Brain {
  return {
    name: 'rules',
    async answer(turn, tools): Promise<Answer> {
      const dialogue = Dialogue.parse(turn.dialogue);
      const rated = await takeRating(turn, dialogue, tools);
      if (rated) return { says: rated, dialogue };
      const reading = await readMessage(model, turn, tools);
      const moment = { ...read(turn, reading), tools, dialogue, flows, isGibberish: isGibberish(model, turn.text) };
      const step = acknowledge(await answerTurn(moment), dialogue, reading, turn);
      const { says, dialogue: next } = vary(step, dialogue);
      const heard = { wish: reading.intent, band: reading.band };
      if (heard.band !== 'act' || heard.wish !== 'goodbye') return { says, dialogue: next, heard };
      const asks = askForRating(turn, dialogue);
      const wasRatingAsked = dialogue.wasRatingAsked || asks.length > 0;
      return { says: [...says, ...asks], dialogue: { ...next, wasRatingAsked }, heard };
    },
    async goOn(turn, tools): Promise<Answer> {
      const dialogue = Dialogue.parse(turn.dialogue);
      const reading = { ...understand(model, ''), entities: extractEntities(turn.text) };
      const moment = { ...read(turn, reading), tools, dialogue, flows, isGibberish: false };
      return vary(await goOn(moment, { says: [], dialogue }), dialogue);
    },
  };
}

const read = (turn: BrainTurn, reading: Understanding) => ({ turn, reading, days: findDates(turn.text, turn.today) });

async function answerTurn(moment: Moment): Promise<Step> {
  const { reading, dialogue, turn } = moment;
  if (isAlarming(reading)) return alarm(moment);
  const abroad = await answerForeign(moment);
  if (abroad) return abroad;
  if (!asksForPerson(turn.text)) {
    const step = await answerWithoutProof(moment);
    if (step) return step;
  }
  if (wantsItAgain(turn.text)) {
    const step = await sayAgain(moment);
    if (step) return step;
  }
  if (dialogue.offered.length > 0) {
    const step = await takeOffer(moment);
    if (step) return step;
  }
  if (isFurious(reading)) return follow(moment, 'human', { ...dialogue, waiting: null });
  const isDropped = (dialogue.waiting !== null || turn.isAsked) && givesUp(turn.text);
  const situation = isDropped ? undefined : situationIn(moment);
  if (situation)
    return backToQuestion(moment, await startFlow(situation, moment, dialogue, reading.intent), dialogue.waiting);
  if (dialogue.waiting) {
    const step = await answerQuestion(moment, dialogue.waiting);
    if (step) return step.dialogue.waiting === null ? goOn(moment, step) : step;
  } else if (turn.isAsked) {
    if (asksOfMoneyAhead(heardIn(moment))) return { says: [{ kind: 'recap', isAgain: true }], dialogue };
    const step = (await correct(moment)) ?? (await giveUp(moment)) ?? waitForDecision(moment);
    if (step) return step;
  }
  return backToQuestion(moment, await newMatter(moment), dialogue.waiting);
}

/** What is no answer to anything: new wishes, or something that was not understood. */
async function newMatter(moment: Moment): Promise<Step> {
  const { reading, dialogue, turn } = moment;
  if (isSocial(reading.intent) && asksForPerson(turn.text)) return follow(moment, 'human', dialogue);
  const agreed = await agreedAgain(moment);
  if (agreed) return agreed;
  // before the wishes: a few bare numbers read like anything
  if (isBareOrder(turn.text, reading)) return follow(moment, 'order_status', dialogue);
  if (await isOfAnItem(moment)) return follow(moment, 'cancel', dialogue);
  const ways = isOfMessages(reading) ? waysAsked(turn.text) : null;
  if (ways === 'ends_all' || (ways === 'ends_one' && reading.band !== 'act'))
    return follow(moment, 'opt_out', dialogue);
  if (ways === 'moves') return follow(moment, 'notify_me', dialogue);
  if (await seeksAnother(moment)) return follow(moment, 'substitute', { ...dialogue, offered: [] });
  if (isGreeting(reading) && (await namesOwnItem(moment)))
    return (await carryOver(moment)) ?? follow(moment, lookUpWorded(turn.text) ?? 'order_status', dialogue);
  const wishes = wishesOf(turn.text, reading);
  if (wishes.length > 0) {
    const beside = withAddressBeside(turn.text, askedBeside(turn.text, wishes, reading));
    return followAll(moment, withPersonBeside(turn.text, beside));
  }
  const carried = await carryOver(moment);
  if (carried) return carried;
  const manners = onlyManners(moment);
  if (manners) return manners;
  const likely = await likelyWish(moment);
  const isConditional = reading.wishes.some(({ conditional }) => conditional);
  // of those who are known, what is only looked up is left to what weighs look-ups and pages against each other
  if (likely && (asks({ intent: likely }) || isConditional || !turn.identified)) {
    const whole = [{ intent: likely, span: [0, turn.text.length] as const }];
    return followAll(moment, withPersonBeside(turn.text, askedBeside(turn.text, whole, reading)));
  }
  // whatever is wanted of an order, how it stands is said only to whom it belongs
  const isElse = isLikely(reading) && !onlyTells(reading.intent);
  if (namesAnOrder(reading) || provesAnOrder(reading) || (!isElse && (await namesOwnNumber(moment)))) {
    const telling = lookUpWorded(turn.text) ?? (likely && onlyTells(likely) ? likely : 'order_status');
    const intent = ORDERS_TO_CANCEL.test(turn.text) ? 'cancel' : telling;
    return followAll(moment, [{ intent, span: [0, turn.text.length] }]);
  }
  return answerUnclear(moment);
}

/** A situation that no intent names. */
const situationIn = (moment: Moment): Flow | undefined => moment.flows.hearing(heardIn(moment));

function heardIn({ reading, turn, dialogue, days }: Moment): Heard {
  return {
    text: turn.text,
    days,
    wanted: new Set(wishesOf(turn.text, reading).map(({ intent }) => intent)),
    proposed: turn.isAsked ? (dialogue.proposed?.flow ?? null) : null,
    before: dialogue.proposed?.flow ?? null,
    dayBefore: dialogue.last?.slots.neededBy ?? null,
  };
}

/** "Hi, it's me again, stroller?" greets, and asks after what it names. */
const isGreeting = ({ intent, band }: Understanding): boolean => band === 'act' && intent === 'greeting';

/** About what we tell them, and nothing else. */
const isOfMessages = ({ intent, wishes }: Understanding): boolean =>
  [intent, ...wishes.map((wish) => wish.intent)].every((one) => one === 'opt_out' || one === 'notify_me');

/** "I don't want the case any more, stop it": what is to stop is the item, not our messages. */
const isOfAnItem = async (moment: Moment): Promise<boolean> =>
  moment.reading.band === 'act' &&
  moment.reading.intent === 'opt_out' &&
  !speaksOfMessages(moment.turn.text) &&
  (await speaksOfOwnItems(moment));

/** A person at once; where somebody may be in danger, help for that comes first. */
async function alarm(moment: Moment): Promise<Step> {
  const step = await follow(moment, 'human', { ...moment.dialogue, waiting: null });
  const isDanger = isMedicalOrDangerous(moment.reading.entities);
  return isDanger ? { ...step, says: [tell('emergency'), ...step.says] } : step;
}

/** "cancel 30-118 kim@example.org": the numbers around it hide nothing of that. */
const ORDERS_TO_CANCEL = /^\W*(?:(?:please|pls|plz|hi|hello|hey)\W+)*cancel\b(?!.*\?)/i;

/** Every wish of the message as it was said; one that is sure. */
function wishesOf(text: string, reading: Understanding): readonly PlacedWish[] {
  const isClear = reading.band === 'act' && reading.intent !== 'out_of_scope';
  if (reading.wishes.length <= 1) return isClear ? reading.wishes : [];
  const changes = reading.wishes.filter(asks);
  const isSure = ({ confidence }: { readonly confidence: number }): boolean => confidence >= SURE;
  // "I don't want the parasol now, cancel": beside a change that is sure, one that is a guess is none
  const isGuess = (wish: (typeof changes)[number]): boolean => asks(wish) && !isSure(wish) && changes.some(isSure);
  const meant = reading.wishes.filter((wish) => !isGuess(wish) && !isOnlyDetails(text, reading, wish.span));
  return meant.length > 0 ? meant : reading.wishes;
}

const SURE = 0.9;

/** "no, home is better after all": what was asked is dropped, with all that waited behind it. */
function giveUp(moment: Moment): Promise<Step> | null {
  const { turn, dialogue, reading, flows } = moment;
  // "no thanks, cancel it": not the offer, but something else
  const asked = dialogue.proposed && flows.byName(dialogue.proposed.flow);
  if (reading.band === 'act' && asks(reading) && !asked?.intents.includes(reading.intent)) return null;
  const isNo = isLikely(reading) && reading.intent === 'deny' && !turn.text.includes('?');
  return isNo || givesUp(turn.text) || beginsNo(turn.text) ? dropAll(moment) : null;
}
