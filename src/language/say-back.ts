import { COUNTS } from './entities/number-words.js';
import { phraseAt, readYesNo, type YesNo, yesNoWords } from './read-yes-no.js';

/** What was asked, as far as an answer may say it back. */
export interface Asked {
  /** The names of what it would be done to, one each. */
  readonly names: readonly string[];
  /** Other words of the question that an answer may repeat: its button, the order number, the address, the method. */
  readonly echo: readonly string[];
  /** How people say the deed: "cancel", "take", "off". Said back as an order it agrees. */
  readonly deed: readonly string[];
  /** Something of the order stays out of it, so that "all of it" would be more than was asked. */
  readonly leavesSome: boolean;
  readonly quantities: readonly number[];
  /** The order's number, which may be called by it. */
  readonly numbers?: readonly string[];
  /** What it is instead of, by name. */
  readonly instead?: readonly string[];
  /** What comes later anyway, by name. */
  readonly later?: readonly string[];
  /** What stays as it is, by name. */
  readonly staying?: readonly string[];
}

/** The words of a text, as a set to look others up in. */
export const wordSet = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Words that point at what was asked or hold a sentence together, and change nothing about the answer. */
const FILLS =
  wordSet(`a an the this that these those it its them they one ones thing things item items is are was be am im
  i ill id we me my mine our you u your for to of with em in on at so and as too also thats want like would will can could may go
  going get back looks look sounds good great grand fine perfect lovely nice cool super wonderful brilliant excellent here
  there just only really kindly said asked need happy do does work works enough fair deal
  actually hmm certain positive sure quite pretty very completely totally understand understood know
  friend away rid gone nicely through make happen about quick quickly asap acceptable kind
  litre liter litres liters dollars bucks quid right rite`);
/** These widen it to everything; only true of a question that leaves nothing out. */
const WHOLE = wordSet('all everything whole entire lot order orders');
/** What a no may say beside it: that things stay. */
const STAYS = wordSet(`keep keeping leave leaving stay stays staying alone is as it was been changed mind wait waiting
  anything nothing any more anymore after all actually hmm oh sorry change do dont not rather think hold stop scrap drop
  skip lets let forget same old original yet moment`);
const LONGEST_ANSWER = 14;
const LONGEST_TEXT = 160;

/**
 * Whether a message answers what was just asked, saying no more than the question: a yes with the question's own words
 * around it ("yes, cancel the lens", "do it, all four"), or the deed itself as an order ("cancel it"). Every word is
 * accounted for: whatever names something else, less, or more ("just the parasol" of three items), sets a condition or
 * asks back, is `unclear`.
 */
export function readSayBack(message: string, asked: Asked): YesNo {
  const said = withoutWhatStays(message.replace(RIDER, ''), asked);
  const text = asked.deed.includes('cancel') ? withoutRefundWay(said) : said;
  const alone = readYesNo(text);
  if (alone !== 'unclear' || text.length > LONGEST_TEXT || text.includes('?')) return alone;
  if (DECLINES.test(text)) return 'no';
  const words = yesNoWords(
    (asked.deed.includes('cancel') ? text.replace(NO_NEED, '') : text).replace(WHAT_IS_MEANT, ''),
  );
  if (words.length === 0 || words.length > LONGEST_ANSWER || ASKS_BACK.test(words.join(' '))) return 'unclear';
  const heard = hear(words, asked);
  return heard === null ? 'unclear' : weigh(heard, words, asked);
}

/** What follows an answer and changes nothing of it: thanks for something, a receipt wished for. */
const RIDER =
  /(?<=\w)[\s,.;!-]+(?:(?:and|also) )?(?:(?:sorry|apologies|soz),?(?: i)? (?:was|were|had|got|for (?:the|being)|about (?:that|the))\b[^.?!]{0,40}|(?:thanks?|thx|cheers)(?: (?:you|u|a lot|so much|very much|again))* for (?:the|your|that|all|being|\w+ing)\b[^.?!,;]{0,30}|(?:(?:i(?:'?d| would)? (?:like|want|need)|(?:please |pls |kindly )?(?:e-?mail|send|mail) me) )?(?:a |the |my )?(?:proper |written )?(?:receipt|confirmation)(?: (?:by|via|on|to|in) (?:my )?(?:e-?mail|mail|inbox|writing))?(?: (?:please|pls|thanks))?)\W*$/i;

/** "Yes, the small one. The large stays." says it of what was not asked about. */
const WHAT_STAYS =
  /(?<=\w)\s*[.,;]\s*(?:and |but )?(?:the |my )?([\w' -]{2,30}?) (?:stays?|remains?|can stay|should stay|i(?:'?ll)? keep)(?: (?:as (?:it|they) (?:is|are)|put|please))?\W*$/i;

function withoutWhatStays(text: string, { names, leavesSome }: Asked): string {
  const [clause, stays = ''] = WHAT_STAYS.exec(text) ?? [];
  const own = new Set(names.flatMap(yesNoWords));
  const isElse =
    leavesSome && clause !== undefined && yesNoWords(stays).every((word) => !own.has(word) && !POINTS.has(word));
  return isElse ? text.slice(0, -clause.length) : text;
}
const POINTS = wordSet('it they this that these those one ones everything all order rest');

const VOUCHER = '(?:vouchers?|store credit|credits?|gift ?cards?|coupons?|points)';
/**
 * How a refund goes anyway, said beside an answer: "… and use the original card", "… just no voucher". That it be another
 * way is left standing.
 */
const REFUND_WAY = new RegExp(
  `(?<=\\S)[\\s,;.-]+(?:(?:and|but|just|only|so|then|please|pls)[ ,]+)*(?:${[
    '(?:(?:use|(?:put|send|refund|get|give) (?:it|me|that|the money)|refund|back|it goes) )?(?:back )?(?:(?:to|on|onto|with|using) )?(?:(?:the|my|that) (?:very )?(?:same|original|first|usual)|the old|same|original) (?:card|account|method|way|one|payment(?: method)?)(?: (?:is|works) (?:fine|ok(?:ay)?|good|best)| works)?',
    `(?:i (?:really )?(?:want|need) )?(?:no|not|without|never|don'?t|do not)(?: (?:give|send|want|offer|need|get|try|with|to|as|in|an?|any|me|us|your|those|of|more))* ${VOUCHER}(?:,? (?:or|and|nor) (?:any )?${VOUCHER})*`,
    '(?:i (?:just |only )?want )?(?:only|just) (?:the|my) (?:refund|money(?: back)?)',
    '(?:give|send|return|pay|put|get|refund) (?:me )?(?:back )?(?:the|my|all (?:the|my|of my)) (?:full |whole )?(?:money|cash|refund|funds)(?: back)?(?: (?:to|on|onto|into) (?:my|the)(?: same| original)? (?:card|account|bank(?: account)?))?',
  ].join('|')})(?: (?:please|pls|thanks|instead|then|though|tho))?(?=\\s*(?:$|[.,;!]))`,
  'gi',
);
/** "Yes do it. When will I see the money?": the receipt says it. After a "but" the answer may hang on it. */
const MONEY_WHEN =
  /(?<=\w)(?:\s*[.;!-]+\s*(?:and |so )?|,? and )(?:when|how (?:soon|long|fast)|by when|(?:what|which) day)\b[^.?!,;]{0,40}\b(?:money|refund\w*|cash|funds)\b[^.?!,;]{0,20}\??\s*$/i;
const withoutRefundWay = (text: string): string => text.replace(REFUND_WAY, '').replace(MONEY_WHEN, '');

/** Who no longer needs a thing gives the reason for cancelling it, and says no "no". */
const NO_NEED =
  /(?<=\byes\b.{0,60})(?:i |we )?(?:(?:don'?t|do not|no longer) (?:need|want)|(?:have |there is |there'?s )?no (?:more )?(?:need|use)(?: (?:for|of|to))?) (?:it|them|that|this|one|me)(?: (?:any ?more|any ?longer|now))*/gi;
/** "Yes, that is what I want" asks nothing. */
const WHAT_IS_MEANT = /\bwhat i(?:'?m)? (?:want(?:ed)?|mean|meant|said|asked for|asking for)\b/gi;

/** "ok will it be there": a question, though without its mark. */
const ASKS_BACK =
  /(?<!\b(?:i|ill|we|well|id|that|this|it|those|which) )\b(?:will|can|could|would|is|are|does|did|has|have|shall|should|may) (?:it|that|this|they|you|u|i|we|the|my|there)\b/;

function weigh(
  { yes, no, deed, only, please, named }: Heard,
  words: readonly string[],
  { names, quantities }: Asked,
): YesNo {
  const isOfSome = named.size > 0 && named.size < names.length;
  const isOne = only && words.includes('one') && quantities.some((quantity) => quantity > 1);
  if (isOfSome || isOne || (only && named.size === 0 && names.length > 1)) return 'unclear';
  // "no, only the navy, green I keep" takes it back and does not decline it
  if (no && only && named.size > 0 && names.length > 1) return 'unclear';
  if (no && words.some((word) => TAKES_BACK.has(word))) return 'unclear';
  if (no) return yes || (deed && !words.some((word) => DENYING.has(word))) ? 'unclear' : 'no';
  // "I need to change the address" wishes anew, whatever was asked
  const isAnew = words.some((word) => WISHES.has(word));
  return yes || (deed && !isAnew) || please === words.length ? 'yes' : 'unclear';
}

/** "Nah that's an insult, I decline": whatever stands between. */
const DECLINES =
  /^(?:no|nah|nope|naw|thanks|sorry)\b[^?]{0,60}\b(?:i(?:'?ll| will)? (?:decline|refuse|pass)|no,? thank(?:s| you))\W*$|\bkeep (?:your|ur|the|that) (?:discount|credit|voucher|coupon|code|points|offer)(?: then)?\W*$/i;

/** "Ok thx", "right, cheers": takes note of what was told, and agrees to a question only if that alone was told. */
export function takesNote(text: string): boolean {
  const words = yesNoWords(text);
  return words.some((word) => THANKS.has(word)) && words.every((word) => THANKS.has(word) || NOTED.has(word));
}
const THANKS = wordSet('thanks thank thx ty tks cheers ta tysm merci');
const NOTED = wordSet(
  'ok okay okey oki k kk right alright fine cool great good got it you so much very a lot then mate well',
);

const DENYING = wordSet('dont not never');
const WISHES = wordSet('a an want need like wish');
/** What is wrong may be only the item: that takes it back and does not decline it. */
const TAKES_BACK = wordSet('wrong incorrect');

interface Heard {
  yes: boolean;
  readonly no: boolean;
  deed: boolean;
  only: boolean;
  please: number;
  readonly named: Set<number>;
}

/** Every word accounted for, or null: one word that is not understood may be the one that matters. */
function hear(words: readonly string[], asked: Asked): Heard | null {
  // a no may come after what it keeps: "actually leave it alone"
  const no = words.some((_, at) => phraseAt(words, at)?.meaning === 'no');
  const heard: Heard = { yes: false, no, deed: false, only: false, please: 0, named: new Set() };
  const names = asked.names.map(yesNoWords);
  const echo = new Set(asked.echo.flatMap(yesNoWords));
  for (let at = 0; at < words.length; ) {
    const word = words[at] as string;
    const phrase = phraseAt(words, at);
    if (phrase) {
      if (phrase.meaning === 'yes') heard.yes = true;
      else if (PLEASE.has(word)) heard.please += phrase.length;
      at += phrase.length;
      continue;
    }
    if (!takes(word, { names, echo, asked, heard })) return null;
    at++;
  }
  return heard;
}

const PLEASE = wordSet('please pls plz');

function takes(
  word: string,
  { names, echo, asked, heard }: { names: string[][]; echo: ReadonlySet<string>; asked: Asked; heard: Heard },
): boolean {
  const meant = names.flatMap((name, index) =>
    name.some((part) => isSame(word, part) || endsIn(part, word)) ? [index] : [],
  );
  // what stands in the name of each of them tells none of them apart
  if (meant.length > 0 && meant.length < names.length) for (const index of meant) heard.named.add(index);
  if (meant.length > 0 && names.length === 1) heard.named.add(0);
  if (meant.length > 0) return true;
  if (asked.deed.some((one) => isSame(word, one))) {
    heard.deed = true;
    return true;
  }
  if (word === 'just' || word === 'only') heard.only = true;
  if (word === 'both') return asked.names.length === 2 || (asked.names.length === 1 && asked.quantities.includes(2));
  if (WHOLE.has(word)) return !asked.leavesSome || asked.quantities.some((quantity) => quantity > 1 && word === 'all');
  const number = /^\d+$/.test(word) ? Number(word) : COUNTS.indexOf(word);
  if (number > 1 && !echo.has(word) && !echo.has(String(number)))
    return asked.quantities.includes(number) || number === asked.names.length;
  return FILLS.has(word) || echo.has(word) || (heard.no && STAYS.has(word));
}

/** "the shade" of a lampshade: a thing is called by what its name ends in. */
const endsIn = (part: string, word: string): boolean => word.length >= FEWEST_OF_AN_END && part.endsWith(word);
const FEWEST_OF_AN_END = 4;

/** The same word, in the plural, or with one slip of the thumb where it is long enough to be no other. */
function isSame(word: string, other: string): boolean {
  if (word === other || `${word}s` === other || word === `${other}s`) return true;
  return word.length >= FEWEST_FOR_A_SLIP && other.length >= FEWEST_FOR_A_SLIP && isOneSlipAway(word, other);
}

const FEWEST_FOR_A_SLIP = 5;

/** One letter too many, too few, wrong, or two changed over. */
function isOneSlipAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  if (restA.slice(1) === restB.slice(1) || restA === restB.slice(1) || restA.slice(1) === restB) return true;
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
}
