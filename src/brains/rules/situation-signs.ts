import type { NamedDay } from '../../language/entities/find-dates.js';
import type { Intent } from '../../language/intents.js';
import { asks } from './message-signs.js';

/** A message as a situation is known by. */
export interface Heard {
  readonly text: string;
  /** The days it names. */
  readonly days: readonly NamedDay[];
  /** What it surely wishes for. */
  readonly wanted: ReadonlySet<Intent>;
  /** The flow whose recap it follows, which is still open. */
  readonly proposed: string | null;
  /** The flow that put the last recap, open or not. */
  readonly before: string | null;
  /** The day by which it was to be there, as they asked last. */
  readonly dayBefore: string | null;
}

/** Where something is clearly to be done, that goes first: "you said Friday, cancel it". */
const wantsElse = ({ wanted }: Heard): boolean =>
  [...wanted].some((intent) => asks({ intent }) || ASIDE.includes(intent));
const ASIDE: readonly Intent[] = ['human', 'opt_out', 'privacy_request', 'notify_me'];

const WEEKDAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|wed|thurs?|fri|sat|sun';
const WHEN = new RegExp(
  `\\b(?:${WEEKDAY}|dates?|days?|weeks?|months?|yesterday|tomorrow|ship\\w*|arriv\\w*|deliver\\w*|leav\\w*|left|go(?:es|ne)? out|come|here|by now|sooner|earlier)\\b`,
  'i',
);
/** Who may have told a date. */
const TELLER =
  '(?:you(?: guys| all| people)?|u|ya|y.?all|they|he|she|someone|somebody|colleagues?|agents?|guy|lady|reps?|site|website|e-?mails?|mails?|chat|bot|page|assistant|lady|team)';
const TOLD: readonly RegExp[] = [
  new RegExp(
    `\\b${TELLER}\\b[^.?!]{0,25}\\b(?:said|told|promised|wrote|swore|quoted|assured|claimed|showed|named|gave me)\\b`,
    'i',
  ),
  /\b(?:was|were|been|am|is|are|wasn.?t|weren.?t)\b[^.?!]{0,30}\b(?:supposed|meant|scheduled|promised|told|said to)\b/i,
  /\b(?:supposed|meant|scheduled) to (?:ship|leave|go|arrive|come|be|have)\b/i,
  /\bthought\b[^.?!]{0,30}\b(?:ship\w*|arriv\w*|com(?:e|ing)|leav\w*|be here|have it)\b[^.?!]{0,20}\b(?:last|already|by now|yesterday|earlier|sooner)\b/i,
  new RegExp(`\\bdue\\b[^.?!]{0,12}\\b(?:${WEEKDAY}|yesterday|last week|days? ago)\\b`, 'i'),
];
const MOVED =
  'mov(?:es?|ed|ing)|chang(?:es?|ed|ing)|push(?:es|ed|ing)?|slip(?:s|ped|ping)?|shift(?:s|ed|ing)?|postpon(?:es?|ed|ing)|put(?:ting)? (?:it )?off';
const AGAIN =
  '(?:keeps?|kept|again|twice|(?:second|third|fourth|2nd|3rd|2|3|two|three) (?:times?|delays?)|another time|once more)';
/** A date that moved: these speak of it whatever stands beside them. */
const SLIPPED: readonly RegExp[] = [
  new RegExp(`\\b${AGAIN}\\b[^.?!]{0,40}\\b(?:${MOVED}|delay(?:ed|ing|s)?)\\b`, 'i'),
  new RegExp(`\\b(?:${MOVED}|delay(?:ed|s)?)\\b[^.?!]{0,30}\\b(?:again|twice|once more|times)\\b`, 'i'),
  /\b(?:second|third|fourth|2nd|3rd|another) (?:delay|postponement|slip)\b/i,
  new RegExp(`\\b(?:why|how come|what|when)\\b[^.?!]{0,40}\\bdates?\\b[^.?!]{0,30}\\b(?:${MOVED})\\b`, 'i'),
  new RegExp(
    `\\b(?:why|how come|how)\\b[^.?!]{0,15}\\b(?:you|u|they)\\b[^.?!]{0,15}\\b(?:${MOVED})\\b[^.?!]{0,25}\\bdates?\\b`,
    'i',
  ),
  /\b(?:you|u|they)\b[^.?!]{0,15}\b(?:moved|changed|pushed|shifted|slipped)\b[^.?!]{0,25}\bdates?\b/i,
  /\b(?:what changed|what has changed|changed since)\b/i,
  new RegExp(
    `\\b(?:${WEEKDAY}|dates?|deadline)\\b[^.?!]{0,20}\\b(?:came and went|(?:has|is|was) (?:passed|gone|over|past|long gone)|passed|(?:wasn.?t|not) true|come and gone)\\b`,
    'i',
  ),
  new RegExp(
    `\\bwhat(?:ever)?(?:.?s)? (?:happened|became|of) (?:to|of)\\b[^.?!]{0,25}\\b(?:${WEEKDAY}|dates?)\\b`,
    'i',
  ),
  /\b(?:different|earlier|previous|other|old|original) (?:ship(?:ping)? |delivery )?dates?\b|\bdates?\b[^.?!]{0,35}\b(?:was|were) (?:earlier|sooner|different)\b/i,
  /\bone date\b[^.?!]{0,15}\banother\b/i,
];
/** "A trip that I've put off twice" */
const PUT_OFF_THEMSELVES =
  /\b(?:i|we)(?:['’]?ve| have|['’]?m| am)? (?:\w+ )?(?:put(?:ting)?|moved|changed|pushed|postponed|delayed)\b/i;
/** Speaks of money or of a code, not of a day. */
const OF_MONEY = /\b(?:refund\w*|money|charged?|discount|voucher|code|credit)\b/i;

/** "You said Friday. It's Tuesday.", "second delay on the bike??": a date that was told is held up. */
export const speaksOfToldDate = (heard: Heard): boolean =>
  !OF_MONEY.test(heard.text) &&
  !wantsElse(heard) &&
  !heard.wanted.has('keep_waiting') &&
  !asksOfSilence(heard) &&
  !asksWhetherToCancel(heard) &&
  !PUT_OFF_THEMSELVES.test(heard.text) &&
  (SLIPPED.some((sign) => sign.test(heard.text)) ||
    ((heard.days.length > 0 || WHEN.test(heard.text)) && TOLD.some((sign) => sign.test(heard.text))));

const NO_ANSWER =
  /\b(?:(?:do|did|does|would|if i|i)(?: ?n[o']?t|nt)|don.?t|never|not|without)\b[^.?!]{0,20}\b(?:answer|repl(?:y|ied)|respond|responded|react|write back|say(?:ing)? (?:anything|something)|said anything|do anything|click)\w*|\b(?:say|do|said|did|doing|saying) nothing\b|\bignor(?:e|ed|ing)\b(?! (?:that|this|me|what)\b(?! (?:one|notice|e-?mail|mail|letter|message)))|\bunanswered\b|\bif i (?:(?:just|simply|only) )?(?:leave|let) (?:it|that|this)(?: (?:be|alone|there|at that|as it is|like that|to run))?\b(?! (?:with|to|by|for|at|in|on|out|off|until|till|open)\b(?! that))|\b(?:stay|keep|kept|remain) (?:silent|quiet)\b|\bno (?:answer|reply|response) from me\b/i;
const MUST_ANSWER =
  /\b(?:do|must|should|shall|need|have)\b[^.?!]{0,15}\b(?:i|we)?\b[^.?!]{0,12}\b(?:answer|reply|respond|react|confirm|choose|decide|do (?:anything|something))\b/i;
const NOTICE = /\b(?:notices?|e-?mails?|mails?|letters?|messages?|delays?|later date|new date|it|you)\b/i;
const ASKS =
  /\?|(?:^|[.,;!])\s*(?:what|if|do|does|must|should|so|and|suppose|will|would)\b|\bwhat (?:then|happens|if|will|would|does)\b|\bor not\b|\bor$/i;

/** "What was the new ship date in your notice?" */
const OF_THE_NOTICE =
  /\b(?:dates?|day|deadline)\b[^.?!]{0,40}\b(?:your|the|that|this|delay|last) (?:delay )?notice\b|\bnotice\b[^.?!]{0,20}\b(?:say|says|mean|means|give|gave)\b|\bdo(?:es)? (?:your|the|that|this) (?:delay )?notice\b/i;

/** "Will you cancel it or keep it?" orders nothing. */
const WHAT_THEN =
  /\b(?:what (?:then|happens|will happen|would happen)|(?:will|would|do|does|shall) (?:you|u|it|they|the order)(?: guys| people| just| get| be| then)* (?:cancel\w*|keep|ship|refund\w*|send))\b/i;

/** "What if I don't answer your delay notice?": what silence means, or whether an answer is due. */
export const asksOfSilence = (heard: Heard): boolean =>
  (!wantsElse(heard) || WHAT_THEN.test(heard.text)) &&
  ASKS.test(heard.text) &&
  (NO_ANSWER.test(heard.text) ||
    OF_THE_NOTICE.test(heard.text) ||
    (MUST_ANSWER.test(heard.text) && NOTICE.test(heard.text)));

const DOUBTS: readonly RegExp[] = [
  /\b(?:really|actually|ever|even|honestly)\b[^.?!]{0,15}\b(?:come|coming|arrive|arriving|ship|ships|shipping|show|happen|turn up|get here|exist|leave)\b/i,
  /\bworth (?:the wait|waiting|it to wait|my while)\b/i,
  /\bhow (?:sure|certain|confident|reliable|likely|realistic|solid|firm)\b/i,
  /(?<!\bby any )\b(?:chances?|odds|likelihood|probability)\b/i,
  /\b(?:why should i|can i|could i|how (?:do|can|could|would) (?:i|we)|should i|do i|am i to|supposed to)\b[^.?!]{0,20}\b(?:believe|trust|know|rely|count on|be sure)\b/i,
  /\bas good as the (?:last|first|other|old)\b/i,
  /\b(?:new|this|that|the|next) (?:date|one|day)\b[^.?!]{0,20}\b(?:real|reliable|firm|final|true|hold|stick|slip|move|change|worth|believable)\b/i,
  /\b(?:are|r) (?:you|u|ya) (?:[\w%]+ ){0,2}(?:sure|certain|positive|confident)\b/i,
  /\b(?:you|u)(?:[’']?re| are| r) (?:(?:quite|really|absolutely|completely|totally|pretty|that|so) )?(?:sure|certain|positive)\b(?=.*\?)/i,
  /\b(?:is|was) (?:it|that|this|the date|that date) (?:[\w%]+ ){0,2}(?:sure|certain|definite|guaranteed|reliable|firm|final|set in stone)\b/i,
  /\b(?:sure|certain|bound|guaranteed) to (?:come|ship|arrive|be|make|get|leave|show)\b|\bfor (?:sure|certain|definite)\b/i,
  /\bguaranteed\b|(?:^|[.!?]\s)\W*(?:(?:so|just|then|please|pls|ok|and|but) )*(?:promise|guarantee|swear|assure)\b/i,
  /\b(?:can|could|cant|can't|will|would|do|just|please|pls|you|u|want|need|give|any|a|or no)\b[^.?!]{0,25}\b(?:guarantees?|promise|swear|assure|assurance|vouch|your word|certainty)\b/i,
  /\bpush(?:ing)? it back again\b|\bfor real this time\b|\bthis time (?:it.?s|is it|for real|really|around)\b/i,
];

/** "If I wait, will it really come?", "and why should I believe that?": how sure the dates are. With a day, it is asked by that day. */
export const doubtsTheDate = (heard: Heard): boolean =>
  heard.days.length === 0 &&
  !wantsElse(heard) &&
  !heard.wanted.has('policy_question') &&
  !OF_MONEY.test(heard.text) &&
  !asksOfThatDay(heard) &&
  DOUBTS.some((sign) => sign.test(heard.text));

export const OF_A_CHANCE = /\b(?:chances?|odds|likelihood|probability|how likely|make it|in time|by then)\b/i;

/** "Well what's the chance then?", after a day was asked about: by that day. */
export const asksOfThatDay = (heard: Heard): boolean =>
  heard.dayBefore !== null && heard.days.length === 0 && !wantsElse(heard) && OF_A_CHANCE.test(heard.text);

const PROMISE_ASKED =
  /\b(?:can|could|will|would|do|please|pls) (?:(?:you|u|ya|we|i) )?(?:\w+ )?(?:guarantee|promise|swear|assure|vouch)\b|\bguaranteed\b|^\W*(?:guarantee|promise|swear)\b/i;

/** "Can you guarantee it by March 25?": a day is named, and whether it comes by then is what they want to know. */
export const asksForAPromise = (heard: Heard): boolean =>
  heard.days.length > 0 && !wantsElse(heard) && !OF_MONEY.test(heard.text) && PROMISE_ASKED.test(heard.text);

const OF_THEIR_OWN = /\b(?:my|mine|our|i (?:ordered|bought|placed))\b|\d{4,}/i;

/** "Can people cancel before it ships? What's the policy?": how the shop works, whatever wish it speaks of. */
export const asksOfPolicy = ({ text, wanted }: Heard): boolean =>
  /\bpolic(?:y|ies)\b/i.test(text) && !OF_THEIR_OWN.test(text) && !wanted.has('human');

const MAY_CANCEL =
  /\b(?:still|too late|allowed|able|possible|option|rights?|free|entitled|may i)\b[^.?!]{0,60}\b(?:cancel\w*|back out|get out|call it off|change my mind)\b|\b(?:can|could|may) (?:i|we) (?:get|back) out\b|\b(?:am i|are we) (?:stuck|bound|locked)\b|\b(?:cancel\w*|back out|get out)\b[^.?!]{0,30}\b(?:still|too late|possible|allowed|an option)\b|\b(?:last|latest) (?:possible )?(?:moment|day|date|minute|chance|time|point)\b[^.?!]{0,40}\bcancel\w*|\b(?:until|till|by|up to) (?:when|what|which)\b[^.?!]{0,25}\bcancel\w*|\bhow (?:long|late)\b[^.?!]{0,30}\b(?:can|may|could|left)\b[^.?!]{0,15}\bcancel\w*/i;

/** "Is there any fee if I cancel the loom?" */
const CANCEL_FEE =
  /\b(?:fees?|charged?|costs?|penalt\w+|extra)\b[^.?!]{0,30}\b(?:if|when|to|for|by|once) (?:i |we )?cancel\w*|\bcancel\w*\b[^.?!]{0,40}\b(?:fees?|charged?|costs? (?:me|us|anything)|penalt\w+)\b/i;

/** "Can I still cancel, or am I stuck with it?": asks whether and at what cost, and wishes for nothing yet. */
export const asksWhetherToCancel = ({ text, wanted }: Heard): boolean =>
  (MAY_CANCEL.test(text) || (CANCEL_FEE.test(text) && /\b(?:i|my|it|the|mine|this|that)\b/i.test(text))) &&
  /\?|^\s*(?:any|can|could|may|am|is|do|does|would|what(?:'?s)?|when|how|until|till|by)\b|\b(?:can|may|could|do|would|am|are) (?:i|we)\b/i.test(
    text,
  ) &&
  !wanted.has('human');

const SHARE = '(?:\\d{1,3} ?(?:%|per ?cent|pct)|half|(?:ten|twenty|thirty|forty|fifty|sixty|seventy) per ?cent)';
const A_SHARE = new RegExp(`\\b${SHARE}`, 'i');
const OFF = /\b(?:off|back|discount|price|refund|money|review|stars?|post(?:ing)?|everyone|credit|give|knock|fair)\b/i;

/** "Give me 50% or I'll post this": a share of the price is asked for, whatever is said beside it. */
export const demandsShare = ({ text, wanted, proposed }: Heard): boolean =>
  proposed !== OFFERED &&
  !wanted.has('cancel') &&
  !wanted.has('human') &&
  A_SHARE.test(text) &&
  OFF.test(text) &&
  !WANTS_NONE.test(text);

/** "Spare me the 10 percent off speech". */
const WANTS_NONE =
  /\b(?:spare (?:me|us)|keep (?:your|the|ur)|(?:don.?t|do not|didn.?t) (?:want|need|care)|not (?:after|interested|here for|asking)|no need|enough of|stop (?:with|offering))\b/i;

/** The flow that makes an offer. */
const OFFERED = 'compensation';
const MORE =
  /\b(?:not (?:even )?(?:near(?:ly)? )?enough|too little|joke|insult\w*|peanuts|crumbs|nothing|ridiculous|pathetic|want(?:ed)? more|more than that|do better|(?:a )?better (?:offer|than)|said)\b/i;

/** More is demanded than was offered: "not enough, I said 50%". */
export const demandsMore = ({ text, wanted, proposed }: Heard): boolean =>
  proposed === OFFERED && !wanted.has('cancel') && (A_SHARE.test(text) || MORE.test(text));

const NO_WAIT =
  /\b(?:ca|wo|do|would|could|are|am|is)?(?:n.?t|nnot)\b(?!\s+(?:mind|worry|care|cancel|refund|drop))(?:\s+[\p{L}']+){0,3}\s+(?:wait|keep|stay|hold)|\b(?:not|never|no longer|rather than|instead of|tired of|sick of|done|enough of)\b(?!\s+(?:mind|worry|cancel|refund|drop))(?:\s+[\p{L}']+){0,3}\s+(?:wait|keep)/iu;
const WAY_OUT =
  /(?<!\b(?:not|never|\w*n.?t|without|no need to)\s(?:\w+\s){0,2})\b(?:cancel\w*|refund\w*|money back)\b|\btoo (?:late|long)\b/i;

const REFUSES =
  /\bno (?:thanks?|thank you|thx)?,? ?(?:to|for|with) (?:the|that|this|your|any)\b|\b(?:reject\w*|refus\w*|declin\w*|unacceptable)\b|\b(?:not|n[o'’]?t) (?:happy|ok(?:ay)?|fine|good|accept\w*|agree\w*)\b/i;

/** "I'll think about whether I want it": decides nothing. */
const UNDECIDED =
  /\b(?:whether|undecided|might|maybe|perhaps|dunno|(?:not|n['’]?t) (?:so |too |quite |really )?(?:sure|know|decided)|(?:think|sleep|mull|ponder)(?:ing)? (?:about|on|over|it)|let me (?:think|see|ask|check)|have a think|get back to you|(?:only|just) (?:asking|wondering|curious|checking)|was (?:asking|wondering|curious))\b/i;

/** Whether a wish to wait says nothing against it beside: "can't wait that long, cancel" is none. A question is none either. */
export const isPlainConsent = (text: string): boolean =>
  !NO_WAIT.test(text) &&
  !WAY_OUT.test(text) &&
  !REFUSES.test(text) &&
  !UNDECIDED.test(text) &&
  !text.trim().endsWith('?');
