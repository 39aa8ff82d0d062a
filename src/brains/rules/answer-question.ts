import type { Intent } from '../../language/intents.js';
import { readYesNo } from '../../language/read-yes-no.js';
import type { Say } from '../brain.js';
import type { Dialogue } from './dialogue.js';
import { dropAll } from './drop-all.js';
import { type Flow, tell } from './flow.js';
import { follow, handOver, MISSES_UNTIL_PERSON } from './follow.js';
import { INTENT_TITLES, SOMETHING_ELSE } from './intent-titles.js';
import { likelyWish } from './likely-wish.js';
import { asks, asksIfBot, givesUp, isOnlyPointer, namesAnOrder, onlyTells, wantsNone } from './message-signs.js';
import { handles, type Moment, readingOf, type Step, scene } from './moment.js';
import { pickShownProduct } from './pick-shown-product.js';
import { runFlow } from './run-flow.js';
import { SMALL_TALK } from './small-talk.js';

/** The answer to "which of these do you mean?" (a button sends its own title), or a yes to the one thing offered. */
export function takeOffer(moment: Moment): Promise<Step> | Step | null {
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
export async function answerQuestion(moment: Moment, waiting: NonNullable<Dialogue['waiting']>): Promise<Step | null> {
  const { flows, reading, dialogue, turn } = moment;
  const flow = flows.byName(waiting.flow);
  if (!flow) return null;
  const isRefusal = waiting.need === SHOWS && wantsNone(turn.text);
  if (readYesNo(turn.text) === 'no' || isRefusal || (givesUp(turn.text) && !isOtherWish(moment, flow)))
    return dropAll(moment);
  // "that would be ana@example.com" says who it is, whatever else it reads like
  const saysWho = WANT_A_NUMBER.has(waiting.need) && reading.entities.some(({ kind }) => kind === 'email');
  const isOfMail = saysWho && reading.wishes.length <= 1 && READ_OF_MAIL.has(reading.intent);
  const isNewWish =
    reading.band === 'act' &&
    !isOfMail &&
    !isOnlyPointer(turn.text, reading) &&
    !(CHOOSES.has(waiting.need) && SAID_IN_CHOOSING.has(reading.intent)) &&
    !pickShownProduct(turn.text, dialogue) &&
    handles(moment, reading.intent) &&
    !flow.intents.includes(reading.intent) &&
    !(WANT_A_NUMBER.has(waiting.need) && namesAnOrder(reading) && !asks(reading));
  const isFarewell = reading.band === 'act' && reading.intent === 'goodbye' && !saysWho;
  if (isNewWish || isFarewell) return null;
  const run = await runFlow(
    flow,
    scene(moment, { ...dialogue, misses: 0 }, waiting.slots, readingOf(moment, reading.intent), true),
  );
  if (!run.askedAgain) return run;
  if ((reading.band === 'act' && IN_PASSING.has(reading.intent)) || asksIfBot(turn.text))
    return { says: [...aside(moment), ...run.says], dialogue: { ...run.dialogue, misses: dialogue.misses } };
  // no answer, but something to look up: it is told, and the question put again
  const beside = await likelyWish(moment);
  if (beside && onlyTells(beside) && !flow.intents.includes(beside)) return null;
  return dialogue.misses + 1 >= MISSES_UNTIL_PERSON
    ? handOver(moment)
    : { says: run.says, dialogue: { ...run.dialogue, misses: dialogue.misses + 1 } };
}

/** "never mind, cancel the lens": what is dropped gives way to something else. */
const isOtherWish = ({ reading }: Moment, { intents }: Flow): boolean =>
  reading.band === 'act' && asks(reading) && !intents.includes(reading.intent);

/** Needs that an order number answers, however the sentence around it reads. */
const WANT_A_NUMBER: ReadonlySet<string> = new Set(['identity', 'order']);

/** What "email on it: ana@example.com" or "ana@example.com, sorry for the wait" is easily read as. */
const READ_OF_MAIL: ReadonlySet<Intent> = new Set<Intent>([
  'notify_me',
  'opt_out',
  'privacy_request',
  'compensation',
  'complaint',
]);

/** The need that shows what might be taken. */
const SHOWS = 'substitute';

/** Needs that offer a choice, and wishes that its answer reads like: "the first one, change it to that". */
const CHOOSES: ReadonlySet<string> = new Set(['substitute', 'line', 'order']);
const SAID_IN_CHOOSING: ReadonlySet<Intent> = new Set<Intent>(['change_order', 'return_exchange', 'item_problem']);

/** What people say beside an open question; it is answered where it asks something, and the question stays. */
const IN_PASSING: ReadonlySet<Intent> = new Set<Intent>(['greeting', 'thanks', 'bot_identity', 'complaint']);

function aside({ reading, turn: { policy, text } }: Moment): Say[] {
  const intent = asksIfBot(text) ? 'bot_identity' : reading.intent;
  const talk = intent === 'bot_identity' || intent === 'complaint' ? SMALL_TALK[intent]?.(policy) : undefined;
  return talk?.kind === 'template' ? [{ ...talk, quickReplies: [] }] : [];
}
