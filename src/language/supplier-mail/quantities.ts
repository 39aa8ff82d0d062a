import type { Span } from '../entities/entity.js';
import { countNamed } from './calendar-words.js';

/** A number of units, with its place. */
export interface Quantity {
  readonly value: number;
  readonly span: Span;
  /** Said to be missing: "10 short". */
  readonly isShort: boolean;
}

const UNIT = '(?:pcs|pc|pieces|units?|ea|each|nos|sets?|stk|stück|unidades|uds|pièces|pcs\\.)';
const WORDS = 'two three four five six seven eight nine ten eleven twelve'.split(' ');
/** Round numbers besides, in words. */
const ROUND: Readonly<Record<string, number>> = {
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
};
const COUNTED = new RegExp(
  `(?<![\\p{L}\\p{N}$£€.,#/-]|[$£€]\\s|\\b(?:usd|eur|gbp|inr|rs|rmb|cny|chf|jpy|us)\\.?\\s?)(\\d{1,3}(?:,\\d{3})+|\\d{1,6}|${[...WORDS, ...Object.keys(ROUND)].join('|')})\\s*(${UNIT}(?![\\p{L}]))?(?!\\s*(?:%|percent|days?|weeks?|wks?|months?|hours?|am|pm|usd|eur|pallets?|containers?|kg|lbs?|ft|mm|cm|business|working|calendar|more (?:days|weeks)|lines?|items?|shipments?|batches|lots|parts|others?|of us|st\\b|nd\\b|rd\\b|th\\b)|[\\p{L}\\p{N}]|[.,:/-]\\d|\\s*[€$£])`,
  'giu',
);
const SPEAKS_OF_UNITS =
  /\b(?:only|max(?:imum)?|just|short|instead of|out of|of (?:the|your|our|them|those|\d)|reduce\p{L}*|limit\p{L}*|partial\p{L}*|up to|can (?:only )?(?:ship|supply|deliver|do|send|offer|give|let you have)|available|other|last|remain|left|rest|remaining|remainder|balance|now|today|cut|down|que|disponibles?|nur|restlich\p{L}*|sólo|solo|seulement|qty|quantity|ship|send|have|follow)\b/iu;

const BEFORE_GOODS =
  /^\s*(?:of (?:the|your|our) )?(?:\p{Cc}|(?:on|by|in|at|around) (?:the |early |mid |late )?\p{Cc})/u;
const SPOILT =
  /^[^,;.\d]{0,25}\b(?:broken|broke|damaged|rejected|scrapped|lost|failed|faulty|defective|defekt|beschädigt|cassée?s?|abîmée?s?|rotos?|rotas?|dañad[oa]s?)(?!\p{L})/iu;
const SHORT_BY = /\bshort(?:ed|age)?\b[^,.;]{0,30}\bby\s*$/i;

/** The numbers of units in a text from which days, lines and orders have been blanked. */
export function findQuantities(text: string): Quantity[] {
  const speaks = SPEAKS_OF_UNITS.test(text);
  return [...text.matchAll(COUNTED)].flatMap((match) => {
    const written = (match[1] ?? '').toLowerCase();
    const value = ROUND[written] ?? countNamed(written.replaceAll(',', ''));
    // "24 chairs", "12 on the 16th"
    const isTold = BEFORE_GOODS.test(text.slice(match.index + match[0].length));
    if (!match[2] && !speaks && !isTold) return [];
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 40);
    const before = text.slice(Math.max(0, match.index - 40), match.index);
    const isShort =
      SHORT_BY.test(before) ||
      SPOILT.test(after) ||
      /^\s*(?:units? |pcs |pieces )?(?:short|missing|fehlen)\b/i.test(after) ||
      /\b(?:short(?:ed)?(?: ?-?shipp?(?:ed|ing)?)?(?: by| of)?|shortage of|missing|reduced by|cut by|less)\s*$/i.test(
        before,
      );
    const isOld =
      /\b(?:instead of|rather than|out of|of the|of your|of our|(?<!(?:balance|rest|remainder|quantity|allocation|remaining) )of|from|from (?:the|your|our)|ordered)\s*$/i.test(
        before,
      );
    return isOld ? [] : [{ value, span: [match.index, match.index + match[0].length] as const, isShort }];
  });
}

/** What is left of an order after a first part. */
export const REST =
  /\b(?:the )?(?:last (?:\d+|two|three|four|five|six|seven|eight|nine|ten|dozen)|rest|remaining|remainder|(?<!pay(?:ment of)? (?:the |your |off the )?)balance|second (?:half|part|shipment|batch|lot)|other (?:half|\d+)|outstanding|restliche\p{L}*|resto|reste|solde)\b/iu;
/** A first part that goes ahead. */
export const FIRST_PART =
  /\b(?:half|part(?:ial(?:ly)?|s)?|some|a few|first (?:half|part|shipment|batch|lot)|two (?:shipments|batches|lots|parts|deliveries)|split|teil\p{L}*|parcial\p{L}*|partiel\p{L}*)\b/iu;
export const RIGHT_NOW =
  /\b(?:now|today|immediately|right away|at once|from stock|in stock|ready|already|sofort|ahora|maintenant)\b/i;
