import { findSignals } from './entities/find-signals.js';
import { escaped } from './matches.js';
import { meaningsOf, phraseAt, type YesNo, yesNoWords } from './read-yes-no.js';
import { type Asked, readSayBack, wordSet } from './say-back.js';

const LONGEST_TEXT = 240;

/**
 * Whether a message agrees to what was just asked. First as what says the question back, each word accounted for; else
 * part by part: one part agrees outright, and each other one only tells of the shopper ("it's just me and my tea, go
 * ahead"). What asks, denies, wishes, sets a condition, or names another number, item or deed anywhere, is `unclear`.
 */
export function readAgreement(message: string, asked: Asked): YesNo {
  const said = tidied(message, asked);
  const answer = readSayBack(said, asked);
  if (answer !== 'unclear' || said.length > LONGEST_TEXT || CHANGES.test(said) || isGrave(said)) return answer;
  const parts = said.split(BETWEEN).filter((part) => /[\p{L}\p{N}]/u.test(part));
  const answers = parts.map((part) => readSayBack(part, asked));
  const agrees = parts.some((part, at) => answers[at] === 'yes' && isOutright(part));
  const others = parts.filter((_, at) => answers[at] !== 'yes');
  return agrees && others.every((part) => onlyTells(part, asked)) ? 'yes' : 'unclear';
}

/** Law and danger are for a person, whatever is agreed to beside them. */
const isGrave = (said: string): boolean => findSignals(said).some(({ kind }) => kind === 'legal' || kind === 'safety');

/** Sounds of thinking, pictures without a meaning of their own, and what an answer may say back in a form of its own. */
function tidied(message: string, { numbers = [], instead = [], later = [] }: Asked): string {
  const plain = message
    .replace(COURTESIES, ' ')
    .replace(SAYS_YES, ' yes ')
    .replace(/\b(?:u+h+|u+m+|uhm|er+m*|hm+|so like)\b[,.]*/gi, ' ')
    .replace(/\p{Extended_Pictographic}[\u{1F3FB}-\u{1F3FF}\uFE0F]*/gu, (picture) =>
      CROSS.has(picture) || phraseAt([picture], 0) ? picture : ' ',
    );
  const withoutNumber = numbers.reduce(
    (text, number) =>
      text.replace(
        new RegExp(`\\b(?:(?:in|of|for|from|on) )?order (?:no\\.? ?|number |#)?${escaped(number)}\\b`, 'gi'),
        ' ',
      ),
    plain,
  );
  const withoutOld = withNames(
    withoutNumber,
    instead,
    (name) => `\\b(?:instead|in (?:the )?place|rather|not)(?: of| than)? (?:(?:the|that|my) )?${name}(?: one)?`,
  );
  return withNames(
    withoutOld,
    later,
    (name) => `(?:,|\\band\\b|\\bthen\\b)+ *(?:then )?(?:(?:the|my) )?${name} (?:can (?:come|follow) )?(?:${FOLLOWS})`,
  );
}

/** A yes at length: "that is precisely what I'd like you to do", "I would be glad to have that", "that is all in order". */
const SAYS_YES =
  /\b(?:(?:that|this|it)(?:['’]?s| is) (?:(?:precisely|exactly|just|quite|indeed|all) )?(?:(?:what|as|how) i(?:(?:['’]d| would) like|(?:['’]ve| have) (?:decided|asked(?: for)?|chosen|settled on)| want(?:ed)?| meant?| intend(?:ed)?| asked(?: for)?| had in mind)(?: (?:you )?to (?:do|happen)| (?:it )?done)?|in order|as it should be)|i(?:['’]d| would) be (?:very |so |most )?(?:glad|happy|pleased|delighted|grateful) (?:to (?:have|accept|take)(?: (?:that|it|this))?|for (?:that|it)|with (?:that|it))|i agree (?:to|with) (?:it|that|this)|now (?:it|that)(?:['’]?s| is) (?:right|correct))(?=\s*(?:$|[.,;!]|and\b|so\b|please\b))/gi;

/** Manners that sound like a denial. That they do not mind waiting is none: then nothing is to be cancelled. */
const COURTESIES =
  /\b(?:no (?:worries|problems?|bother)(?: at all| about (?:that|it|the (?:wait|delay)))?|i (?:really )?(?:don['’]?t|do not) mind(?: at all|,? (?:two|both|separate) (?:parcels|deliveries|boxes)))(?= *(?:[,.!;]|$|please))[,.!;]*/gi;

/** What is said of the part that comes later anyway. */
const FOLLOWS =
  "later|after(?:wards)?|when(?:ever)? (?:it|that|they)(?:'?s| is| are)? (?:comes?|gets?|arrives?|ready|there|in|back|here)(?: in| there| here)?|next|second";

const CROSS = wordSet('😡 🤬 😠 😤 👿 🖕 🙄 🤔 😒 😕 🤨 🙅 🚫 ⛔');

function withNames(text: string, names: readonly string[], around: (name: string) => string): string {
  return names.reduce((rest, name) => {
    const words = name.split(/\s+/).map(escaped).join('|');
    return rest.replace(new RegExp(around(`(?:(?:${words}) ?)+`), 'gi'), ' ');
  }, text);
}

const BETWEEN =
  /[.!;,\n]+(?!\d)|\s[-–—]+\s|\b(?:so|because|cos|cuz)\b|\b(?:and|since)\b(?= (?:i|i'm|i've|i'll|we|my|it|it's|that|the|this)\b)/i;

/** Something in it may turn the answer: a condition, a change, a denial, a question, another thing. */
const CHANGES =
  /\?|\b(?:but|if|unless|except|only|just the|instead|rather|however|although|though|tho|provided|as long as|otherwise|else|no|not|nor|never|none|nothing|without|\w+n['’]t|(?:do|wo|ca|did|does|is|was|are|were|have|has|would|could|should|ai|must)nt|cannot|wait|hold|stop|keep|before|until|till|after|first|once|when|why|what|where|which|who|how|whether|maybe|perhaps|might|another|other|different|new one|also|too(?! (?:long|late|slow|big|small|much)\b)|plus|more|add|extra|both|half|wrong|mistake|actually|sorry)\b/i;

/** More than "ok": an ok before a sentence only takes note of something. */
function isOutright(part: string): boolean {
  return yesNoWords(part).some((word) => !FAINT.has(word));
}
const FAINT = wordSet(
  'ok okay okey k kk right alright fine well great cool good nice lovely perfect super then thanks thank you thx ty cheers please pls plz oh ah so now',
);

/** A part that tells something of the shopper or praises, and neither wishes nor orders anything. */
function onlyTells(part: string, { names, echo, staying = [], later = [] }: Asked): boolean {
  const words = yesNoWords(part);
  if (meaningsOf(words) !== null || /^\W*(?:oh )?i see\W*$/i.test(part)) return true;
  const known = new Set([...names, ...echo].flatMap(yesNoWords));
  const isStrange = (word: string): boolean => /\d/.test(word) && !known.has(word);
  const stays = new Set([...staying, ...later].flatMap(yesNoWords).filter((word) => !known.has(word)));
  if (words.length < FEWEST_THAT_TELL || !TELLS.test(part) || WISHES.test(part)) return false;
  return !words.some((word) => isStrange(word) || stays.has(word) || DEEDS.has(word));
}

const FEWEST_THAT_TELL = 3;
const TELLS =
  /\b(?:i|i['’]?(?:m|ve|d|ll)|we|we['’]?(?:re|ve)|my|our|it|it['’]?s|that|that['’]?s|thats|this|they|he|she|you|every|all)\b/i;
const WISHES =
  /\b(?:want|need|wish|would|could|should|can|please|pls|let me|let['’]?s|tell|ask\w*|question\w*|wonder\w*|know|check\w*|think\w*|consider\w*|help|problem|issue|person|human|agent|manager|someone|call|talk|speak|make sure|remember|expect\w*|hope\w*|hoping|promise\w*|guarantee\w*|understood that|assum\w*)\b/i;
/** What is done in a shop: said apart from the answer, it may be done otherwise than asked. */
const DEEDS = wordSet(
  'cancel cancelled cancelling cancellation refund refunded swap switch change exchange replace split upgrade express ship send sent deliver delivered delivery address move return order ordered discount code voucher credit points gift remove drop delete card paypal bank money cash price cheaper colour color size',
);
