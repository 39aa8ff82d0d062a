import type { Heard } from './situation-signs.js';

/** The flow whose recap names what comes back. */
const CANCEL = 'cancel';

const OF_WHAT_COMES_BACK =
  /\b(?:money|refund\w*|reimburs\w*|store credit)\b|\b(?:get(?:ting)?|got|receive|come|coming|comes|goes|going|paid|pay|sent|send|owed?)\b[^.?!]{0,15}\bback\b|\bback (?:to|on|onto|into) (?:my|the|which|what)\b|\b(?:to|on|onto|into|which|what) (?:my |the |same |original )*(?:visa|master ?card|amex|card|pay ?pal|bank|account)\b|\bhow much\b/i;
const ASKS =
  /\?|\b(?:or what|yeah|right)\W*$|^\W*(?:(?:ok(?:ay)?|and|so|but|right|thanks|cool|great|now)\W+)*(?:when|where|how|what|which|is|does|do|will|did|has|have|whats|wheres)\b/i;

/** "How much do I get back, and on which card?", whether the cancellation it is about was only put to them or is made. */
const asksOfMoney = ({ text, wanted }: Heard): boolean =>
  OF_WHAT_COMES_BACK.test(text) && ASKS.test(text) && !ELSEWHERE.some((intent) => wanted.has(intent));

/** Wishes that speak of money, too. */
const ELSEWHERE = [
  'cancel',
  'human',
  'payment_problem',
  'compensation',
  'policy_question',
  'shipping_upgrade',
] as const;

/** The same, once a cancellation was put and is no longer open: how the refund stands. */
export const asksOfMoneyDue = (heard: Heard): boolean =>
  heard.before === CANCEL && heard.proposed === null && asksOfMoney(heard);

/** The same, while it is open: the recap says it. */
export const asksOfMoneyAhead = (heard: Heard): boolean => heard.proposed === CANCEL && asksOfMoney(heard);
