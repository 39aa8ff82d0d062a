import { blank, type Entity, type SignalKind, spansOf } from '../../language/entities/entity.js';
import type { Intent } from '../../language/intents.js';
import type { Understanding } from '../../language/understand.js';

/** Danger and the law do not wait for a flow to end. */
export const isAlarming = ({ entities }: Understanding): boolean =>
  isMedicalOrDangerous(entities) || strongest(entities, 'legal') === 2;

/** Danger to people, or something medical that is urgent. */
export const isMedicalOrDangerous = (entities: readonly Entity[]): boolean =>
  strongest(entities, 'safety') === 2 || (strongest(entities, 'safety') === 1 && strongest(entities, 'urgency') === 2);

/** How strong the strongest sign of a kind is, 0 where there is none. */
export function strongest(entities: readonly Entity[], signal: SignalKind): number {
  return Math.max(0, ...entities.map((entity) => (entity.kind === signal ? Number(entity.value) : 0)));
}

/** From so much on it is fury: signs of two strong words, or of one with shouting or another beside it. */
const FURY = 4;

/** Plain anger, with no wish that could be carried out: a person should answer. */
export function isFurious({ entities, intent, band }: Understanding): boolean {
  if (band === 'act' && intent !== 'complaint') return false;
  // "pathetic. really pathetic.": the same word again is not more, nor is shouting that goes on
  const signs = new Map(
    entities.flatMap(({ kind, text, value }) =>
      kind === 'frustration' ? [[SHOUTED.test(text) ? '' : text.toLowerCase(), Number(value)] as const] : [],
    ),
  );
  return [...signs.values()].reduce((sum, strength) => sum + strength, 0) >= FURY;
}

const SHOUTED = /^[^\p{Ll}]*\p{Lu}[^\p{Ll}]* [^\p{Ll}]*$/u;

/** So sure must the reading be that a message has nothing to do with a shop. */
const OFF_SUBJECT = 0.5;

/** Understood, and about something that no shop does; gibberish is not understood at all. */
export const isOffSubject = ({ band, intent, confidence }: Understanding): boolean =>
  band === 'reject' && intent === 'out_of_scope' && confidence >= OFF_SUBJECT;

/** Whether a message calls a number an order's. */
export const namesAnOrder = ({ entities }: Understanding): boolean =>
  entities.some(({ kind, certain }) => kind === 'orderNumber' && certain);

/** A number and what proves that it is theirs, however the words around them read. */
export function provesAnOrder({ entities }: Understanding): boolean {
  const kinds = new Set(entities.map(({ kind }) => kind));
  return kinds.has('orderNumber') && (kinds.has('email') || kinds.has('phone'));
}

/** The same with a postcode, which counts where nothing surer was made out. */
export const bringsProof = (reading: Understanding): boolean =>
  provesAnOrder(reading) ||
  (reading.entities.some(({ kind, text }) => kind === 'postcode' && /\d{5}/.test(text)) &&
    reading.entities.some(({ kind, text }) => kind === 'orderNumber' && !/^\d{5}$/.test(text)));

/** What tells who or which order, and so never which item. */
export const DETAILS: ReadonlySet<string> = new Set(['orderNumber', 'email', 'phone', 'postcode']);

/** What stands around an order number without wishing for anything. */
const AROUND_A_NUMBER =
  /\b(?:my|the|it'?s?|is|was|and|with|under|try|then|order|number|no|(?:e-?mail|phone|number|zip|order)'?s|e-?mail|mail|id|phone|zip(?: code)?|post(?:al)? ?code|code|hi|hey|hello|please|pls|what|about|regarding|re|this|here|oh|oops|sorry|i|we|mean|meant|ok(?:ay)?|fine|right|alright|sure|yes|you|go|goes|are|for|of|on|actually|correction|typo|wrong|should|be|read|say|says|thanks|address|that'?s?|details?)\b/gi;

/** Nothing but an order number or what proves one: who sends that wants to know how it stands. */
export function isBareOrder(text: string, reading: Understanding): boolean {
  if (!reading.entities.some(({ kind }) => kind === 'orderNumber' || kind === 'email' || kind === 'phone'))
    return false;
  const rest = blank(text, spansOf(reading.entities));
  return saysNoMore(rest) || (provesAnOrder(reading) && saysNoMore(rest.replace(A_THING, '')));
}

/** "…, e-mail ana@example.com. The bike?" */
const A_THING = /(?<![\p{L}'])(?:the|my|and the|and my) \p{L}+(?: \p{L}+)? *\?/giu;

const saysNoMore = (rest: string): boolean => !/\p{L}/u.test(rest.replace(AROUND_A_NUMBER, ''));

/** A part of a message that only says which order and whose: "its order 1055, zip 60601" wishes for nothing. */
export function isOnlyDetails(text: string, reading: Understanding, [from, to]: readonly [number, number]): boolean {
  const details = reading.entities.filter(({ kind }) => DETAILS.has(kind));
  const part = blank(text, spansOf(details)).slice(from, to);
  return part !== text.slice(from, to) && saysNoMore(part);
}

/** Nothing but a finger on something shown: "the second one please". */
export function isOnlyPointer(text: string, { entities }: Understanding): boolean {
  const pointers = entities.filter(({ kind }) => kind === 'ordinal');
  return pointers.length > 0 && !/\p{L}/u.test(blank(text, spansOf(pointers)).replace(/\b(?:the|please|pls)\b/gi, ''));
}

const ASKING: ReadonlySet<string> = new Set(
  'cancel refund_request change_address substitute compensation split_shipment shipping_upgrade'.split(' '),
);
/** Whether a wish changes something, and so ends in a question of ours. */
export const asks = ({ intent }: { readonly intent: Intent }): boolean => ASKING.has(intent);

/** Wishes that only look something up. */
const TELLS: ReadonlySet<Intent> = new Set<Intent>([
  'order_status',
  'eta',
  'delay_reason',
  'queue_position',
  'stock_question',
  'refund_status',
]);
export const onlyTells = (intent: Intent): boolean => TELLS.has(intent);

/** Below this a reading is a guess; from here on a look-up or a recap, which change nothing, does for a question. */
const LIKELY = 0.5;
export const isLikely = ({ band, confidence }: Understanding): boolean =>
  band === 'act' || (band === 'clarify' && confidence >= LIKELY);

/** Drops what was asked or begun: "never mind", "no swap, I'll keep mine". */
const GIVES_UP =
  /^\W*(?:no|nah|nope)\b[^.!?;]{0,30}\b(?:keep|leave)\b|\b(?:never ?mind|forget (?:it|about it|that)|no thanks?|no thank you|no (?:swap|change|split|express|need)|(?:don'?t|do not|dont|no need to) (?:change|swap|split|upgrade|touch|send|move|switch) (?:it|that|them|anything|the (?:address|order|item|shipping))|(?:rather|i'?ll|let'?s|just|please|thanks?) (?:keep|stay with|leave|stick (?:to|with))|leave (?:it|that|everything|the \w+(?: \w+)?) (?:as|alone|be)|chang(?:ed?|ing) (?:my|our) mind|(?:on )?second thoughts?|(?:ignore|disregard|cancel) (?:that|my last|what i said|the request)|(?:let'?s|lets|better|i'?d rather) not\b|(?:want|need|have|take) (?:it|them|that) after all|(?:still|do) want (?:it|them|that|to keep)|keep (?:the|my) (?:order|\w+ ?\w* order)|don'?t bother|drop it|scrap (?:it|that)|scratch that|not (?:any ?more|after all)|better after all|let'?s leave it|keep (?:it|mine|the original|what i (?:have|ordered)|the one i))\b/i;
/** "Please don't cancel it just yet": what was asked is not to be done, and nothing else is. */
const NOT_NOW =
  /\b(?:do ?n[o'’]?t|not|never|wo ?n['’]?t)(?: please)? cancel(?:l?ing)?(?: (?:it|that|this|them|anything|any of it|(?:the|my) order))?(?: (?:yet|now|just|for|at|the|moment|time|being|today|right|please|pls|after|all|any ?more))*\W*$/i;
/** "I change my mind, green stays, navy goes" drops nothing: it says what is meant instead. */
const CHOOSES_ANEW = /\bchang\w* (?:my|our) mind\b.*\b(?:goes|instead|only|just (?:the|that)|rather the)\b/i;
export const givesUp = (text: string): boolean =>
  (GIVES_UP.test(text) || NOT_NOW.test(text)) && !CHOOSES_ANEW.test(text) && !/\?/.test(text);

/** Has not decided: "let me think about it". */
const HESITATES =
  /\b(?:not (?:so |too |quite )?sure|unsure|(?:let me|need to|have to|gonna|i'?ll) (?:think|ask|check|sleep)|think about it|maybe|perhaps|hmm+|dunno|i don'?t know|give me a|hold off|(?:i'?ll|let me|i will) (?:let you know|come back to you|get back to you|sleep on it)|(?:talk|speak) to my (?:partner|wife|husband|mum|mom|boss|landlord))\b|\b(?:hold on|hang on|wait a \w+|one (?:moment|sec(?:ond)?))(?: (?:please|pls|there|for me|ok|okay|will (?:you|u)|a (?:sec|moment|minute)))*\W*$/i;
/** "No, send it all together", "nah I'll wait for both": said to a recap, it is not to be done. */
const BEGINS_NO =
  /^\W*(?:(?:uh+|um+|er+|hm+|oh|actually|sorry)\W+)*(?:no+|nah|nope|naw|not (?:right )?now|not today|(?:please |pls )?(?:do not|don['’]?t))\b(?! (?:problem|worries|wait|worry|mind|bother you))/i;
export const beginsNo = (text: string): boolean => BEGINS_NO.test(text) && !text.includes('?');

export const hesitates = (text: string): boolean => HESITATES.test(text) && !/\?/.test(text);

/** Whom or what they talk to: "are you a human being?" */
const ASKS_IF_BOT =
  /\b(?:you|u|ur|this|i|it)\b[^.!?]{0,30}\b(?:bots?|robot|machine|computer|ai|chat ?gpt|human|real person|real or)\b/i;
export const asksIfBot = (text: string): boolean => ASKS_IF_BOT.test(text);

/** None of what was shown: "I don't want any of those", "neither of them". */
const NONE_OF_IT =
  /\b(?:(?:don'?t|do not|dont) (?:really )?(?:want|like|need|fancy) (?:them|those|these|it|that|either|any)|(?:neither|none|not any) of (?:them|those|these)|not (?:for me|interested|those|these|them)|nothing (?:there|here|for me))\b/i;
export const wantsNone = (text: string): boolean => NONE_OF_IT.test(text) && !/\?/.test(text);

/** Wants to hear the last answer again. */
const AGAIN =
  /^\W*(?:(?:sorry|pardon|excuse me|hm+|er|um|wait)\W+)?(?:(?:can|could|would|will) (?:you|u) )?(?:please )?(?:what was that|come again|pardon(?: me)?|huh|say (?:that|it|what) (?:again|once more)|say again|repeat(?: (?:that|it|please|yourself|what you said))?|(?:tell me|run (?:that|it) by me|give me that) (?:that )?(?:again|once more|one more time)|one more time|once more|(?:i )?(?:didn'?t|did not) (?:catch|get|understand|follow) (?:that|it|you)|what did you (?:just )?say|what)(?: (?:please|pls|again))?\W*$/i;
export const wantsItAgain = (text: string): boolean => AGAIN.test(text);

const OF_MESSAGES =
  /\b(?:te?xts?|txts?|sms|e-?mails?|mails?|messag|msgs?|updates?|notif|alerts?|contact|writ|call|spam|subscri|news|remind)/i;
/** Speaks of what we tell people, or of how. */
export const speaksOfMessages = (text: string): boolean => OF_MESSAGES.test(text);

/** "Please don't stop the updates", "I did not mean stop messages". */
const KEEPS_MESSAGES =
  /\b(?:do ?n[o'’]?t|did ?n[o'’]?t|never|not|without) (?:ever |mean(?:ing)? |want(?:ing)? |say(?:ing)? |to |(?:for )?you to |that |the |my )*(?:stop\w*|end|turn off|unsubscrib\w*|opt(?:ing)? out)\b/i;
export const keepsMessages = (text: string): boolean => KEEPS_MESSAGES.test(text) && OF_MESSAGES.test(text);
