import type { Intent } from '../../language/intents.js';
import type { Understanding } from '../../language/understand.js';
import { speaksOfMessages } from './message-signs.js';
import { addressMasked } from './needs/address.js';

/** Words that say for certain what is wished, whatever the classifier makes of the rest. */
interface WordedWish {
  /** What it may have been read as; anything where none is named. */
  readonly readAs?: readonly Intent[];
  /** What the part that carries the wish says, and what it does not. */
  readonly part?: RegExp;
  readonly partNot?: RegExp;
  /** What the message says anywhere, and what it says nowhere. */
  readonly whole?: RegExp;
  readonly wholeNot?: RegExp;
  /** Only where the message was not clear. */
  readonly unclearOnly?: true;
  readonly also?: (said: Said) => boolean;
  readonly means: Intent;
}

interface Said {
  readonly intent: Intent;
  readonly part: string;
  readonly whole: string;
  readonly isClear: boolean;
}

/** The wishes of a message with what words say for certain about them; what they say so of the whole is sure. */
export function withWordedWishes(reading: Understanding, whole: string): Understanding {
  const isClear = reading.band === 'act';
  const meant = (intent: Intent, part: string): Intent | undefined => wordedWish({ intent, part, whole, isClear });
  const wishes = reading.wishes.map((wish) => {
    const intent = meant(wish.intent, whole.slice(...wish.span));
    return intent ? { ...wish, intent } : wish;
  });
  const intent = meant(reading.intent, whole);
  const isSure = reading.band === 'clarify' && intent !== undefined;
  return { ...reading, ...(intent && { intent }), wishes, ...(isSure && { band: 'act', alternatives: [] }) };
}

const wordedWish = (said: Said): Intent | undefined => WORDED_WISHES.find((worded) => holds(worded, said))?.means;

function holds({ readAs, part, partNot, whole, wholeNot, unclearOnly, also }: WordedWish, said: Said): boolean {
  if (readAs && !readAs.includes(said.intent)) return false;
  if (unclearOnly && said.isClear) return false;
  if ((part && !part.test(said.part)) || (whole && !whole.test(said.whole))) return false;
  if (partNot?.test(said.part) || wholeNot?.test(said.whole)) return false;
  return also?.(said) ?? true;
}

const LOOK_UPS: readonly Intent[] = ['eta', 'order_status', 'stock_question', 'delay_reason'];
/** Wishes that a harsh word about an item is easily taken for. */
const SOFT: readonly Intent[] = ['opt_out', 'keep_waiting', 'change_order', 'out_of_scope'];

const givesAddress = ({ whole }: Said): boolean => addressMasked(whole) !== whole;
const mayScrap = ({ whole, isClear, intent }: Said): boolean =>
  !speaksOfMessages(whole) && (!isClear || SOFT.includes(intent));
const asksADay = ({ part }: Said): boolean => /\b(?:dates?|eta|when|which day|what day)\b/i.test(part);

/** The first that holds counts. */
const WORDED_WISHES: readonly WordedWish[] = [
  // "Tell me what day it leaves" asks for a date; who wants word when it does says how, or as soon as it does
  {
    readAs: ['notify_me'],
    part: /\btell me (?:[\w']+ ){0,4}?(?:when|what|which)\b|\b(?:what|which|the) (?:day|date)\b|\b(?:want|need|like|love) to know (?:[\w']+ ){0,2}?when\b/i,
    partNot:
      /\b(?:text|txt|sms|e-?mail|mail|ping|messag\w*|notif\w*|alerts?|updates?|whats ?app|call|ring|remind\w*|as soon as|the moment|once|back in|restock\w*)\b/i,
    means: 'eta',
  },
  // "I okayed the wait, what's the day now": asked in so many words
  {
    readAs: ['split_shipment', 'keep_waiting'],
    whole: /\b(?:what(?:['’]?s| is)? the (?:new |likely )?(?:day|date)|(?:what|which) (?:day|date))\b/i,
    wholeNot: /\b(?:split|parcels?|boxes|separate\w*|two)\b/i,
    unclearOnly: true,
    means: 'eta',
  },
  // "Did the cup holder ship?" asks for no reason
  {
    readAs: ['delay_reason'],
    part: /^\W*(?:so |and |also )?(?:did|has|have|is|are)\b/i,
    partNot: /\b(?:why|how come|reason|late|delay\w*|hold\w*|taking|cause\w*|what|wrong|problem|issue|stuck)\b/i,
    means: 'order_status',
  },
  // Whatever is to change where an address is given: that
  {
    readAs: ['change_order'],
    also: givesAddress,
    means: 'change_address',
  },
  // "Check 4546, it belongs to my neighbour": somebody else's, and nothing is to go elsewhere
  {
    readAs: ['change_address'],
    whole:
      /\bbelongs? to\b|\b(?:it|that|this)(?:'?s| is| one is) (?:my |our )?\p{L}+['’]?s\b(?! (?:new |other )?(?:address|place|house|home|office|flat))/iu,
    wholeNot: /\b(?:send|deliver|ship|leave|drop|forward|redirect|move|bring|address|instead|chang\w*)\b/i,
    means: 'order_status',
  },
  // "Do you have something like this in stock?"
  {
    readAs: [...LOOK_UPS, 'split_shipment', 'shipping_upgrade', 'change_order'],
    part: /\b(?:something|anything|one|ones|sth|smth|stuff) (?:else |pretty |quite |very |a bit |more )?(?:like|similar to|close to|comparable to) (?:this|that|it|these|those|them|my|the|mine)\b/i,
    means: 'substitute',
  },
  // "Why did another customer get the lamp before I did?"
  {
    readAs: [...LOOK_UPS, 'shipping_upgrade'],
    part: /\b(?:an ?other|others?|someone|somebody|anyone|anybody|people|everyone|friend|neighbou?r|colleague|sister|brother|cousin|she|he|they|her|his|hers|theirs)\b[^.?!]{0,60}\b(?:before|ahead of|earlier than|sooner than) (?:i|me|mine|us|we|ours|my)\b/i,
    means: 'queue_position',
  },
  // "and the gloves, have those left?": asked of things that go, not of what the shelf holds
  {
    readAs: ['stock_question'],
    part: /\b(?:has|have|did) (?:it|they|that|those|these|mine|my [^.?!,]{2,30}|the [^.?!,]{2,30}) (?:already |even |all |both )?(?:left|gone|shipped|ship|leave|been sent|gone out)\b(?! (?:in|on|at|over)\b)/i,
    means: 'order_status',
  },
  // "look up 90388 for a colleague of mine": to be looked up, by nobody else
  {
    readAs: ['human'],
    part: /\b(?:for|of|on behalf of) (?:a|an|my|one of my|our) (?:\w+ )?(?:colleague|friend|mate|neighbou?r|sister|brother|cousin|boss|manager|co-?worker|flatmate|roommate|wife|husband|partner|mother|mum|mom|father|dad|aunt|uncle)s?\b/i,
    partNot: /\b(?:speak|talk|chat|connect|transfer|put me|human|agent|representative|real person|call me|ring me)\b/i,
    means: 'order_status',
  },
  // "I typed the wrong number. 900-17 it is": of an order, and nothing moves
  {
    readAs: ['change_address'],
    whole: /\b(?:wrong|other) (?:order )?(?:number|no)\b|\b(?:mistyped|typo)\b/i,
    wholeNot: /\b(?:address|house|flat|apt|apartment|street|road|zip|post ?code|door|deliver\w*|phone)\b/i,
    also: (said) => !givesAddress(said),
    means: 'order_status',
  },
  // "Which orders do I have open?"
  {
    readAs: ['policy_question'],
    whole: /\b(?:which|what|list|show)\b[^.?!]{0,20}\borders?\b[^.?!]{0,15}\b(?:i|my|mine|we)\b/i,
    means: 'order_status',
  },
  // "Scrap all three pots", "stop the rug"
  {
    whole:
      /^\W*(?:(?:please|pls|just|ok|so|then|and|also) )*(?:(?:scrap|bin|ditch|axe|scratch) (?:the|my|all|both|those|these)|stop (?:the|my)) (?!last|order of|shipping|wait|idea|question)\w/i,
    also: mayScrap,
    means: 'cancel',
  },
  // "Has the train set left yet?"
  {
    part: /^\W*(?:(?:hiya?|hello|hey|so|and|ok)\W+)*(?:has|have|did|is|are) (?:the|my|our|that|those) [^.?!,]{2,40} (?:left|leave|shipped|ship|gone|been sent|been shipped|on (?:its|the|their) way)\b/i,
    unclearOnly: true,
    means: 'order_status',
  },
  // "What do I get for the wait?"
  {
    whole:
      /\bwhat (?:do|will|would|can) (?:i|we) get (?:for (?:it|that|this|waiting|the (?:wait|delay|trouble|inconvenience)|my (?:trouble|patience))|out of (?:it|this|that))\b/i,
    unclearOnly: true,
    means: 'compensation',
  },
  // "The hose was cancelled I know, nozzle date pls"
  {
    readAs: ['cancel'],
    part: /\b(?:was|were|been|got) (?:already )?cancell?ed\b/i,
    also: asksADay,
    means: 'eta',
  },
  // "Delete my last order": the order, and no data
  {
    readAs: ['privacy_request'],
    part: /\b(?:delete|erase|remove|wipe) (?:my|the|this|that|our) (?:whole |entire |last |latest )?(?:order|purchase)\b/i,
    means: 'cancel',
  },
  // "I put 12 by accident, should be 2"
  {
    readAs: ['change_address'],
    whole:
      /\b(?:put|ordered|typed|entered|bought|picked|clicked|added|chose)(?: in)? \d{1,3}\b[^.?!]{0,60}\b(?:should|meant|supposed|only|want(?:ed)?|need(?:ed)?|instead|not)\b/i,
    wholeNot: /\b(?:address|house|flat|apt|apartment|street|road|avenue|unit|suite|zip|post ?code|door)\b/i,
    means: 'change_order',
  },
  // "Do you have a bench vise?", "folding stools, got any?"
  {
    whole:
      /^\W*(?:(?:hi|hello|hey|and|so|ok|also|quick question|just wondering)\W+)*(?:do|does) (?:you|u|ya|the shop|your shop)(?: (?:guys|folks|people|still|also|even|currently|happen to|now))* (?:have|stock|sell|carry) (?!to\b|(?:an?|any|the|some|my|me)? ?(?:\w+ )?(?:idea|news|updates?|info\w*|record|order|policy|policies|discounts?|offers?|codes?|phone|number|e-?mail|person|someone|somebody|human|way|time|date|eta|refund|reason|problem|issue|page|rules?|hours|returns?|tracking|clue)\b)|\b(?:(?:have )?(?:you|u) got|got) (?:any|some|one)(?: (?:left|in|in stock|there))?\W*$|^\W*(?!(?:is|are|when|my|will|any)\b)(?:[\w'-]+ ){1,5}(?:available|in stock)\W*\?\W*$/i,
    unclearOnly: true,
    means: 'stock_question',
  },
  // "The bag should be cancelled": an order, though no refund is spoken of
  {
    readAs: ['refund_status'],
    part: /\b(?:should|must|(?:has|have|needs?|ought|is|are|wants?) to|can|could|needs?|wants?) (?:please )?(?:be |get |go )?cancell?(?:ed|ing)\b/i,
    wholeNot: /refund|money/i,
    means: 'cancel',
  },
  // "Let's call off the banjo, too long a wait"
  {
    readAs: ['keep_waiting'],
    part: /(?<!n['’]?t |not )\bcall(?:ing|ed)? (?:(?:it|this|that|everything|the [^.?!]{1,25}?) )?off\b/i,
    means: 'cancel',
  },
  // "Refund 5005 pls, still not here": ordered, and not asked after
  {
    readAs: ['refund_status'],
    part: /(?:^|[.?!,;]\s*|\b(?:please|pls|plz|kindly|just|so|then|and) )refund (?:me|it|us|this|that|my|the|our|order|#?\d)\b(?! status)/i,
    means: 'refund_request',
  },
  // "I can't see the refund on my account, what's its status?"
  {
    readAs: LOOK_UPS,
    whole:
      /\b(?:see|find|got|received|show\w*|there|seen)\b[^.?!]{0,25}\brefund\b[^?]{0,60}\b(?:status|where|when|happen\w*)\b/i,
    wholeNot: /\bif\b/i,
    means: 'refund_status',
  },
  // "I'm not typing to a machine, put a real person on"
  {
    readAs: ['bot_identity'],
    whole:
      /\b(?:put|get|give|connect|transfer|pass|want|need)\b[^.?!]{0,25}\b(?:human|person|agent|representative|somebody|someone)\b/i,
    wholeNot: /\?|\bif\b/i,
    means: 'human',
  },
  // "send the pans now, the rack when it comes?"
  {
    readAs: LOOK_UPS,
    part: /\b(?:send|ship|post)\b[^.?!]{2,40}\b(?:now|first|today)\b[^.?!]{2,40}\b(?:when (?:it|they|that)|later|after(?:wards)?|once (?:it|they|that))\b/i,
    means: 'split_shipment',
  },
  // "When do I get the 60 back?", "so the money is where now": asks after money, whatever else is asked so
  {
    readAs: LOOK_UPS,
    whole:
      /\b(?:when|where|how (?:soon|long)|(?:what|which) day)\b[^.?!]{0,30}\b(?:the|my|that|our) (?:money|cash|funds|[$£€]?\d[\d.,]*)(?= |\b)[^.?!]{0,20}\b(?:back|again|returned|now|lands?|arrives?)\b|\b(?:the|my) money\b[^.?!]{0,15}\b(?:where|when)\b/i,
    wholeNot: /\bif\b/i,
    means: 'refund_status',
  },
  // "2 of my 6 mugs came, what about the other four?": asks after what is left of them, and for nothing similar
  {
    readAs: ['substitute', 'queue_position'],
    whole:
      /\b(?:shipped|left|came|come|arrived|sent|here|gone|went|got|received|delivered)\b.*\b(?:what|where|how|when|and)\b.{0,12}\b(?:the )?(?:others?|remaining|rest|remainder)\b/i,
    wholeNot: /\b(?:swap|similar|instead|alternative|replace\w*|substitut\w*|different|in stock|exchange)\b/i,
    means: 'order_status',
  },
];
