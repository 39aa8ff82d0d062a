import type { ReadClaim, Reader } from './claim.js';
import { NUMBER_WORD, ORDINAL_WORD, readNumber } from './number-words.js';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const DAY = '(sun(?:day)?|mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?)';
const ON_DAY = `(?:${DAY}\\.?,? (?:the )?)?`;
const TH = '(?:st|nd|rd|th)?';
const YEAR = '(?:,? (\\d{4})\\b)?';
const TO = ' ?(?:-|to|through|until) ?';
/** What follows an ordinal that counts things and not days: "the 2nd one". */
const NOT_A_THING =
  '(?! (?:one|item|order|place|spot|line|option|choice|time|delivery|parcel|package|message|question|in line|in the))';

const month = (name = ''): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
const weekday = (name: string | undefined): number | null =>
  name ? DAYS.indexOf(name.slice(0, 3).toLowerCase()) : null;
const year = (text: string | undefined): number | null =>
  text ? Number(text.length === 2 ? `20${text}` : text) : null;

type DateClaim = Extract<ReadClaim, { kind: 'date' }>;
const date = (on: string | undefined, m: number, d: string | undefined, y?: string): DateClaim => ({
  kind: 'date',
  month: m,
  day: readNumber(d ?? ''),
  year: year(y),
  weekday: weekday(on),
});

const days = (from: number, to: number): ReadClaim => ({ kind: 'relative', from, to });

/** "2", "two", "a couple of", "a few" as the least and the most it can mean. */
function count(text: string): readonly [least: number, most: number] {
  const word = text.toLowerCase();
  if (word.endsWith('couple of')) return [2, 3];
  if (word.endsWith('few')) return [2, 6];
  const exact = word === 'a' || word === 'an' ? 1 : readNumber(word);
  return [exact, exact];
}

const COUNT = `(\\d{1,3}|${NUMBER_WORD}|an?|(?:a )?couple of|a few)`;
const DURATION = new RegExp(
  `\\b((?:in|within|about|another|next|after|over) (?:the next )?)?${COUNT}(?:(?:${TO}| or )${COUNT})? (?:more )?(business |working )?(hour|day|week|month|year)s?\\b( ago| from now| from today| later)?`,
  'gi',
);

/** "in two weeks", "5-7 business days", "3 days ago": days from today, with the play that the words leave. */
function duration([, lead, least = '', most, business, unit = '', after]: RegExpMatchArray): ReadClaim | null {
  if (/^an?$/i.test(least) && !lead && !after) return null;
  const [from] = count(least);
  const [, to] = count(most ?? least);
  const [first, last] = inDays(unit.toLowerCase(), from, to, business !== undefined);
  return after === ' ago' ? days(-last, -first) : days(first, last);
}

function inDays(unit: string, from: number, to: number, business: boolean): readonly [number, number] {
  if (unit === 'hour') return [Math.max(0, Math.ceil(from / 24) - 1), Math.ceil(to / 24)];
  if (unit === 'week') return [7 * from - 3, 7 * to + 3];
  if (unit === 'month') return [30 * from - 7, 31 * to + 7];
  if (unit === 'year') return [365 * from - 30, 366 * to + 30];
  // weekends, and a holiday
  return business ? [from, to + 2 * Math.ceil(to / 5) + 1] : [from, to];
}

const PART_OF_MONTH: Readonly<Record<string, readonly [number, number]>> = {
  early: [1, 12],
  beginning: [1, 12],
  start: [1, 12],
  mid: [8, 23],
  middle: [8, 23],
  late: [19, 31],
  end: [19, 31],
};
const PART = '(early|mid|late|(?:the )?(?:beginning|start|middle|end) of)';

function partOfMonth(part: string | undefined, name: string | undefined, y: string | undefined): ReadClaim {
  const word = part?.toLowerCase().replace(/^the | of$/g, '') ?? '';
  const [from, to] = PART_OF_MONTH[word] ?? [1, 31];
  return { kind: 'month', month: month(name), year: year(y), from, to };
}

/** Every way of naming a day, the longer before the shorter. "today" after "help you" is only manners. */
export const DATE_READERS: readonly Reader[] = [
  [
    new RegExp(`\\b${ON_DAY}${MONTH}\\.? (\\d{1,2})${TH}${TO}(\\d{1,2})${TH}\\b(?! ?[ap]\\.?m)${YEAR}`, 'gi'),
    ([, on, name, first, last, y]) => [date(on, month(name), first, y), date(undefined, month(name), last, y)],
  ],
  [
    new RegExp(`\\b(\\d{1,2})${TH}${TO}(\\d{1,2})${TH} (?:of )?${MONTH}\\b${YEAR}`, 'gi'),
    ([, first, last, name, y]) => [date(undefined, month(name), first, y), date(undefined, month(name), last, y)],
  ],
  [
    new RegExp(`\\b${ON_DAY}${MONTH}\\.? (?:the )?(?:(\\d{1,2})${TH}|(${ORDINAL_WORD}))\\b${YEAR}`, 'gi'),
    ([, on, name, digits, word, y]) => date(on, month(name), digits ?? word, y),
  ],
  [
    new RegExp(`\\b${ON_DAY}(?:the )?(?:(\\d{1,2})${TH}|(${ORDINAL_WORD})) (?:of )?${MONTH}\\b\\.?${YEAR}`, 'gi'),
    ([, on, digits, word, name, y]) => date(on, month(name), digits ?? word, y),
  ],
  [new RegExp(`\\b${ON_DAY}(\\d{4})-(\\d{2})-(\\d{2})\\b`, 'gi'), ([, on, y, m, d]) => date(on, Number(m), d, y)],
  [
    new RegExp(`\\b${ON_DAY}(\\d{1,2})\\/(\\d{1,2})(?:\\/(\\d{4}|\\d{2}))?\\b`, 'gi'),
    ([, on, m, d, y]) => date(on, Number(m), d, y),
  ],
  [
    new RegExp(`\\b(?:in|by|until|till|before|after|during|around|since|for) (?:${PART}[ -])?${MONTH}\\b${YEAR}`, 'gi'),
    ([, part, name, y]) => partOfMonth(part, name, y),
  ],
  [new RegExp(`\\b${PART}[ -]${MONTH}\\b${YEAR}`, 'gi'), ([, part, name, y]) => partOfMonth(part, name, y)],
  [DURATION, duration],
  [/\b(?:the )?day after tomorrow\b/gi, () => days(2, 2)],
  [/\btomorrow\b/gi, () => days(1, 1)],
  [/\byesterday\b/gi, () => days(-1, -1)],
  [
    /(?<!help you |assist you |for you |as of )\b(?:(?:later |end of )?today|tonight|this (?:morning|afternoon|evening)|end of (?:the )?day)\b/gi,
    () => days(0, 0),
  ],
  [/\b(?:(?:the )?end of the|later this|within the|this) week\b/gi, () => days(0, 6)],
  [/\b(?:this|the|next|over the) weekend\b/gi, () => days(0, 13)],
  [/\bnext week\b/gi, () => days(1, 13)],
  [/\blast week\b/gi, () => days(-13, -1)],
  [/\b(?:(?:the )?end of the|later this|within the|this) month\b/gi, () => days(0, 30)],
  [/\bnext month\b/gi, () => days(1, 61)],
  [/\blast month\b/gi, () => days(-61, -1)],
  [/\bnext year\b/gi, () => days(1, 731)],
  [/\b(?:a|in a|one) fortnight\b/gi, () => days(11, 17)],
  [
    new RegExp(
      `\\b(?:${DAY},? (?:the )?|(?:on|by|until|till|before|around|after|from) (?:the )?|the )(\\d{1,2})(?:st|nd|rd|th)\\b${NOT_A_THING}`,
      'gi',
    ),
    ([, on, d]) => ({ kind: 'day_of_month', day: Number(d), weekday: weekday(on) }),
  ],
  [
    new RegExp(
      `\\b(?:${DAY},? the|(?:on|by|until|till|before|around|after) the) (${ORDINAL_WORD})\\b${NOT_A_THING}`,
      'gi',
    ),
    ([, on, d = '']) => ({ kind: 'day_of_month', day: readNumber(d), weekday: weekday(on) }),
  ],
  [
    new RegExp(`\\b(?:by|until|till|before|this|next|coming) ${DAY}\\b`, 'gi'),
    ([, on]) => ({ kind: 'weekday', weekday: weekday(on) ?? 0, from: 0, to: 13 }),
  ],
  [
    new RegExp(`\\blast ${DAY}\\b`, 'gi'),
    ([, on]) => ({ kind: 'weekday', weekday: weekday(on) ?? 0, from: -13, to: -1 }),
  ],
  [
    new RegExp(`\\b(?:(?:on|for) ${DAY}|(sunday|monday|tuesday|wednesday|thursday|friday|saturday)s?)\\b`, 'gi'),
    ([, on, bare]) => ({ kind: 'weekday', weekday: weekday(on ?? bare) ?? 0, from: -7, to: 13 }),
  ],
];
