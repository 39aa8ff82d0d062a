import type { Heard } from './situation-signs.js';

const WAY =
  '(?:cards?|visa|master ?card|amex|american express|discover|debit|pay ?pal|venmo|zelle|cash ?app|apple pay|bank(?: account| transfer)?|account|iban|checks?|cheques?|cash|wire|gift ?cards?|store credit|credits?|vouchers?|points|coupons?)';
const OTHER =
  "(?:other|another|different|new|second|instead|rather|prefer|not|no|nor|\\p{L}+['’]s|old|expired|closed|lost|cancell?ed|stolen|blocked|(?:to|on|onto|into|by|as|via|through|with) (?:my|a|an|this|the)|by|via|as|in)";
const OTHER_WAY = new RegExp(
  `(?<!\\p{L})${OTHER}\\s[^.?!]{0,25}?${WAY}\\b|\\b${WAY}\\b[^.?!]{0,30}\\b${OTHER}(?!\\p{L})`,
  'iu',
);
const CARD_NUMBER = /(?:\d[ -]?){13,19}/;
const BACK =
  /\b(?:refund\w*|money|funds|reimburs\w*|(?:pay|paid|give|put|send|transfer|credit|get) (?:\w+ )?(?:back|it|that|this|me))\b/i;
/** Not the way of what comes back: what is to be charged, what was, or where it is. */
const ELSE =
  /\b(?:charged?|billed?|pay (?:with|by|for)|yet|status|took|taken|arrived?|received?)\b|^\W*(?:(?:hi|hey|hello|so|and|but|ok)\W+)*(?:when|where|has|have|did)\b/i;

/** The flow whose recap names the way a refund goes. */
const CANCEL = 'cancel';

/** "Refund it to my other card", "real money, no vouchers": another way for the money than the one it was paid. */
export const wantsOtherWayBack = ({ text, wanted, proposed }: Heard): boolean => {
  const isAsked = proposed === CANCEL;
  // where a cancellation begins, its recap names the way
  if (!isAsked && (wanted.has('cancel') || wanted.has('refund_request'))) return false;
  if (!isAsked && !BACK.test(text)) return false;
  return CARD_NUMBER.test(text) || (OTHER_WAY.test(text) && !ELSE.test(text));
};
