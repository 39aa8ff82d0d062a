import { conceptOf } from '../../language/concepts.js';
import { extractEntities } from '../../language/extract-entities.js';
import type { IntentModel } from '../../language/intent-model.js';
import type { Intent } from '../../language/intents.js';
import { splitClauses } from '../../language/split-clauses.js';
import { type Understanding, understand, type Wish } from '../../language/understand.js';
import type { BrainTurn, Toolbelt } from '../brain.js';
import { isOnlyPointer, keepsMessages, speaksOfMessages } from './message-signs.js';
import { addressMasked } from './needs/address.js';
import { ownOrders } from './own-orders.js';

/**
 * What a message says. Where that is not clear at once and it names something the shopper has ordered, it is read again
 * with a plain "item" there: what a thing is called tells nothing of what is wanted.
 */
export async function readMessage(model: IntentModel, turn: BrainTurn, tools: Toolbelt): Promise<Understanding> {
  const plain = readPlain(model, turn.text);
  // a finger on something shown wishes for nothing: what was asked decides what it means
  if (isOnlyPointer(turn.text, plain) || isMailbox(turn.text, plain))
    return { ...plain, intent: 'out_of_scope', confidence: 0, band: 'reject', wishes: [] };
  const isPlain = plain.band === 'act' && splitClauses(turn.text).length === 1;
  const orders = isPlain ? null : await ownOrders({ turn, tools });
  const addressed = addressMasked(turn.text);
  const masked = maskItems(addressed, orders?.flatMap(({ items }) => items) ?? []);
  const anew = masked === addressed ? plain : withoutBareNames(understand(model, masked), masked);
  const reading = isClearer(anew, plain) ? { ...anew, entities: plain.entities } : plain;
  return withoutEchoes(withoutStrayStops(withMeaning(reading, turn.text), turn.text), turn.text);
}

/** What proves an order, said with its name: "zip code 44113". */
const PROOF =
  /\b(?:zip(?: ?code)?|post(?:al)? ?code|pin ?code|e-?mail(?: address| id)?|phone(?: number)?)(?:'?s| is| was|:| =)? +(?:[A-Z]{1,2}\d[\dA-Z]? ?\d[A-Z]{2}|\d{5}(?:-\d{4})?|\S+@\S+\.\w+|\+?\d[\d ()-]{7,}\d)(?!\w)/gi;
/** "The address I gave was ana@…": what proves an order, and nothing moves. */
const isMailbox = (text: string, { intent, wishes }: Understanding): boolean =>
  intent === 'change_address' && wishes.length < 2 && /\S@\S+\.\w/.test(text) && !GOES_ELSEWHERE.test(text);

const MAKES_NEW = /\b(?:new|chang\w*|correct\w*|wrong|updat\w*|mov\w*|instead)\b/i;

function readPlain(model: IntentModel, text: string): Understanding {
  const said = addressMasked(withoutProof(text));
  const reading = understand(model, said);
  return said === text ? reading : { ...reading, entities: extractEntities(text) };
}

/** Who proves that an order is theirs wishes for nothing by it; each word stays where it was. */
const withoutProof = (text: string): string =>
  MAKES_NEW.test(text) ? text : text.replace(PROOF, (proof) => ' '.repeat(proof.length));

/** "Mask and tubing, where are they": names alone wish for nothing. */
function withoutBareNames(reading: Understanding, masked: string): Understanding {
  const isBare = (part: string): boolean => BARE.test(part) || BOUGHT.test(part);
  const wishes = reading.wishes.filter(({ span }) => !isBare(masked.slice(...span)));
  return wishes.length > 0 ? withWishes(reading, wishes) : reading;
}
/** "The press I ordered", before what is wanted of it. */
const BOUGHT =
  /^\W*(?:the|my|that|those|this) (?:[\w'-]+ ){1,5}(?:that |which )?(?:i|we) (?:ordered|bought|got|purchased|paid for)\W*$/i;
const BARE = /^(?:\b(?:item|one|and|or|the|my|our|both|plus|with)\b|[^\p{L}])*$/iu;

/** "Stop it", said of an item beside another wish, ends no messages; nor does "don't stop the updates". */
function withoutStrayStops(reading: Understanding, text: string): Understanding {
  const isStray = ({ intent, span }: Wish): boolean =>
    (intent === 'opt_out' || intent === 'notify_me') &&
    (keepsMessages(text.slice(...span)) ||
      (intent === 'opt_out' &&
        (reading.wishes.length > 1 || WONDERS.test(text.slice(...span))) &&
        !speaksOfMessages(text)));
  return withWishes(
    reading,
    reading.wishes.filter((wish) => !isStray(wish)),
  );
}

/** "Does it ever stop?" */
const WONDERS = /^\W*(?:does|do|will|when|is|did|has) (?:it|this|that|they|these|the|all|any)\b/i;

/** "…, Bellevue, WA 98004, update it": says again that the wish before it is meant. */
function withoutEchoes(reading: Understanding, text: string): Understanding {
  const isEcho = ({ span }: Wish, at: number): boolean => at > 0 && ECHO.test(text.slice(...span));
  return withWishes(
    reading,
    reading.wishes.filter((wish, at) => !isEcho(wish, at)),
  );
}
const ECHO =
  /^\W*(?:(?:so|please|pls|kindly|just|can you|could you) )*(?:update|change|fix|correct|amend|sort) (?:it|that|this|them)(?: (?:please|pls|for me|now|asap|accordingly|thanks))*\W*$/i;

/** What is left of a reading: nothing where no wish is. */
function withWishes(reading: Understanding, wishes: readonly Wish[]): Understanding {
  if (wishes.length === reading.wishes.length) return reading;
  const [first] = wishes;
  if (!first) return { ...reading, intent: 'out_of_scope', confidence: 0, band: 'reject', wishes };
  const { intent, confidence } = wishes.find((wish) => wish.intent === reading.intent) ?? first;
  return { ...reading, intent, confidence, wishes };
}

const BANDS = ['reject', 'clarify', 'act'] as const;

function isClearer(anew: Understanding, plain: Understanding): boolean {
  if (anew.band === 'act' && anew.wishes.length > plain.wishes.length) return true;
  return BANDS.indexOf(anew.band) > BANDS.indexOf(plain.band) && anew.wishes.length >= plain.wishes.length;
}

/** The text with the words of these names as "item" or "one", each as long as what it stands for. */
function maskItems(text: string, names: readonly string[]): string {
  const said = new Set(wordsOf(text));
  const words = new Set(
    names.map(wordsOf).flatMap((name) => {
      // "dolls house" said whole is the kit: alone, "house" may be an address
      const isSaidWhole = new Set(name.filter((word) => said.has(word) && !JOINS.has(word))).size > 1;
      return isSaidWhole ? name.filter((word) => !JOINS.has(word)) : name.filter(isOnlyAName);
    }),
  );
  if (words.size === 0) return text;
  return text.replace(/\p{L}{3,}/gu, (word) =>
    isNamed(word.toLowerCase(), words) ? (word.length > 3 ? 'item' : 'one').padEnd(word.length) : word,
  );
}

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
const isOnlyAName = (word: string): boolean => conceptOf(word) === word && !JOINS.has(word);
const JOINS = new Set(['the', 'and', 'for', 'with', 'set', 'two', 'three', 'one']);

const isNamed = (word: string, names: ReadonlySet<string>): boolean =>
  names.has(word) || names.has(word.replace(/s$/, '')) || names.has(`${word}s`);

/** "Tell me what day it leaves" asks for a date; who wants word when it does says how, or as soon as it does. */
const ASKS_A_DATE =
  /\btell me (?:[\w']+ ){0,4}?(?:when|what|which)\b|\b(?:what|which|the) (?:day|date)\b|\b(?:want|need|like|love) to know (?:[\w']+ ){0,2}?when\b/i;
const SAYS_HOW =
  /\b(?:text|txt|sms|e-?mail|mail|ping|messag\w*|notif\w*|alerts?|updates?|whats ?app|call|ring|remind\w*|as soon as|the moment|once|back in|restock\w*)\b/i;

/** "2 of my 6 mugs came, what about the other four?": asks after what is left of them, and for nothing similar. */
const ASKS_FOR_REST =
  /\b(?:shipped|left|came|come|arrived|sent|here|gone|went|got|received|delivered)\b.*\b(?:what|where|how|when|and)\b.{0,12}\b(?:the )?(?:others?|remaining|rest|remainder)\b/i;
const SWAPS = /\b(?:swap|similar|instead|alternative|replace\w*|substitut\w*|different|in stock|exchange)\b/i;

/** "Check 4546, it belongs to my neighbour": somebody else's, and nothing is to go elsewhere. */
const IS_ANOTHERS =
  /\bbelongs? to\b|\b(?:it|that|this)(?:'?s| is| one is) (?:my |our )?\p{L}+['’]?s\b(?! (?:new |other )?(?:address|place|house|home|office|flat))/iu;
const MOVES = /\b(?:send|deliver|ship|leave|drop|forward|redirect|move|bring|address|instead|chang\w*)\b/i;
const GOES_ELSEWHERE =
  /\b(?:send|deliver|ship|leave|drop|forward|redirect\w*|mov\w*|bring|instead|chang\w*|new|updat\w*|correct\w*|wrong|different|other|fix|edit|amend)\b/i;
/** "The bag should be cancelled": an order, though no refund is spoken of. */
const SHOULD_BE_CANCELLED =
  /\b(?:should|must|(?:has|have|needs?|ought|is|are|wants?) to|can|could|needs?|wants?) (?:please )?(?:be |get |go )?cancell?(?:ed|ing)\b/i;

/** "Why did another customer get the lamp before I did?" */
const OTHERS_FIRST =
  /\b(?:an ?other|others?|someone|somebody|anyone|anybody|people|everyone|friend|neighbou?r|colleague|sister|brother|cousin|she|he|they|her|his|hers|theirs)\b[^.?!]{0,60}\b(?:before|ahead of|earlier than|sooner than) (?:i|me|mine|us|we|ours|my)\b/i;
/** "Which orders do I have open?" */
const OF_MY_ORDERS = /\b(?:which|what|list|show)\b[^.?!]{0,20}\borders?\b[^.?!]{0,15}\b(?:i|my|mine|we)\b/i;
/** "Scrap all three pots", "stop the rug". */
const SCRAPS =
  /^\W*(?:(?:please|pls|just|ok|so|then|and|also) )*(?:(?:scrap|bin|ditch|axe|scratch) (?:the|my|all|both|those|these)|stop (?:the|my)) (?!last|order of|shipping|wait|idea|question)\w/i;
const SOFT: ReadonlySet<Intent> = new Set<Intent>(['opt_out', 'keep_waiting', 'change_order', 'out_of_scope']);
/** "Has the train set left yet?" */
const HAS_LEFT =
  /^\W*(?:(?:hiya?|hello|hey|so|and|ok)\W+)*(?:has|have|did|is|are) (?:the|my|our|that|those) [^.?!,]{2,40} (?:left|leave|shipped|ship|gone|been sent|been shipped|on (?:its|the|their) way)\b/i;
const FOR_THE_WAIT =
  /\bwhat (?:do|will|would|can) (?:i|we) get (?:for (?:it|that|this|waiting|the (?:wait|delay|trouble|inconvenience)|my (?:trouble|patience))|out of (?:it|this|that))\b/i;
/** "The hose was cancelled I know, nozzle date pls". */
const REPORTS_CANCELLED = /\b(?:was|were|been|got) (?:already )?cancell?ed\b/i;
const DATED = /\b(?:dates?|eta|when|which day|what day)\b/i;
const DELETES_ORDER =
  /\b(?:delete|erase|remove|wipe) (?:my|the|this|that|our) (?:whole |entire |last |latest )?(?:order|purchase)\b/i;
/** "I put 12 by accident, should be 2". */
const MISCOUNTED =
  /\b(?:put|ordered|typed|entered|bought|picked|clicked|added|chose)(?: in)? \d{1,3}\b[^.?!]{0,60}\b(?:should|meant|supposed|only|want(?:ed)?|need(?:ed)?|instead|not)\b/i;
const OF_A_PLACE = /\b(?:address|house|flat|apt|apartment|street|road|avenue|unit|suite|zip|post ?code|door)\b/i;
/** "Do you have a bench vise?", "folding stools, got any?" */
const ON_THE_SHELF =
  /^\W*(?:(?:hi|hello|hey|and|so|ok|also|quick question|just wondering)\W+)*(?:do|does) (?:you|u|ya|the shop|your shop)(?: (?:guys|folks|people|still|also|even|currently|happen to|now))* (?:have|stock|sell|carry) (?!to\b|(?:an?|any|the|some|my|me)? ?(?:\w+ )?(?:idea|news|updates?|info\w*|record|order|policy|policies|discounts?|offers?|codes?|phone|number|e-?mail|person|someone|somebody|human|way|time|date|eta|refund|reason|problem|issue|page|rules?|hours|returns?|tracking|clue)\b)|\b(?:(?:have )?(?:you|u) got|got) (?:any|some|one)(?: (?:left|in|in stock|there))?\W*$|^\W*(?!(?:is|are|when|my|will|any)\b)(?:[\w'-]+ ){1,5}(?:available|in stock)\W*\?\W*$/i;
/** "Do you have something like this in stock?" */
const LIKE_IT =
  /\b(?:something|anything|one|ones|sth|smth|stuff) (?:else |pretty |quite |very |a bit |more )?(?:like|similar to|close to|comparable to) (?:this|that|it|these|those|them|my|the|mine)\b/i;

/** "Let's call off the banjo, too long a wait". */
const CALLS_OFF = /(?<!n['’]?t |not )\bcall(?:ing|ed)? (?:(?:it|this|that|everything|the [^.?!]{1,25}?) )?off\b/i;
/** "Refund 5005 pls, still not here": ordered, and not asked after. */
const ORDERS_A_REFUND =
  /(?:^|[.?!,;]\s*|\b(?:please|pls|plz|kindly|just|so|then|and) )refund (?:me|it|us|this|that|my|the|our|order|#?\d)\b(?! status)/i;

/** "When do I get the 60 back?", "so the money is where now": asks after money, whatever else is asked so. */
const OF_MY_MONEY =
  /\b(?:when|where|how (?:soon|long)|(?:what|which) day)\b[^.?!]{0,30}\b(?:the|my|that|our) (?:money|cash|funds|[$£€]?\d[\d.,]*)(?= |\b)[^.?!]{0,20}\b(?:back|again|returned|now|lands?|arrives?)\b|\b(?:the|my) money\b[^.?!]{0,15}\b(?:where|when)\b/i;
const LOOKS_UP: ReadonlySet<Intent> = new Set<Intent>(['eta', 'order_status', 'stock_question', 'delay_reason']);

/** "Did the cup holder ship?" asks for no reason. */
const ASKS_WHETHER = /^\W*(?:so |and |also )?(?:did|has|have|is|are)\b/i;
const OF_A_REASON = /\b(?:why|how come|reason|late|delay\w*|hold\w*|taking|cause\w*|what|wrong|problem|issue|stuck)\b/i;

/** The wishes with what words say for certain about them. */
function withMeaning(reading: Understanding, text: string): Understanding {
  const isRest = ASKS_FOR_REST.test(text) && !SWAPS.test(text);
  const meant = (intent: Intent, said: string): Intent => {
    if (intent === 'notify_me' && ASKS_A_DATE.test(said) && !SAYS_HOW.test(said)) return 'eta';
    if (intent === 'delay_reason' && ASKS_WHETHER.test(said) && !OF_A_REASON.test(said)) return 'order_status';
    if (intent === 'change_order' && addressMasked(text) !== text) return 'change_address';
    if (intent === 'change_address' && IS_ANOTHERS.test(text) && !MOVES.test(text)) return 'order_status';
    if (LOOKS_UP.has(intent) && LIKE_IT.test(said)) return 'substitute';
    if ((LOOKS_UP.has(intent) || intent === 'shipping_upgrade') && OTHERS_FIRST.test(said)) return 'queue_position';
    if (intent === 'policy_question' && OF_MY_ORDERS.test(text)) return 'order_status';
    if (SCRAPS.test(text) && !speaksOfMessages(text) && (reading.band !== 'act' || SOFT.has(intent))) return 'cancel';
    if (reading.band === 'clarify' && HAS_LEFT.test(said)) return 'order_status';
    if (reading.band === 'clarify' && FOR_THE_WAIT.test(text)) return 'compensation';
    if (intent === 'cancel' && REPORTS_CANCELLED.test(said) && DATED.test(said)) return 'eta';
    if (intent === 'privacy_request' && DELETES_ORDER.test(said)) return 'cancel';
    if (intent === 'change_address' && MISCOUNTED.test(text) && !OF_A_PLACE.test(text)) return 'change_order';
    if (reading.band === 'clarify' && ON_THE_SHELF.test(text)) return 'stock_question';
    if (intent === 'refund_status' && SHOULD_BE_CANCELLED.test(said) && !/refund|money/i.test(text)) return 'cancel';
    if (intent === 'keep_waiting' && CALLS_OFF.test(said)) return 'cancel';
    if (intent === 'refund_status' && ORDERS_A_REFUND.test(said)) return 'refund_request';
    if (LOOKS_UP.has(intent) && OF_MY_MONEY.test(text) && !/\bif\b/i.test(text)) return 'refund_status';
    return isRest && (intent === 'substitute' || intent === 'queue_position') ? 'order_status' : intent;
  };
  const wishes = reading.wishes.map((wish) => ({ ...wish, intent: meant(wish.intent, text.slice(...wish.span)) }));
  const intent = meant(reading.intent, text);
  // what the words say for certain is sure
  const isSure =
    reading.band === 'clarify' && (intent !== reading.intent || ON_THE_SHELF.test(text) || HAS_LEFT.test(text));
  return { ...reading, intent, wishes, ...(isSure && { band: 'act', alternatives: [] }) };
}
