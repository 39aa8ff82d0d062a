import type { Intent } from '../../language/intents.js';
import { onlyTells } from './message-signs.js';
import type { Moment, PlacedWish } from './moment.js';
import { ownOrders } from './own-orders.js';
import { lookUpWorded } from './unclear.js';

/**
 * One wish about several of their orders is one for each, and of look-ups each part has its own: "88344 tracking plus
 * 88301 ship date". What stands before the first number decides whether a part begins with its number or ends with it.
 */
export async function perOrder(moment: Moment, wishes: readonly PlacedWish[]): Promise<readonly PlacedWish[]> {
  const { turn, reading } = moment;
  const [lone, another] = wishes;
  const numbers = reading.entities.filter(({ kind }) => kind === 'orderNumber');
  if (!lone || another || new Set(numbers.map(({ value }) => value)).size < 2) return wishes;
  if (!(onlyTells(lone.intent) || lone.intent === 'cancel') || DENIES.test(turn.text)) return wishes;
  const own = new Set<unknown>((await ownOrders(moment))?.map(({ orderNumber }) => orderNumber));
  const places = numbers.filter(({ value }) => own.has(value)).map(({ span }) => span);
  if (places.length < 2) return wishes;
  const [first = 0] = places[0] ?? [];
  const isNumberLast = lookUpIn(turn.text.slice(0, first)) !== undefined;
  const cuts = isNumberLast ? places.slice(0, -1).map(([, end]) => end) : places.slice(1).map(([start]) => start);
  const bounds = [0, ...cuts, turn.text.length];
  return cuts.concat(turn.text.length).map((end, at) => {
    const span = [bounds[at] ?? 0, end] as const;
    const worded = onlyTells(lone.intent) ? lookUpIn(turn.text.slice(...span)) : undefined;
    return { intent: worded ?? lone.intent, span };
  });
}

/** "not 1042, 1057": the one is ruled out. */
const DENIES = /\b(?:not|instead|rather|but)\b/i;

const OF_ITS_PLACE = /\b(?:track(?:ing)?|where(?:abouts)?|status)\b/i;
const lookUpIn = (part: string): Intent | undefined =>
  lookUpWorded(part) ?? (OF_ITS_PLACE.test(part) ? 'order_status' : OF_ITS_DAY.test(part) ? 'eta' : undefined);
const OF_ITS_DAY = /\b(?:date|day|eta|arriv\w*)\b/i;
