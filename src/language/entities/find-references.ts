import { matchesOf } from '../matches.js';
import { type Entity, type EntityValue, entityAt } from './entity.js';

type Place = Extract<EntityValue, { kind: 'ordinal' }>['value'];

const PLACES = new Map<string, Place>([
  ['first', 1],
  ['1st', 1],
  ['second', 2],
  ['2nd', 2],
  ['third', 3],
  ['3rd', 3],
  ['fourth', 4],
  ['4th', 4],
  ['fifth', 5],
  ['5th', 5],
  ['last', 'last'],
  ['bottom', 'last'],
  ['top', 1],
  ['other', 'other'],
  ['both', 'both'],
  ['former', 1],
  ['latter', 'last'],
  ['cheaper', 'cheapest'],
  ['cheapest', 'cheapest'],
  ['less expensive', 'cheapest'],
  ['least expensive', 'cheapest'],
  ['dearer', 'dearest'],
  ['dearest', 'dearest'],
  ['pricier', 'dearest'],
  ['more expensive', 'dearest'],
  ['most expensive', 'dearest'],
]);
const NUMBERS = ['a', 'one', 'two', 'three', 'four', 'five'];
const PLACE =
  '(first|1st|second|2nd|third|3rd|fourth|4th|fifth|5th|last|bottom|top|other|former|latter|cheaper|cheapest|less expensive|least expensive|dearer|dearest|pricier|more expensive|most expensive)';
const THING = '(?:one|item|product|option|choice|line|order|thing|article)';
const ORDINALS = [
  new RegExp(`\\b${PLACE} ${THING}(?!\\w)`, 'gi'),
  // "before the 3rd" is a day
  new RegExp(
    `(?<!\\b(?:by|before|until|till|on) )\\b(?:the|my) ${PLACE}(?= *(?:$|[.,;!?]|please|pls|and|not|then|thanks))`,
    'gi',
  ),
  new RegExp(`^ *${PLACE}(?= *[.!]? *$)`, 'gi'),
  new RegExp(`\\b(?:the |my )?${PLACE}(?= of (?:the )?(?:two|both|three|those|them|these|lot)\\b)`, 'gi'),
  // the second of two: "the 1st and 3rd"
  new RegExp(
    `(?<=\\b(?:first|1st|second|2nd|third|3rd) (?:and|&) )(?:the )?${PLACE}(?= *(?:$|[.,;!?]|please|pls|one))`,
    'gi',
  ),
  /(?<!\bnot )\b(both)(?: of (?:them|those|these))?(?!\w)/gi,
];
const ALL =
  /(?<!\bnot )\b(?:all (?:of (?:it|them|those)|items|three|four|five)|(?:them|it) all|everything|the (?:whole|entire) (?:thing|order|lot)|the lot)\b/gi;
const NUMBERED = /(?:\b(?:option|item|line|choice|number|no\.?) ?#?|#)(\d{1,2})(?![\w%.-])/gi;

/** A lone "all" answers which one is meant. */
const BARE_ALL = /^ *all(?= *(?:please|pls)? *[.!]? *$)/gi;
const NUMBERED_IN_WORDS =
  /\b(?:option|item|choice|number) (one|two|three|four|five)(?![\w-]| (?:zero|oh|one|two|three|four|five|six|seven|eight|nine))/gi;
const LETTERED = /\b(?:option|choice) ([a-e])(?!\w)/gi;

/** Every word that one of them has. */
const MAY_REFER =
  /\d|\b(?:first|second|third|fourth|fifth|last|bottom|top|other|former|latter|cheap|dear|pricier|expensive|both|all|everything|whole|entire|lot|option|choice|item|number)/i;

/** What points at something shown before: "the second one", "the last", "the other one", "both", "option 2". */
export function findReferences(text: string): Entity[] {
  if (!MAY_REFER.test(text)) return [];
  const places = ORDINALS.flatMap((shape) =>
    matchesOf(text, shape).flatMap((match) => {
      const value = PLACES.get((match[1] as string).toLowerCase());
      return value === undefined ? [] : [ordinal(match[0], match.index, value)];
    }),
  );
  const all = matchesOf(text, ALL).map((match) => ordinal(match[0], match.index, 'all'));
  const bare = matchesOf(text, BARE_ALL).map((match) => ordinal(match[0], match.index, 'all'));
  const numbered = matchesOf(text, NUMBERED).map((match) => ordinal(match[0], match.index, Number(match[1])));
  const worded = matchesOf(text, NUMBERED_IN_WORDS).map((match) =>
    ordinal(match[0], match.index, NUMBERS.indexOf((match[1] as string).toLowerCase())),
  );
  const lettered = matchesOf(text, LETTERED).map((match) =>
    ordinal(match[0], match.index, 'abcde'.indexOf((match[1] as string).toLowerCase()) + 1),
  );
  return [...places, ...all, ...bare, ...numbered, ...worded, ...lettered];
}

const ordinal = (text: string, start: number, value: Place): Entity =>
  entityAt(text, start, true, { kind: 'ordinal', value });

const SKU =
  /(?<![\w-])(?=[a-z-]{0,14}\d|[a-z]{2,6}-)[a-z]{2,6}-(?=[a-z\d-]*\d)[a-z\d]{1,8}(?:-[a-z\d]{1,8})?(?![\w-])/gi;

/** Stock keeping units as shops write them: letters, a hyphen, something with a digit (`LEN-50`, `TRI-9-BLK`). */
export function findSkus(text: string): Entity[] {
  if (!text.includes('-')) return [];
  return matchesOf(text, SKU).map((match) =>
    entityAt(match[0], match.index, false, { kind: 'sku', value: match[0].toUpperCase() }),
  );
}
