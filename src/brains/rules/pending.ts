import { findDates } from '../../language/entities/find-dates.js';
import { extractEntities } from '../../language/extract-entities.js';
import type { Intent } from '../../language/intents.js';
import type { Say } from '../brain.js';
import type { Dialogue, Wish } from './dialogue.js';
import { follow } from './follow.js';
import { asks } from './message-signs.js';
import type { Moment, PlacedWish, Step } from './moment.js';
import { numberIn } from './needs/identity.js';
import { ownOrders } from './own-orders.js';
import { perOrder } from './per-order.js';
import { leadersByWords } from './pick.js';
import { isPlainConsent } from './situation-signs.js';

/**
 * Carries out every wish of a message in its order; what puts a question goes last, so that an answer can only mean
 * that. There is one question at a time: what comes after it waits in the dialogue until it has its answer.
 */
export async function followAll(moment: Moment, wishes: readonly PlacedWish[]): Promise<Step> {
  const own = await perOrder(moment, await withoutStaying(moment, wishes));
  const inOrder = [...own.filter((wish) => !asks(wish)), ...own.filter(asks)];
  const isLone = inOrder.length === 1;
  let step: Step = { says: [], dialogue: { ...moment.dialogue, misses: 0, offered: [] } };
  for (const [at, { intent, span }] of inOrder.entries()) {
    // a lone wish may have its item in another clause: "the tripod - cancel it"
    step = joined(step, await follow(moment, intent, step.dialogue, isLone ? undefined : span));
    if (isAsking(step)) return { ...step, dialogue: putOff(step.dialogue, moment, inOrder.slice(at + 1)) };
  }
  return goOn(moment, step);
}

/**
 * "cancel the atlas, but send the bread book": what stays beside a cancellation is no wish of its own. Nor is a wish to
 * wait that is refused or names nothing: "no thanks to the new date, refund me".
 */
async function withoutStaying(moment: Moment, wishes: readonly PlacedWish[]): Promise<readonly PlacedWish[]> {
  const { turn } = moment;
  if (!wishes.some(({ intent }) => ENDS_THE_WAIT.has(intent))) return wishes;
  const cancels = wishes.some(({ intent }) => intent === 'cancel');
  const items = (await ownOrders(moment))?.flatMap((order) => order.items) ?? [];
  return wishes.filter(({ intent, span }) => {
    const text = turn.text.slice(...span);
    if (intent === 'keep_waiting') return isPlainConsent(text) && leadersByWords(text, items).length > 0;
    return intent === 'cancel' || !cancels || !/^(?:keep|send|leave|ship)\b/i.test(text);
  });
}

const ENDS_THE_WAIT: ReadonlySet<Intent> = new Set<Intent>(['cancel', 'refund_request']);

/** What was put off, taken up again once nothing is asked any more; each is read anew against the facts of today. */
export async function goOn(moment: Moment, before: Step): Promise<Step> {
  let step = before;
  while (!isAsking(step) && step.dialogue.pending.length > 0) {
    const [wish, ...pending] = step.dialogue.pending;
    if (!wish) break;
    const dialogue: Dialogue = { ...step.dialogue, pending };
    step = joined(step, await follow(saying(moment, wish), wish.intent, dialogue, undefined, wish.orderNumber));
  }
  return step;
}

const joined = (before: Step, after: Step): Step => ({
  says: [...before.says, ...after.says],
  dialogue: after.dialogue,
});

/** Whether the answer must be waited for before anything else is taken up. */
const isAsking = ({ says, dialogue }: Step): boolean => dialogue.waiting !== null || says.some(isQuestion);

const isQuestion = ({ kind }: Say): boolean => kind === 'recap';

function putOff(dialogue: Dialogue, { turn, reading }: Moment, wishes: readonly PlacedWish[]): Dialogue {
  const orderNumber = numberIn(reading.entities);
  const pending = wishes.map(({ intent, span: [from, to] }): Wish => {
    const text = turn.text.slice(from, to);
    const own = numberIn(extractEntities(text)) ?? orderNumber;
    return { intent, text, ...(own && { orderNumber: own }) };
  });
  return { ...dialogue, pending };
}

/** The moment as if the wish put off were said now. */
function saying(moment: Moment, { intent, text }: Wish): Moment {
  const { turn, reading } = moment;
  return {
    ...moment,
    turn: { ...turn, text },
    days: findDates(text, turn.today),
    reading: { ...reading, intent, band: 'act', wishes: [], alternatives: [], entities: extractEntities(text) },
  };
}
