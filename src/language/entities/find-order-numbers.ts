import { matchesOf } from '../matches.js';
import { type Entity, entityAt } from './entity.js';
import { DIGITS_ALOUD, digitsOf } from './number-words.js';

const ORDER_WORD =
  '(?:(?:orders?|ordr|oder|ordre|ord|purchase|confirmation|reference|ref)(?:number|num|no|nr|id)?|o/n)(?![a-z])';
const FILLER = "(?:number|numbr|num|nbr|no|nr|n[°º]|№|id|ref|code|is|was|its|it's)";
/** Letters and digits with the marks that shops put between: "BD-1042", "MQN-15", "R/2026/114", "2026/0417". */
const MARKED_CODE =
  '(?:[a-z]{1,5}(?:-[a-z]{1,4})?[-/_](?:\\d{2,10}|\\d(?=[-/_]\\d{2}))(?:[-/_][a-z\\d]{1,8}){0,2}|(?:19|20)\\d{2}[-/_]\\d{3,8})(?![\\w@%/-]|\\.\\w)';
const NUMBER = `(?:${MARKED_CODE}|\\d{1,3},\\d{3}(?!\\d)|(?:[a-z]{1,4}-?)?\\d[a-z\\d]{0,11}(?:-\\d{1,8})?(?: \\d{1,4}){0,3})`;
const NAMED = new RegExp(`\\b${ORDER_WORD}(?:[\\s.:#=-]{1,3}${FILLER}){0,3}[\\s.:#=-]{0,4}(${NUMBER})`, 'gi');
/** Whatever stands where an order number is said to, such as "order 20.26-991" or "ref LB:309"; not "10-42", nor a number with its postcode. */
const CALLED_CODE = new RegExp(
  `\\b${ORDER_WORD}(?:[\\s.:#=-]{1,3}${FILLER}){0,3}[\\s.:#=-]{0,4}(${'(?!\\d{1,2}-\\d{1,2}(?!\\w)|\\d+[-/]\\d{5}(?!\\w)|\\d(?:-\\d)+(?!\\w))(?=(?:[a-z./_#:-]*\\d){2})[a-z\\d]{1,8}(?:[./_#:-][a-z\\d]{1,10}){1,4}'})(?![\\w@/-]|\\.\\w)`,
  'gi',
);
/** The same by itself, in the answer to the question for it. */
const ANY_CODE =
  /(?<![\w@./#:-])(?!\d+(?:st|nd|rd|th|am|pm|x|cm|mm|ml|k?g|lbs?|oz|in|ft|pcs|hrs?|days?|mins?)(?!\w)|(?:gr8|l8r|b4|m8|w8|str8|any1|some1|every1|no1|\d(?:nite|moro\w*|day))(?!\w))(?=[a-z./_#:-]*\d)(?=[\d./_#:-]*[a-z]|(?:[a-z./_#:-]*\d){2})[a-z\d]{1,8}(?:[./_#:-]?[a-z\d]{1,10}){0,4}(?![\w@/-]|\.\w)/gi;
const GLUED = /\b(?:order|ord|oder)[-_]?(\d{3,10})\b/gi;
const MARKED =
  /(?:#|\b(?<!(?:house|flat|apt|unit|card|tracking|model|phone|zip|line|item|option) )(?:number|num|no|nr)[.:]?(?: is| was|['’]s)?) {0,2}#?((?:[a-z]{1,4}-)?\d{3,10}(?:-[a-z]{1,3})?)(?![\w%]|-\d)/gi;
/** "#10 42": two groups that are called a number. */
const MARKED_GROUPS = /(?:#|\b(?:number|no)[.:]? )(\d{1,2} \d{2})(?![\w%]| \d)/gi;
/** What follows the first of several: "orders 1042, 1043 and 1044". */
const LIST = /\borders (?:numbers? )?#?\d{4,10}((?:,? (?:and |& |or )?#?\d{4,10}){1,9})(?![\w%/-])/gi;
/** Digits read out one by one: "1-0-4-2", "1 0 4 2". */
const ONE_BY_ONE = /(?<![\w$£€₹/#.-])\d(?:[- ]\d){3,9}(?![\w%/]|[ -]\d)/g;
/** What is done to or asked of a number that can only be an order's: "cancel 3301", "status of 2001". */
const LED =
  /\b(?:status (?:of|on|for)|updates? (?:on|for)|news (?:on|of|about)|(?:what|how) about|cancel|refund|send|deliver|ship|redirect|reroute|(?:address|destination) (?:of|on|for)|check(?: on)?|where(?: i|'?)s|track|look up|eta (?:for|on|of)|when (?:is|does|will)) (?:my |the )?(\d{4,10})(?![\w%/-]|[.,]\d| (?:dollars|bucks|usd|pounds|quid|gbp|euros?|eur|rupees|rs|inr)\b)/gi;
/** A number that begins a sentence about it: "1702 should go to …", "4546 belongs to my sister". */
const SUBJECT =
  /(?<=(?:^|[.!?;\n])\s*)(\d{4,10})(?= (?:should|must|needs? to|has to|ought to|is to|belongs?|hasn['’]?t|isn['’]?t|never) )/gi;
/** Whatever else looks like a shop's number: also "W0099871", "55-1029". */
const CODED = new RegExp(
  `(?<![\\w$£€₹#./@-])(?:${MARKED_CODE}|[a-z]{1,3}\\d{4,10}(?![\\w@%/-]|\\.\\w)|\\d{2,6}[-/_]\\d{3,8}(?![\\w@%/-]|\\.\\w))`,
  'gi',
);
const BARE = /(?<![\w$£€₹/#.-]|\d,)\d{4,10}(?![\w%/-]|[.,]\d)/g;
const STREET =
  /^ (?:[a-z.]{1,20} ){0,3}(?:street|st|avenue|ave|road|rd|lane|ln|drive|dr|blvd|boulevard|way|court|ct|place)\b/i;
const YEAR_BEFORE = /\b(?:in|since|year|model|(?<!\b(?:status|news|eta|track|whereabouts|details) )of) $/i;

/**
 * Order numbers as people spell them: "1042", "#1042", "order no. 10-42", "order 10 42", "ord1042", "BD-1042",
 * "one zero four two", "ten forty-two". Certain when the message calls it an order, marks it with `#`, or treats it as one; a bare number is offered, not
 * claimed. A prefix that only says "order" is dropped: `ORD-1042` gives `1042`.
 */
export function findOrderNumbers(text: string): Entity[] {
  if (!/\d/.test(text)) return findSpoken(text);
  const found: Entity[] = [];
  const add = (entity: Entity) => {
    if (found.every(({ span }) => entity.span[1] <= span[0] || entity.span[0] >= span[1])) found.push(entity);
  };
  for (const match of matchesOf(text, GLUED)) add(orderNumber(match[0], match.index, match[1] as string, true));
  for (const match of matchesOf(text, CALLED_CODE)) {
    const written = match[1] as string;
    add(orderNumber(written, match.index + match[0].length - written.length, asCode(written), true));
  }
  for (const match of matchesOf(text, NAMED)) {
    const written = match[1] as string;
    const joined = joinGroups(written);
    if (countDigits(joined.value) < 3) continue;
    const start = match.index + match[0].length - written.length;
    add(orderNumber(written.slice(0, joined.length), start, joined.value, true));
  }
  for (const match of matchesOf(text, MARKED)) {
    const value = match[1] as string;
    add(orderNumber(value, match.index + match[0].length - value.length, value, true));
  }
  for (const match of matchesOf(text, MARKED_GROUPS)) {
    const written = match[1] as string;
    add(orderNumber(written, match.index + match[0].length - written.length, written.replace(' ', ''), true));
  }
  for (const match of matchesOf(text, LIST)) {
    const others = match[1] as string;
    const start = match.index + match[0].length - others.length;
    for (const other of matchesOf(others, /\d{4,10}/g)) add(orderNumber(other[0], start + other.index, other[0], true));
  }
  for (const match of matchesOf(text, LED)) {
    const value = match[1] as string;
    const start = match.index + match[0].length - value.length;
    if (!isYearOrHouse(text, value, start)) add(orderNumber(value, start, value, true));
  }
  for (const match of matchesOf(text, SUBJECT)) add(orderNumber(match[0], match.index, match[0], true));
  for (const match of matchesOf(text, ONE_BY_ONE))
    add(orderNumber(match[0], match.index, match[0].replace(/[- ]/g, ''), false));
  for (const match of matchesOf(text, CODED)) add(orderNumber(match[0], match.index, match[0], false));
  for (const match of matchesOf(text, BARE)) {
    if (!isYearOrHouse(text, match[0], match.index)) add(orderNumber(match[0], match.index, match[0], false));
  }
  return [...found, ...findSpoken(text)];
}

const SHORTEST_CODE = 3;

/** What answers the question for an order number and looks like none that is known: the first such thing, or none. */
export const codeIn = (text: string): string | undefined => {
  const found = matchesOf(text, ANY_CODE).find(({ 0: code }) => code.length >= SHORTEST_CODE);
  return found && asCode(found[0]);
};

/** A colon is no part of a key here; marks make no difference where the number is looked up. */
const asCode = (written: string): string => written.toUpperCase().replaceAll(':', '-');

function orderNumber(text: string, start: number, value: string, certain: boolean): Entity {
  return entityAt(text, start, certain, { kind: 'orderNumber', value: value.toUpperCase() });
}

/** Groups of a number read aloud ("10 42") up to four digits; what follows is something else ("1042 97201"). */
function joinGroups(written: string): { value: string; length: number } {
  const groups = written.split(' ');
  let value = withoutBreaks((groups[0] as string).replace(',', ''));
  let length = (groups[0] as string).length;
  for (const group of groups.slice(1)) {
    if (countDigits(value) >= 4) break;
    value += group;
    length += 1 + group.length;
  }
  return { value, length };
}

/** "10-42" is a number read in groups; a longer one may have its hyphen by rights. */
const withoutBreaks = (group: string): string => (/^\d{1,2}-\d{1,2}$/.test(group) ? group.replace('-', '') : group);

const countDigits = (text: string): number => text.replace(/\D/g, '').length;

function isYearOrHouse(text: string, number: string, start: number): boolean {
  if (STREET.test(text.slice(start + number.length, start + number.length + 90))) return true;
  const looksLikeYear = number.length === 4 && /^(?:19|20)\d\d$/.test(number);
  return looksLikeYear && YEAR_BEFORE.test(text.slice(Math.max(0, start - 24), start));
}

const SPOKEN = new RegExp(`\\b${DIGITS_ALOUD}\\b`, 'gi');
const CALLED = new RegExp(`\\b${ORDER_WORD}(?:[\\s.:#=-]{1,3}${FILLER}){0,3}[\\s.:#=-]{0,4}$`, 'i');
const FEWEST_DIGITS = 4;

function findSpoken(text: string): Entity[] {
  return matchesOf(text, SPOKEN).flatMap((match) => {
    const value = digitsOf(match[0]);
    if (value.length < FEWEST_DIGITS) return [];
    const isCalled = CALLED.test(text.slice(Math.max(0, match.index - 40), match.index));
    return [orderNumber(match[0], match.index, value, isCalled)];
  });
}
