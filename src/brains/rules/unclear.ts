import { saysNumber } from '../../domain/kernel/ids.js';
import type { Intent } from '../../language/intents.js';
import { searchKnowledge } from '../../tools/search-knowledge.js';
import { follow, miss, offer } from './follow.js';
import { asksIfBot, bringsProof, givesUp, isLikely } from './message-signs.js';
import type { Moment, Step } from './moment.js';
import { numberIn } from './needs/identity.js';
import { takeNote } from './only-manners.js';
import { ownOrders } from './own-orders.js';
import { pickByWords } from './pick.js';

/**
 * A message whose wish is not sure. What is only looked up is looked up where little speaks against it, since a wrong
 * answer costs a line and a question back costs a turn; what would change something is always asked about.
 */
export async function answerUnclear(moment: Moment): Promise<Step> {
  const { reading, dialogue, turn } = moment;
  if (asksForPerson(turn.text)) return follow(moment, 'human', dialogue);
  if (!turn.identified && bringsProof(reading)) return follow(moment, 'order_status', { ...dialogue, offered: [] });
  const asksOfUs = asksIfBot(turn.text) || (reading.intent === 'bot_identity' && isLikely(reading));
  if (asksOfUs) return follow(moment, 'bot_identity', dialogue);
  if (givesUp(turn.text)) return takeNote(moment);
  const pointed = pointedLookUp(moment);
  if (pointed) return follow(moment, pointed, { ...dialogue, offered: [] });
  const worded = await wordedLookUp(moment);
  if (worded) return follow(moment, worded, { ...dialogue, offered: [] });
  if (await isOnAPage(moment)) return follow(moment, 'policy_question', dialogue);
  if (await namesStrangeOrder(moment)) return follow(moment, 'order_status', { ...dialogue, offered: [] });
  const lookUp = await likelyLookUp(moment);
  if (lookUp) return follow(moment, lookUp, { ...dialogue, offered: [] });
  // beside a question that is put again, one more question with its own choices would only confuse
  const isOpen = turn.isAsked || dialogue.waiting !== null;
  return reading.band === 'clarify' && !moment.isGibberish && !isOpen ? offer(moment) : miss(moment);
}

const PERSON =
  '(?:agent|human|person|people|representative|rep|somebody|someone|manager|supervisor|staff|executive|operator|colleague)';
const ASKS_FOR_PERSON = new RegExp(
  `\\b(?:get|give|find|need|want|talk|speak|chat|connect|transfer|pass|put|call|ask|have|let|where(?:'s| is| are)?)\\b[^.!?]{0,30}\\b${PERSON}s?\\b`,
  'i',
);

/** "get an agent to look at it", "yes, ask a person": where nothing else was made out. */
export const asksForPerson = (text: string): boolean =>
  ASKS_FOR_PERSON.test(text) || TO_DO_SO.test(text) || personBeside(text) !== null;

/** "Someone please ring me". */
const TO_DO_SO = new RegExp(
  `\\b${PERSON}\\b(?: (?:please|pls|just|should|must|has to|needs to|can|could))* (?:call|ring|phone|contact|help|speak to|talk to) (?:me|us)\\b`,
  'i',
);

const PERSON_BESIDE = new RegExp(
  `(?:\\b(?:and|or|otherwise|else)|,) (?:else |then )?(?:an?|some) (?:real |actual |live )?${PERSON}\\b(?= (?:if|when|should|instead|then|please|pls)\\b|[\\s.!]*$)[^.?!]*`,
  'i',
);

/** Where a message asks for a person beside what it wants: "…, and a human if you can't". */
export function personBeside(text: string): readonly [number, number] | null {
  const found = PERSON_BESIDE.exec(text);
  return found && [found.index, found.index + found[0].length];
}

/** So near must a page be to a message that was not understood otherwise. */
const NEAR = 0.3;
/** Above it something else is likelier than a question on how the shop works: then it must be nearer still. */
const LIKELY_ELSE = 0.5;
const VERY_NEAR = 0.42;
const OWN = /\b(?:my|mine|our|do i have|i (?:ordered|bought)|\d{4,})\b/i;

/** Whether a page of the shop plainly answers it, and it does not speak of something of their own. */
async function isOnAPage({ tools, reading, turn, isGibberish }: Moment): Promise<boolean> {
  const isElse = reading.band === 'clarify' && reading.intent !== 'policy_question' && reading.confidence > LIKELY_ELSE;
  if (isGibberish || OWN.test(turn.text) || turn.text.trim() === '') return false;
  const found = await tools.call(searchKnowledge, { question: turn.text.slice(0, 2_000) });
  if (found.kind !== 'found') return false;
  // likeliest a question on how the shop works: what the search itself holds for an answer is one
  const isOfShop = reading.band === 'clarify' && reading.intent === 'policy_question';
  return isOfShop || found.score >= (isElse ? VERY_NEAR : NEAR);
}

/** Wishes about an order that are answered by looking it up; their answers overlap. */
const LOOK_UPS: ReadonlySet<Intent> = new Set<Intent>([
  'order_status',
  'eta',
  'delay_reason',
  'queue_position',
  'refund_status',
]);
/** Which look-up a word asks for, where several are likely. */
const LOOK_UP_WORDS: readonly (readonly [RegExp, Intent])[] = [
  [
    /\b(?:where|when|status|confirm|check|any|has|have|did|how (?:soon|long)|(?:what|which|the) (?:day|date)|by when)\b[^.?!]{0,25}\b(?:refund(?:ed|s)?|reimbursement|reimbursed|money back|my money|(?:the )?money (?:be |get |is |to be )?(?:sent|paid|back))\b|\brefund(?:ed|s)?\b[^.?!]{0,20}\b(?:by when|when|(?:what|which) (?:day|date))\b/i,
    'refund_status',
  ],
  [
    /\b(?:in line|queue|ahead of me|before me|my (?:place|position|turn))\b|\b(?:got|gets?|has|have|received) (?:her|his|their|one|it)s?\b.*\b(?:and|but|while) (?:i|mine|we|ours|not me)\b/i,
    'queue_position',
  ],
  [/\b(?:why|how come|what'?s (?:taking|keeping|holding)|reason|hold[- ]?up)\b/i, 'delay_reason'],
  [
    /\b(?:when|(?:which|what|(?:what'?s |is )?the) (?:new |ship(?:ping)? |exact )?(?:day|date)|eta|ship date|how (?:soon|long)|by what)\b/i,
    'eta',
  ],
];
/** The look-up that the words of a message ask for, whatever else it may mean. */
export const lookUpWorded = (text: string): Intent | undefined =>
  LOOK_UP_WORDS.find(([words]) => words.test(text))?.[1];

const THEIR_ORDERS = /\bmy (?:orders?|parcels?|packages?)\b/i;
/** A look-up that is less likely is as good as any: then it is told how things stand. */
const WORTH_FOLLOWING = 0.15;
/** So many times likelier than the next reading a look-up is taken for meant. */
const CLEARLY = 2;

/** "and now, have they gone?", "which day is it?": asks about what was talked about, and not how the shop works. */
function pointedLookUp({ dialogue, turn: { text }, reading, isGibberish }: Moment): Intent | null {
  const isOfOrder = dialogue.orderNumber !== null && POINTS.test(text) && !OF_THE_SHOP.test(text) && !isGibberish;
  const words = text.trim().split(/\s+/).length;
  if (!isOfOrder || words > LONGEST_POINTING || !(text.includes('?') || lookUpWorded(text))) return null;
  const likely = reading.alternatives.find(({ intent }) => LOOK_UPS.has(intent))?.intent;
  return lookUpWorded(text) ?? likely ?? (LEFT.test(text) ? 'order_status' : null);
}

/** "I can't stop thinking about those chairs, when do they ship": asked of something of theirs in so many words. */
async function wordedLookUp(moment: Moment): Promise<Intent | null> {
  const { text } = moment.turn;
  const worded = moment.isGibberish || OF_THE_SHOP.test(text) ? undefined : lookUpWorded(text);
  return worded && (await speaksOfOwnItems(moment)) ? worded : null;
}

const POINTS =
  /\b(?:it|its|it's|they|them|mine|ours|that|those|the (?:date|day|eta|status|reason)|the (?:one|first|second|other))\b|^\W*(?:and|so|ok|then) (?:when|why)\W*$/i;
const LEFT = /\b(?:gone|left|out|moved|shipped|sent|dispatched|off|going|coming|here|there|now)\b/i;
const OF_THE_SHOP =
  /\b(?:polic(?:y|ies)|opening|(?:are|r) (?:you|u)(?: guys)? (?:open|closed|there|in)|hours|fees?|charges?|costs?|price|returns?|exchange|warranty|points|usually|normally|in general|work|works|do you (?:ship|deliver|accept|take|offer)|refund\w*|cancel\w*|similar|instead)\b/i;
const LONGEST_POINTING = 12;

/** The look-up that is meant: it leads, or all that is likely are look-ups, or they name what they have ordered. */
async function likelyLookUp(moment: Moment): Promise<Intent | null> {
  const { reading } = moment;
  const [first, second] = reading.alternatives;
  const lookUps = reading.alternatives.filter(({ intent }) => LOOK_UPS.has(intent));
  const lookUp = lookUps.find(({ confidence }) => confidence >= WORTH_FOLLOWING)?.intent;
  const isOfADay = moment.days.some(({ value }) => value >= moment.turn.today);
  const named = lookUpWorded(moment.turn.text) ?? (isOfADay ? 'eta' : undefined);
  if (reading.band === 'clarify' && first && LOOK_UPS.has(first.intent) && !moment.isGibberish) {
    const leads = first.confidence >= CLEARLY * (second?.confidence ?? 0);
    if (leads || (second && LOOK_UPS.has(second.intent))) return named ?? first.intent;
  }
  if (reading.band === 'reject' && THEIR_ORDERS.test(moment.turn.text)) return named ?? 'order_status';
  // whether there is any of what they ordered: when it comes
  const isOfStock = reading.intent === 'stock_question';
  const mayBe = lookUps.length > 0 || isOfStock || reading.band === 'reject';
  return mayBe && (await speaksOfOwnItems(moment)) ? (named ?? lookUp ?? (isOfStock ? 'eta' : 'order_status')) : null;
}

/** Whether they are known and give the number of an order of theirs, whatever is said around it. */
export async function namesOwnNumber(moment: Moment): Promise<boolean> {
  const { text } = moment.turn;
  const orders = /\d/.test(text) ? await ownOrders(moment) : null;
  return orders?.some(({ orderNumber }) => saysNumber(text, orderNumber)) ?? false;
}

/** "Any other trail shoes in stock?" by one who ordered such: something instead of theirs is sought. */
export const seeksAnother = async (moment: Moment): Promise<boolean> =>
  READ_OF_STOCK.has(moment.reading.intent) &&
  moment.reading.wishes.length <= 1 &&
  ASKS_FOR.test(moment.turn.text) &&
  ANOTHER.test(moment.turn.text) &&
  (await speaksOfOwnItems(moment));
const READ_OF_STOCK: ReadonlySet<Intent> = new Set<Intent>(['stock_question', 'split_shipment', 'change_order']);
const ASKS_FOR = /\?|\b(?:any|got|have|is there|are there|stock\w*|available|avail|shelf)\b/i;
const ANOTHER =
  /\b(?:other|another|different|alternatives?|similar|replacements?|substitutes?|else|comparable)\b(?! (?:order|address|day|date|way|delivery|batch|shipment))/i;

/** Whether they are known and give a number like an order's that is none of theirs. */
async function namesStrangeOrder(moment: Moment): Promise<boolean> {
  const number = numberIn(moment.reading.entities, true);
  if (number === undefined) return false;
  const orders = await ownOrders(moment);
  const isOf = ({ orderNumber, items }: { orderNumber: string; items: readonly string[] }): boolean =>
    orderNumber === number || items.join(' ').includes(number);
  return orders !== null && !orders.some(isOf);
}

/** Whether they are known and speak of something they have ordered, be it in a word that several of their items share. */
export async function speaksOfOwnItems(moment: Moment): Promise<boolean> {
  const orders = await ownOrders(moment);
  return orders !== null && pickByWords(moment.turn.text, [orders.flatMap(({ items }) => items).join(' ')]) !== null;
}
