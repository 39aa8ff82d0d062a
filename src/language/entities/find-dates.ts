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
/** Days that people name by what is held on them, where they fall on the same date each year. */
const FEASTS: readonly [words: RegExp, month: number, day: number][] = [
  [/^new year'?s eve/i, 12, 31],
  [/^new year/i, 1, 1],
  [/^valentine/i, 2, 14],
  [/^halloween/i, 10, 31],
  [/^(?:christmas|xmas) eve/i, 12, 24],
  [/^(?:christmas|xmas)/i, 12, 25],
];

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

const readWeekday: Read = ({ which, weekday }, today) =>
  which?.toLowerCase() === 'next'
    ? weekdayOfNextWeek(weekdayNamed(weekday), today)
    : comingWeekday(weekdayNamed(weekday), today);

const readFeast: Read = ({ feast = '' }, today) => {
  const [, month = 0, day = 0] = FEASTS.find(([words]) => words.test(feast)) ?? [];
  return nearestDate(month, day, today);
};

const readDuration: Read = ({ count = '', unit = '' }, today) => {
  const number = /^\d/.test(count) ? Number(count) : Math.max(1, COUNTS.indexOf(count.toLowerCase()));
  return dayAfter(today, unit.toLowerCase().startsWith('week') ? 7 * number : number);
};

const readEnd: Read = ({ what }, today) => {
  if (what?.toLowerCase() === 'week') return weekdayOf(today) === 0 ? today : comingWeekday(0, today);
  const [year = 0, month = 0] = today.split('-').map(Number);
  return dayAfter(dayOf(month === 12 ? year + 1 : year, (month % 12) + 1, 1) ?? today, -1);
};

const WHICH = '(?:(?<which>this coming|this|next|last|coming) )?';

/** The longer before the shorter: what one takes is gone for the next. Every pattern is linear in the text. */
const READERS: readonly (readonly [pattern: string, read: Read])[] = [
  [`${LEAD}?${ON_WEEKDAY}(?<year>20\\d\\d)-(?<month>\\d\\d)-(?<day>\\d\\d)${END}`, readSlashed],
  [`${LEAD}?${ON_WEEKDAY}${THE}${MONTH}\\.? (?:the )?${DAY}${YEAR}${END}${NOT_A_THING}`, readMonthDay],
  [`${LEAD}?${ON_WEEKDAY}${THE}${DAY} (?:of )?${MONTH}${YEAR}${END}${NOT_A_THING}`, readMonthDay],
  [`${LEAD}?${ON_WEEKDAY}(?<month>\\d{1,2})/(?<day>\\d{1,2})/(?<year>20\\d\\d|\\d\\d)${END}`, readSlashed],
  [`${LEAD}${ON_WEEKDAY}(?<month>\\d{1,2})/(?<day>\\d{1,2})${END}${NOT_A_THING}`, readSlashed],
  [
    `${LEAD}?${ON_WEEKDAY}the (?<day>\\d{1,2})(?:st|nd|rd|th)${CLOSED}`,
    ({ day }, today) => comingDayOfMonth(Number(day), today),
  ],
  [`${LEAD}?${THE}day after tomorrow${END}`, (_groups, today) => dayAfter(today, 2)],
  [`${LEAD}?tomorrow${END}`, (_groups, today) => dayAfter(today, 1)],
  [`${LEAD}(?:today|tonight)${END}`, (_groups, today) => today],
  [`${LEAD}?${THE}end of (?:the|this) (?<what>week|month)${END}`, readEnd],
  [
    `${LEAD}?${THE}(?<feast>new year'?s eve|new year'?s?(?: day)?|valentine'?s?(?: day)?|halloween|(?:christmas|xmas)(?: eve| day)?)${END}`,
    readFeast,
  ],
  [`(?<lead>within|in) (?:the next )?(?<count>\\d{1,2}|${COUNTS.join('|')}) (?<unit>day|week)s?${END}`, readDuration],
  [`${LEAD}?${THE}${WHICH}${WEEKDAY}${END}`, readWeekday],
  [`${LEAD}${WHICH}${SHORT_WEEKDAY}\\.?${CLOSED}`, readWeekday],
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
    for (const match of rest.matchAll(shape)) {
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
