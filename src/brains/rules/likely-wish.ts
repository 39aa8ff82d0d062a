import type { Intent } from '../../language/intents.js';
import { asks, isLikely, onlyTells } from './message-signs.js';
import type { Moment } from './moment.js';
import { readAddress } from './needs/address.js';
import { ownOrders } from './own-orders.js';
import { leadersByWords } from './pick.js';

/**
 * The wish that an unsure reading may be taken for without asking first, or null. Only what is harmless if it is wrong:
 * a look-up, or a wish that ends in a recap and so is asked about anyway. A whole address is a change of address; who
 * names an item of theirs and nothing clear wants to know how it stands.
 */
export async function likelyWish(moment: Moment): Promise<Intent | null> {
  const { reading, turn, dialogue } = moment;
  const isHarmless = asks(reading) || onlyTells(reading.intent);
  if (readAddress(turn.text) && !(isLikely(reading) && asks(reading))) return 'change_address';
  // "if you split it, what do I pay?": a quote, which its recap asks about anyway
  if (QUOTED.has(reading.intent) && isLikely(reading) && OF_A_PRICE.test(turn.text)) return reading.intent;
  if (reading.wishes.some(({ conditional }) => conditional)) return 'eta';
  // back after days: who it is must be shown anew, and the talk was of an order
  const isBack = !turn.identified && dialogue.orderNumber !== null && !(isLikely(reading) && isHarmless);
  if (isBack && (reading.band === 'clarify' || isShortQuestion(turn.text))) return 'order_status';
  const namesOwn = await namesOwnItem(moment);
  if (isLikely(reading) && isHarmless) return namesOwn && reading.intent === 'stock_question' ? 'eta' : reading.intent;
  if (!namesOwn) return null;
  const [likely] = reading.alternatives.filter(
    ({ intent, confidence }) => confidence >= WORTH_FOLLOWING && (SAYS_HOW_IT_STANDS.has(intent) || asks({ intent })),
  );
  return likely?.intent ?? 'order_status';
}

const QUOTED: ReadonlySet<Intent> = new Set<Intent>(['split_shipment', 'shipping_upgrade']);
const OF_A_PRICE = /\b(?:cost\w*|pay|charge\w*|fees?|price|how much|extra|free|owe)\b/i;

const isShortQuestion = (text: string): boolean => text.includes('?') && text.trim().split(/\s+/).length <= 6;

const SAYS_HOW_IT_STANDS: ReadonlySet<Intent> = new Set<Intent>(['order_status', 'eta', 'delay_reason']);

/** Of readings that look something up or end in a recap, the likeliest is followed rather than asked about. */
const WORTH_FOLLOWING = 0.15;

/** Whether a message names something of a known shopper's own orders. */
export async function namesOwnItem(moment: Moment): Promise<boolean> {
  const items = (await ownOrders(moment))?.flatMap((order) => order.items) ?? [];
  return leadersByWords(moment.turn.text, items).length > 0;
}
