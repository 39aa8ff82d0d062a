import { type IsoDay, weekdayOf } from '../entities/calendar-day.js';
import { blank, type Span } from '../entities/entity.js';
import { WEEKDAY, weekdayNamed } from './calendar-words.js';
import { DAY_PATTERNS } from './day-patterns.js';
import type { DayContext, MailDay } from './mail-day.js';
import { lastWorkdayOf, mondayOf } from './week-of-year.js';

const BEGIN = '(?<![\\p{L}\\p{N}@$£€#/]|\\d[.,-]|\\p{L}-)';
const END = '(?![\\p{L}\\p{N}@%]|[./-]\\d|,\\d)';
const SHAPES = DAY_PATTERNS.map(([pattern, read]) => ({
  shape: new RegExp(`${BEGIN}(?:${pattern.replaceAll('_', '\\s{1,3}').replace(/~(?!\))/g, '\\s{0,3}')})${END}`, 'giu'),
  read,
}));

const ABOUT_BEFORE =
  /(?:\b(?:around|about|approx\w*\.?|ca\.?|circa|roughly|somewhere|near(?:er)?|close to|nearly|toward\w*|etwa|ungefähr|gegen|vers|environ|alrededor del?|hacia(?: el)?|before|prior to|vor|or|maybe|perhaps|possibly|probably|as early as|(?:not|won't|can't|cannot) (?:\p{L}+ ){0,3}before)|~)\s*(?:on |in |the |den |le |el |by )*$/iu;
const ABOUT_AFTER =
  /^\s*(?:or so|or thereabouts|-?ish\b|or (?:earlier|later|sooner|before|after|a (?:day|bit|little) )|approx|give or take|\(?(?:\+\/-|±|tbc|tentative|est\b|estimated?|subject)|(?:\+\/-)|\?)/i;
const OPEN_BEFORE =
  /(?:\b(?:after|not before|no (?:earlier|sooner) than|not (?:earlier|sooner) than|earliest|at the earliest|starting|starts?|opens?|begins?|beginning|nicht vor|frühestens|since|seit|à partir du|a partir del?)|(?<=\b(?:give|need|closed|shut|away|hold|holidays?|vacation|leave|office|valid|wait|waiting|nothing|open|available|no \p{L}+)\b.{0,30})\b(?:until|till))\s*(?:on |the |den |le |el )*$/iu;
/** It comes on that day or later. */
const UNTIL_BEFORE =
  /\b(?:as of|as from|available from|ab|dal|(?:back-?ordered|out of stock|unavailable|sold out) (?:until|till)|(?:not|won't|can't|cannot) (?:\p{L}+ ){0,3}(?:until|till))\s*(?:on |in |the |den |dem |le |el |by )*$/iu;
/** From a day on. */
const FROM_BEFORE =
  /(?<!(?:moved?|pushed|changed?|slip\w*|shift\w*|delayed|date|rescheduled|postponed|revised)\b.{0,30})\bfrom\s*(?:on |the |den |le |el )*$/iu;
const NOT_BEFORE =
  /(?:\b(?:not|no|never|cannot|unable)\b|n't\b|\bnicht\b)[^,.;]{0,40}\b(?:before|prior to|vor(?: dem)?)\s*(?:the |on )*$/i;
const OPEN_AFTER = /^\s*(?:at the earliest|earliest\b|onwards?\b|or later|and later|frühestens)/i;
const WEEK_OF =
  /\b(?:w\/[cb]|wc|wb|week (?:commencing|beginning|starting|of)|woche (?:vom|ab)|semana del|semaine du)\s*:?\s*(?:the |on |monday,? |mon,? )*$/i;
const WEEK_ENDING = /\b(?:w\/e|week ending)\s*:?\s*(?:the |on )*$/i;
const BETWEEN = /^\s*(?:-|to|or|and|through|thru|\/|bis|y|et)\s*(?:the |by |on |maybe |perhaps |possibly )*$/i;
const NOT_A_RANGE =
  /\b(?:moved?|pushed|changed?|slip\w*|shift\w*|delayed|rescheduled|postponed|revised|instead|corrected|updated)\b/i;

/** The days that a statement names, in their order. Numbers of orders, prices and quantities are none. */
export function findMailDays(statement: string, context: DayContext): MailDay[] {
  const found: MailDay[] = [];
  let rest = statement.replace(/\s/g, ' ');
  for (const { shape, read } of SHAPES) {
    const spans: Span[] = [];
    for (const match of rest.matchAll(shape)) {
      const before = found
        .filter((one) => one.span[1] <= match.index)
        .sort((a, b) => a.span[0] - b.span[0])
        .flatMap(({ day }) => day ?? []) as IsoDay[];
      const reading = read(match.groups ?? {}, context, before);
      if (!reading) continue;
      const span = [match.index, match.index + match[0].length] as const;
      spans.push(span);
      found.push(withSurroundings({ ...reading, span }, statement));
    }
    rest = blank(rest, spans);
  }
  const inOrder = found.sort((a, b) => a.span[0] - b.span[0]);
  return withoutRanges(withWeekdays(inOrder, statement), statement, context);
}

/** What stands beside a day's words says whether it is one: "around", "not before", "w/c". */
function withSurroundings(one: MailDay, statement: string): MailDay {
  const before = statement.slice(Math.max(0, one.span[0] - 60), one.span[0]).replace(/\s/g, ' ');
  const after = statement.slice(one.span[1], one.span[1] + 25);
  if (NOT_BEFORE.test(before) || (OPEN_BEFORE.test(before) && !ABOUT_BEFORE.test(before) && !UNTIL_BEFORE.test(before)))
    return { ...one, day: null, shift: null, doubt: 'no_day' };
  if (FROM_BEFORE.test(before) || UNTIL_BEFORE.test(before)) return { ...one, doubt: one.doubt ?? 'earliest' };
  if (OPEN_AFTER.test(after)) return { ...one, day: null, shift: null, doubt: 'no_day' };
  if (one.doubt) return one;
  if (WEEK_OF.test(before) && one.day) return { ...one, day: lastWorkdayOf(mondayOf(one.day)), doubt: 'vague' };
  if (WEEK_ENDING.test(before) || ABOUT_BEFORE.test(before) || ABOUT_AFTER.test(after))
    return { ...one, doubt: 'vague' };
  return one;
}

/** "09/12/2026 (Wed)" */
function withWeekdayBehind(one: MailDay, statement: string): MailDay {
  const behind = WEEKDAY_BEHIND.exec(statement.slice(one.span[1]));
  if (!behind || one.day === null || !/\d/.test(statement.slice(...one.span))) return one;
  const doubt = one.doubt ?? (weekdayOf(one.day) === weekdayNamed(behind[1] ?? '') ? null : 'weekday_differs');
  return { ...one, doubt, span: [one.span[0], one.span[1] + behind[0].length] };
}
const WEEKDAY_BEHIND = new RegExp(`^\\s?\\((${WEEKDAY})\\)`, 'iu');

/** "Dec 9, 2026 (Wednesday)" is one day, where it is one. */
function withWeekdays(days: readonly MailDay[], statement: string): MailDay[] {
  const kept: MailDay[] = [];
  for (const found of days) {
    const one = withWeekdayBehind(found, statement);
    const last = kept.at(-1);
    const weekday = weekdayNamed(statement.slice(...one.span).trim());
    const isBeside =
      last?.day != null &&
      weekday >= 0 &&
      /\d/.test(statement.slice(...last.span)) &&
      /^\s*[,(]?\s*$/.test(statement.slice(last.span[1], one.span[0])) &&
      /^\s*(?:[),]|[.]?\s*$)/.test(statement.slice(one.span[1]));
    if (!isBeside || !last?.day) kept.push(one);
    else {
      kept.pop();
      const doubt = last.doubt ?? (weekdayOf(last.day) === weekday ? null : 'weekday_differs');
      kept.push({ ...last, doubt, span: [last.span[0], one.span[1]] });
    }
  }
  return kept;
}

/** "Dec 10 to Dec 14" is one stretch, and its later end counts; "moved from Dec 4 to Dec 14" is two days. */
function withoutRanges(days: readonly MailDay[], statement: string, { promised }: DayContext): MailDay[] {
  const kept: MailDay[] = [];
  for (const one of days) {
    const last = kept.at(-1);
    const isRange =
      last !== undefined &&
      BETWEEN.test(statement.slice(last.span[1], one.span[0])) &&
      !(last.day !== null && promised.includes(last.day)) &&
      !NOT_A_RANGE.test(statement.slice(0, last.span[1])) &&
      (!/and|y|et/i.test(statement.slice(last.span[1], one.span[0])) ||
        /\b(?:between|zwischen|entre)\b[^.]{0,15}$/i.test(statement.slice(0, last.span[0])));
    if (!isRange) kept.push(one);
    else {
      kept.pop();
      const later = last.day && one.day && last.day > one.day ? last.day : one.day;
      const doubt = one.doubt && one.doubt !== 'vague' ? one.doubt : 'vague';
      kept.push({ day: later, shift: one.shift, doubt, span: [last.span[0], one.span[1]] });
    }
  }
  return kept;
}
