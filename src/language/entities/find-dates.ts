import { matchesOf } from '../matches.js';
import {
  comingDayOfMonth,
  comingWeekday,
  dayAfter,
  dayOf,
  type IsoDay,
  nearestDate,
  weekdayOf,
  weekdayOfNextWeek,
} from './calendar-day.js';
import { blank, type Span } from './entity.js';
import { FEAST_NAMES, feastDay } from './feasts.js';

/**
 * A day that a message names, with its words and place. `before` is the day itself: "before friday" gives Friday.
 * `certain` is false where the words may only mention it ("You said Friday").
 */
export interface NamedDay {
  readonly kind: 'by' | 'before' | 'on';
  readonly value: IsoDay;
  readonly text: string;
  readonly span: Span;
  readonly certain: boolean;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const COUNTS = ['a', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const PLACES =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );

/** What stands before a day says how it is meant; `since` and its like speak of what was. */
const LEAD =
  '(?:(?<lead>no later than|not later than|at the latest by|by|until|till|before|prior to|ahead of|on|for|around|since|after|from) )';
const THE = '(?:the )?';
const MONTH =
  '(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const WEEKDAY = '(?<weekday>sunday|monday|tuesday|wednesday|thursday|friday|saturday)s?';
const SHORT_WEEKDAY = '(?<weekday>sun|mon|tues?|wed|thur?s?|fri|sat)';
const ON_WEEKDAY = `(?:(?:${WEEKDAYS.join('|')})[a-z]{0,6}\\.?,? (?:the )?)?`;
const DAY = '(?<day>\\d{1,2})(?:st|nd|rd|th)?';
const YEAR = '(?:,? (?<year>20\\d\\d))?';
const BEGIN = '(?<![\\w@$£€#./-])';
const END = '(?![\\w@%/]|[.,-]\\w)';
/** What follows a number that counts, measures or is part of an address. */
const NOT_A_THING =
  '(?! ?(?:of (?:them|those|these)|x\\b|items?\\b|pieces\\b|units\\b|pcs\\b|more\\b|mm\\b|inch|"|price|off\\b|cups?\\b|street|st\\b|ave|road|rd\\b|lane|drive|way\\b))';
/** What may follow "the 14th" or "by sun": anything else makes it "the 2nd order" or "sun lotion". */
const CLOSED =
  '(?= *(?:$|[.,;:!?)\\n]| (?:and|or|at|as|to|please|pls|plz|is|if|so|for|because|cause|cos|since|it|i|we|my|still|but|when|then|will|can|in|this|that|morning|afternoon|evening|night|latest|though|thanks)\\b))';

type Groups = Readonly<Record<string, string | undefined>>;
type Read = (groups: Groups, today: IsoDay) => IsoDay | null;

const monthOf = (name = ''): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
const weekdayNamed = (name = ''): number => WEEKDAYS.indexOf(name.slice(0, 3).toLowerCase());

const readMonthDay: Read = ({ month, day, year }, today) =>
  year ? dayOf(Number(year), monthOf(month), Number(day)) : nearestDate(monthOf(month), Number(day), today);

/** As Americans write it, unless that is no month. */
const readSlashed: Read = ({ month, day, year }, today) => {
  const [first, second] = [Number(month), Number(day)];
  const [m, d] = first > 12 ? [second, first] : [first, second];
  if (!year) return nearestDate(m, d, today);
  return dayOf(year.length === 2 ? 2000 + Number(year) : Number(year), m, d);
};

/** With dots or hyphens and the year last, the day comes first. */
const readDotted: Read = ({ year, month, day }) => dayOf(Number(year), Number(month), Number(day));

const readMonthPlace: Read = ({ month, place }, today) => nearestDate(monthOf(month), placeOf(place), today);

const readWeekday: Read = ({ which, weekday }, today) =>
  which?.toLowerCase().includes('next')
    ? weekdayOfNextWeek(weekdayNamed(weekday), today)
    : comingWeekday(weekdayNamed(weekday), today);

const readDuration: Read = ({ count = '', unit = '' }, today) => {
  const asWord = count.startsWith('a couple') ? 2 : Math.max(1, COUNTS.indexOf(count.toLowerCase()));
  const number = /^\d/.test(count) ? Number(count) : asWord;
  const named = unit.toLowerCase();
  if (named.startsWith('month')) return dayAfter(today, 30 * number);
  if (named.startsWith('fortnight')) return dayAfter(today, 14 * number);
  return dayAfter(today, named.startsWith('w') ? 7 * number : number);
};

const endOfMonth = (year: number, month: number): IsoDay | null => {
  const next = dayOf(month === 12 ? year + 1 : year, (month % 12) + 1, 1);
  return next && dayAfter(next, -1);
};
const endOfWeek = (today: IsoDay): IsoDay => (weekdayOf(today) === 0 ? today : comingWeekday(0, today));

/** "End of the month", "by the end of the year", "eow". */
const readEnd: Read = ({ what = '' }, today) => {
  const named = what.toLowerCase();
  const [year = 0, month = 0] = today.split('-').map(Number);
  if (named.includes('next')) return dayAfter(endOfWeek(today), 7);
  if (/week|eow/.test(named)) return endOfWeek(today);
  if (/day|eod/.test(named)) return today;
  return /year/.test(named) ? dayOf(year, 12, 31) : endOfMonth(year, month);
};

/** A part of next week: "early next week", "before next week". What is needed "next week" may come on its last day. */
const readNextWeek: Read = ({ part = '', lead = '' }, today) => {
  const monday = weekdayOfNextWeek(1, today);
  if (/early|start|beginning/i.test(part) || BEFORE.test(lead)) return monday;
  return dayAfter(monday, /mid/i.test(part) ? 2 : 6);
};

/** A part of a month: "mid december", "by january", "end of march". */
const readMonth: Read = ({ part = '', lead = '', month }, today) => {
  const start = nearestDate(monthOf(month), 1, dayAfter(today, 60));
  if (start === null) return null;
  if (/early/i.test(part)) return dayAfter(start, 6);
  if (/mid/i.test(part)) return dayAfter(start, 14);
  if (/start|beginning/i.test(part)) return start;
  if (part === '' && lead.toLowerCase() !== 'in') return start;
  return endOfMonth(Number(start.slice(0, 4)), monthOf(month));
};

const readWeekend: Read = ({ which = '' }, today) => {
  const saturday = weekdayOf(today) === 6 ? today : comingWeekday(6, today);
  return /next/i.test(which) ? dayAfter(weekdayOfNextWeek(6, today), 0) : saturday;
};

/** "A week from friday", "friday week". */
const readWeekLater: Read = ({ weekday }, today) => dayAfter(comingWeekday(weekdayNamed(weekday), today), 7);

const placeOf = (word = ''): number => PLACES.indexOf(word.toLowerCase()) + 1;

const WHICH = '(?:(?<which>this coming|this|next|last|coming) )?';
const PART = '(?<part>early|mid(?:dle)?(?: of)?|(?:the )?(?:start|beginning|end) of|late)';
const PLACE = `(?<place>${PLACES.join('|')})`;
const UNIT = '(?<unit>day|week|wk|fortnight|month)s?';
const COUNT = `(?<count>\\d{1,2}|a couple(?: of)?|${COUNTS.join('|')})`;
const ALONE = '(?= *[.!?]* *$)';

/** The longer before the shorter: what one takes is gone for the next. Every pattern is linear in the text. */
const READERS: readonly (readonly [pattern: string, read: Read])[] = [
  [`${LEAD}?${ON_WEEKDAY}(?<year>20\\d\\d)-(?<month>\\d\\d)-(?<day>\\d\\d)${END}`, readSlashed],
  [`${LEAD}?${ON_WEEKDAY}(?<day>\\d{1,2})[.-](?<month>\\d{1,2})[.-](?<year>20\\d\\d)${END}`, readDotted],
  [`${LEAD}?${ON_WEEKDAY}${THE}${MONTH}\\.? (?:the )?${DAY}${YEAR}${END}${NOT_A_THING}`, readMonthDay],
  [`${LEAD}?${ON_WEEKDAY}${THE}${DAY} (?:of )?${MONTH}${YEAR}${END}${NOT_A_THING}`, readMonthDay],
  [`${LEAD}?${THE}${PLACE} (?:of )?${MONTH}${END}`, readMonthPlace],
  [`${LEAD}?${MONTH} (?:the )?${PLACE}${END}`, readMonthPlace],
  [`${LEAD}?${ON_WEEKDAY}(?<month>\\d{1,2})/(?<day>\\d{1,2})/(?<year>20\\d\\d|\\d\\d)${END}`, readSlashed],
  [`${LEAD}${ON_WEEKDAY}(?<month>\\d{1,2})/(?<day>\\d{1,2})${END}${NOT_A_THING}`, readSlashed],
  // no fraction has such a second half without a thing behind it
  [`(?<month>1[0-2]|0?[1-9])/(?<day>1[3-9]|2\\d|3[01])${END}${NOT_A_THING}`, readSlashed],
  [`^ *(?!24/7)(?<month>\\d{1,2})/(?<day>\\d{1,2})${ALONE}`, readSlashed],
  [`${LEAD}?${PART} ${MONTH}${END}`, readMonth],
  [`(?<lead>by|before|until|till|in) ${MONTH}${END}(?! \\d)`, readMonth],
  [
    `${LEAD}?${ON_WEEKDAY}the (?<day>\\d{1,2})(?:st|nd|rd|th)${CLOSED}`,
    ({ day }, today) => comingDayOfMonth(Number(day), today),
  ],
  [`^ *(?<day>\\d{1,2})(?:st|nd|rd|th)${ALONE}`, ({ day }, today) => comingDayOfMonth(Number(day), today)],
  [`${LEAD}the ${PLACE}${CLOSED}`, ({ place }, today) => comingDayOfMonth(placeOf(place), today)],
  [`${LEAD}?${COUNT} ${UNIT} from (?:now|today)${END}`, readDuration],
  [`${LEAD}?${THE}day after tomorrow${END}`, (_groups, today) => dayAfter(today, 2)],
  [
    `${LEAD}?(?:tomorrow|tommorow|tomorow|tommorrow|tmrw|tmr|tmw|tomoz|2moro(?:w)?)${END}`,
    (_groups, today) => dayAfter(today, 1),
  ],
  [`${LEAD}(?:today|tonight)${END}`, (_groups, today) => today],
  [`^ *(?:today|tonight)${ALONE}`, (_groups, today) => today],
  [`${LEAD}?${THE}end of (?<what>(?:the |this )?(?:week|month|year)|next week|(?:the )?day)${END}`, readEnd],
  [`${LEAD}?${THE}(?<what>month[ -]end|year[ -]end|eow|eod|eom)${END}`, readEnd],
  [`${LEAD}?(?<which>next )(?:week )?${WEEKDAY}${END}`, readWeekday],
  [`${LEAD}?${WEEKDAY}(?<which> next week)${END}`, readWeekday],
  [`${LEAD}?(?:${PART} )?${THE}next week${END}(?! (?:on )?(?:sun|mon|tue|wed|thu|fri|sat))`, readNextWeek],
  [`${LEAD}?${THE}(?<feast>${FEAST_NAMES})${END}`, ({ feast = '' }, today) => feastDay(feast, today)],
  [`(?<lead>within|in) (?:the next )?${COUNT} ${UNIT}${END}`, readDuration],
  [`${LEAD}?a week (?:from|on|after) ${WEEKDAY}${END}`, readWeekLater],
  [`${LEAD}?${WEEKDAY} week${END}`, readWeekLater],
  [`${LEAD}?(?:(?<which>this|the|next|coming) )weekend${END}`, readWeekend],
  [`${LEAD}?${THE}${WHICH}${WEEKDAY}${END}`, readWeekday],
  [`${LEAD}${WHICH}${SHORT_WEEKDAY}\\.?${CLOSED}`, readWeekday],
  [`^ *${WHICH}${SHORT_WEEKDAY}\\.?${ALONE}`, readWeekday],
];

const SHAPES = READERS.map(([pattern, read]) => ({ shape: new RegExp(BEGIN + pattern, 'gi'), read }));

/** What was, not what is wished for. */
const LOOKS_BACK = /^(?:since|after|from)$/i;
const BY = /^(?:no later than|not later than|at the latest by|by|until|till|within|in)$/i;
const BEFORE = /^(?:before|prior to|ahead of)$/i;
const LATEST_AFTER = /^ (?:at )?(?:the )?latest\b/i;

/**
 * The days a message names, in the order they stand there, seen from `today`: "by 12/14", "before friday", "it's for the
 * 14th", "by dec 14", "within two weeks". A day without its year or month is the coming one, but what is said of the
 * last three months may lie behind us. Numbers of orders, prices and things are none, nor is "sun lotion".
 */
export function findDates(text: string, today: IsoDay): NamedDay[] {
  const found: NamedDay[] = [];
  let rest = text.replace(/[\u2018\u2019]/g, "'").replace(/\s/g, ' ');
  for (const { shape, read } of SHAPES) {
    const spans: Span[] = [];
    for (const match of matchesOf(rest, shape)) {
      const groups = match.groups ?? {};
      const span = [match.index, match.index + match[0].length] as const;
      spans.push(span);
      const value =
        LOOKS_BACK.test(groups.lead ?? '') || /^last$/i.test(groups.which ?? '') ? null : read(groups, today);
      if (value === null) continue;
      found.push({
        kind: kindOf(groups.lead, rest.slice(span[1])),
        value,
        text: text.slice(...span),
        span,
        certain: Boolean(groups.lead ?? groups.which ?? groups.month ?? groups.feast),
      });
    }
    rest = blank(rest, spans);
  }
  return found.sort((a, b) => a.span[0] - b.span[0]);
}

function kindOf(lead = '', after: string): NamedDay['kind'] {
  if (BEFORE.test(lead)) return 'before';
  return BY.test(lead) || LATEST_AFTER.test(after) ? 'by' : 'on';
}
