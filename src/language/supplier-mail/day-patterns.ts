import { dayAfter, dayOf, weekdayOf } from '../entities/calendar-day.js';
import { COUNT, FULL_WEEKDAY, MONTH, monthNamed, WEEKDAY, weekdayNamed } from './calendar-words.js';
import {
  lastOfMonth,
  monthYear,
  nextWeeks,
  type Read,
  readAhead,
  readBare,
  readNamed,
  readNumeric,
  readPart,
  readShift,
  readWeek,
  readWeekday,
} from './day-readers.js';
import { noDay, relative, sure, vague } from './mail-day.js';
import { lastWorkdayOf, mondayOf } from './week-of-year.js';

const TH = '(?:st|nd|rd|th|\\.|er|º|ª)?';
const YEAR = "(?:,?[ ]?(?:de_)?(?<year>20\\d\\d|'\\d\\d))?";
const ON = `(?:(?<weekday>${WEEKDAY}),?_(?:the_|den_|le_|el_|dem_)?)?`;
const TO = '~(?:-|to|or|and|through|thru|until|till|bis|y|et|\\/|or_the|and_the|to_the)~';
const UNIT_AFTER = '(?!~(?:pcs|units?|pieces|ea\\b|x\\b|%|of_them|nos\\b|sets\\b|boxes\\b|cartons\\b|pallets\\b))';
/** What may follow "the 14th": anything else makes it "the 2nd shipment". */
const CLOSED =
  '(?=~(?:$|[.,;:!?)\\n>]|-|(?:except|which|since|that|while|whereas|unless|provided|subject|per|and|or|at|as|if|to|for|from|but|instead|with|latest|in|via|by|is|are|now|then|because|due|not|rather|when|so|the|we|it|this|works|please|morning|afternoon|noon|eod)\\b))';
const WHICH_MONTH = '(?:_of)?(?:_(?<which>this|next)_month|_(?:the_)?month)?';
const UNIT =
  '(?<unit>fortnights?|(?:calendar|business|working)_days?|work(?:ing)?days?|days?|weeks?|wks?|months?|tage?n?|wochen?|monate?n?|jours?|semaines?|mois|d[ií]as?|semanas?|mes(?:es)?)';
const HEDGE =
  '(?<hedge>about|around|approx(?:imately|\\.)?|roughly|some|another|a_further|up_to|at_least|maybe|probably|ca\\.?|circa|etwa|environ|unos|unas|~)';
const SPAN = `(?:(?<from>${COUNT})~(?:-|to|or|bis)~)?(?<count>${COUNT})(?:-|_)~${UNIT}(?![\\p{L}])`;
const PART =
  '(?<part>early|beginning_of|start_of|first_half_of|mid|middle_of|end_of|late|second_half_of|last_week_of|latter_part_of|ende|mitte|anfang|fin_de|fin|finales_de|mediados_de|principios_de|début|mi|(?<nth>first|second|third|fourth|1st|2nd|3rd|4th)_week_(?:of|in))';

const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];

/** The longer before the shorter: what one takes is gone for the next. `_` stands for a space, `~` for an optional one. */
export const DAY_PATTERNS: readonly (readonly [pattern: string, read: Read])[] = [
  [
    `${ON}(?<year>20\\d\\d)[-/.](?<first>\\d{1,2})[-/.](?<second>\\d{1,2})`,
    ({ year, first, second, weekday }) => {
      const day = dayOf(Number(year), Number(first), Number(second));
      return day && weekday && weekdayOf(day) !== weekdayNamed(weekday)
        ? { day, shift: null, doubt: 'weekday_differs' }
        : sure(day);
    },
  ],
  [
    `(?<month>${MONTH})_\\d{1,2}${TH}${TO}(?<day>\\d{1,2})${TH}(?!~(?:on|by|in|at|pcs|pieces|units?|of|more|will)\\b)${YEAR}`,
    (groups, context, before) => vague(readNamed(groups, context, before)?.day ?? null),
  ],
  [
    `\\d{1,2}${TH}${TO}(?<day>\\d{1,2})${TH}(?:-|_)(?:of_|de_)?(?<month>${MONTH})${YEAR}`,
    (groups, context, before) => vague(readNamed(groups, context, before)?.day ?? null),
  ],
  [
    `\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?~-~(?<first>\\d{1,2})(?<dot>[/])(?<second>\\d{1,2})(?:/(?<year>20\\d\\d|\\d\\d))?`,
    (groups, context, before) => {
      const read = readNumeric(groups, context, before);
      return read?.day ? vague(read.day) : read;
    },
  ],
  [
    `${ON}(?<month>${MONTH})(?:[-.]|_)~(?:the_)?(?<day>\\d{1,2})${TH}(?:_?\\((?<beside>${WEEKDAY})\\))?(?:,?(?:-|_)~(?:de_)?(?<year>20\\d\\d|'\\d\\d))?${UNIT_AFTER}`,
    readNamed,
  ],
  [
    `${ON}(?:the_)?(?<day>\\d{1,2})${TH}(?:-|_)?~(?:of_|de_)?(?<month>${MONTH})(?:[-,]?(?:-|_)?(?:de_)?(?<year>20\\d\\d|'\\d\\d|(?<=-)\\d\\d))?`,
    readNamed,
  ],
  [`${ON}(?<first>\\d{1,2})(?<dot>[/.-])(?<second>\\d{1,2})\\k<dot>(?<year>20\\d\\d|\\d\\d)`, readNumeric],
  [
    `${ON}(?<first>\\d{1,2})(?<dot>/)(?<second>\\d{1,2})(?!~(?:of\\b|inch|"))`,
    (groups, context, before) =>
      groups.first === '24' && groups.second === '7' ? null : readNumeric(groups, context, before),
  ],
  [
    `(?:am|zum|bis|ab|vom|den|termin:?)_${ON}(?<first>\\d{1,2})(?<dot>\\.)(?<second>\\d{1,2})\\.?`,
    (groups, context, before) => (context.writesDots ? readNumeric(groups, context, before) : null),
  ],
  [
    `${ON}(?<first>\\d{1,2})(?<dot>\\.)(?<second>\\d{1,2})\\.(?!\\d)`,
    (groups, context, before) =>
      // nobody who begins with the month writes a dot behind the day
      Number(groups.second) > 12
        ? null
        : readNumeric(groups, { ...context, order: context.order ?? 'day-first' }, before),
  ],
  [
    '(?<day>\\d{1,2})[-./_](?<roman>x{0,1}(?:ix|iv|v?i{1,3}|v|x)|x)[-./_](?<year>20\\d\\d)',
    ({ day, roman = '', year }) => sure(dayOf(Number(year), ROMAN.indexOf(roman.toLowerCase()) + 1, Number(day))),
  ],
  [
    `(?:c\\.?w\\.?|k\\.?w\\.?|wk\\.?|(?:calendar_)?week|kalenderwoche|woche|semaine|semana)~(?:no\\.?|nr\\.?|#)?[-.:]?~(?<week>\\d{1,2})(?!_(?:days?|weeks?|pcs|units))(?:~[/-]~(?:(?<year>20\\d\\d)|(?:c\\.?w\\.?|k\\.?w\\.?|wk)?~(?<second>\\d\\d?))|_(?:of_|in_)?(?<yy>20\\d\\d))?`,
    readWeek,
  ],
  [
    `${PART}(?:(?:-|_))(?:the_|der_|la_|le_)?(?<what>(?:next_|this_|the_following_|nächster?_|kommender?_)?(?:month|week|year|quarter|woche|monat|jahr|semana|semaine|mes|mois)(?:_que_viene|_prochaine?)?)`,
    readPart,
  ],
  [`${PART}(?:-|_)(?:the_)?(?<what>(?<month>${MONTH}))${YEAR}`, readPart],
  [
    '(?<part>eo)(?<what>m|w|y)',
    ({ what }, context, before) =>
      readPart(
        { part: 'end', what: { m: 'month', w: 'week', y: 'year' }[what?.toLowerCase() ?? 'm'] },
        context,
        before,
      ),
  ],
  [
    '(?:the_)?day_after_tomorrow|übermorgen|pasado_mañana|après-demain',
    (_groups, { sentOn }) => relative(dayAfter(sentOn, 2)),
  ],
  [
    'tomorrow|tmrw|tmr|demain|mañana(?!_por)|(?<!guten\\s|schönen\\s)morgen(?=[\\s.,!]|$)',
    (_groups, { sentOn }) => relative(dayAfter(sentOn, 1)),
  ],
  ["today|tonight|heute|aujourd'hui|hoy", (_groups, { sentOn }) => relative(sentOn)],
  [
    'yesterday|gestern|hier(?!_(?:ist|sind|die|der|das|wird|werden|ein|eine|noch|mein|unser|nun|finden|bei|kommt|geht))|ayer|ieri|gisteren',
    (_groups, { sentOn }) => sure(dayAfter(sentOn, -1)),
  ],
  [`${ON}(?:the_)?(?<day>\\d{1,2})(?:st|nd|rd|th)(?!\\s*[:)])${WHICH_MONTH}${CLOSED}`, readBare],
  [
    `(?:${HEDGE}_)?${SPAN}'?s?'?_(?:(?<early>sooner|earlier|early(?!_)|ahead|before_schedule|in_advance|früher)|later|late(?!\\p{L})|delay(?:ed)?|slip(?:page)?|behind|after_(?:the_)?(?:planned|promised|original|scheduled|agreed)\\p{L}*|past_(?:the_)?(?:planned|promised|original|scheduled|agreed|due)\\p{L}*|später|verspätung|verzögerung|verspätet|plus_tard|de_retard|de_retraso|más_tarde)`,
    readShift,
  ],
  [
    `(?:delay|slip|late|behind|push|postpone|move|set_back|verspätet_sich|verzögert_sich|retraso|retard)\\p{L}{0,6}(?:_[^\\s.,;]{1,30}){0,4}?(?:_(?:by|of|um|de))?_(?:${HEDGE}_)?${SPAN}`,
    readShift,
  ],
  [`(?:in|within|dans|en|innerhalb_von)_(?:the_next_|the_coming_)?(?:${HEDGE}_)?${SPAN}`, readAhead],
  [`${SPAN}_from_(?:now|today)`, readAhead],
  [
    '(?<after>)(?:in_)?(?:the_)?(?:next|following|coming)_week(?!_?days?)|nächste_woche|(?:la_)?próxima_semana|la_semana_que_viene|la_semaine_prochaine',
    (_groups, context, before) => nextWeeks({}, context, before),
  ],
  ['(?<after>the_week_after(?:_next)?|übernächste_woche)', nextWeeks],
  [
    '(?:later_)?this_week|diese_woche|esta_semana|cette_semaine',
    (_groups, { sentOn }) => vague(lastWorkdayOf(mondayOf(sentOn))),
  ],
  [
    '(?<which>next|this)_month|nächsten_monat|el_próximo_mes|le_mois_prochain',
    ({ which }, context, before) =>
      readPart({ part: 'end', what: which?.toLowerCase() === 'this' ? 'month' : 'next month' }, context, before),
  ],
  [
    '(?<!\\p{L})q(?<quarter>[1-4])(?:[ /-]?(?<year>20\\d\\d))?',
    ({ quarter, year }, { sentOn }) =>
      vague(lastOfMonth(monthYear(3 * Number(quarter), year, sentOn), 3 * Number(quarter))),
  ],
  [
    `(?:in|during|until|till|by|for|to|be|sometime_in|im|en|bis)_(?<month>${MONTH})${YEAR}(?!_?\\d)`,
    ({ month = '', year }, { sentOn }) =>
      vague(lastOfMonth(monthYear(monthNamed(month), year, sentOn), monthNamed(month))),
  ],
  [
    `(?<which>this_coming|this|next|last|past|coming|nächsten|nächster|prochain|próximo)_(?<weekday>${WEEKDAY})`,
    readWeekday,
  ],
  [`(?<weekday>${FULL_WEEKDAY})(?!\\p{L})`, readWeekday],
  [`(?<=(?:on|by|until|till|for|ships?|eta:?)\\s)(?<weekday>${WEEKDAY})(?=\\W|$)`, readWeekday],
  [
    "(?:before|after|by|until|over|post)_(?:the_)?(?:christmas|xmas|holidays?|new_year'?s?|thanksgiving|easter|chinese_new_year|lunar_new_year|cny|weihnachten|navidad|noël)",
    () => noDay,
  ],
  [
    'soon|shortly|a\\.?s\\.?a\\.?p\\.?|(?:in_)?(?:the_)?(?:coming|next_few|next_couple_of|few|couple_of|several|some)_(?:days|weeks|months)|in_due_course|demnächst|bald|pronto|bientôt',
    () => noDay,
  ],
];
