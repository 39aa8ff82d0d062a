import type { Cell } from './statements.js';

/** What a column of a table holds, by its heading. */
export type Column =
  | 'line'
  | 'item'
  | 'order'
  | 'ordered'
  | 'quantity'
  | 'arrives'
  | 'ships'
  | 'date'
  | 'old'
  | 'other';

const HEADINGS: readonly (readonly [Column, RegExp])[] = [
  [
    'ordered',
    /^ord(?:er(?:ed)?)?\.?$|(?:ord(?:er(?:ed)?)?|po|open|bestell)\.?[ -]?(?:qty|quantity|menge)|(?:qty|quantity) ordered|^ordered$/i,
  ],
  ['other', /(?:back-?order|shipped|received|open|balance)[ -]?(?:qty|quantity)?$|price|amount|total|cost|tracking/i],
  [
    'quantity',
    /^(?:conf(?:irmed|\.)?|ack|avail(?:able)?\.?|alloc(?:ated)?)$|qty|quantity|^pcs$|units|menge|cantidad|quantité|^q'?ty/i,
  ],
  [
    'old',
    /^(?:was|before|bisher|alt)$|(?:original|old|previous|request|requir|promis|due|need|want|customer|current|was\b|order|po|planned)\w*[ -]?(?:ship |delivery |arrival )?(?:date|eta|etd|week)?$/i,
  ],
  ['arrives', /arriv|deliver|^eta|dock|in[ -]hand|liefer|entrega|livraison/i],
  ['ships', /ship|etd|esd|dispatch|despatch|ex[ -]?works|leave|versand/i],
  [
    'date',
    /^(?:now|after|neu|nuevo|nueva|nouveau|nouvelle|nuova|nuovo|nieuw)$|date|new|revised|confirmed|expected|updated|termin|week|when|schedule|fecha|status|remark|comment|note/i,
  ],
  [
    'line',
    /^(?:s\.? ?no\.?|sr\.? ?no\.?|sl\.? ?no\.?|line|ln|pos\.?|position|item ?(?:no\.?|#)|#|no\.?|zeile|line ?(?:no\.?|#|item))$/i,
  ],
  ['item', /sku|part|style|item|article|product|code|model|artikel|desc|name|bezeichnung|material/i],
];
const IS_ORDER = /^(?:po|p\.o\.|purchase order|order(?: ?(?:no\.?|number|#))?|po ?(?:no\.?|number|#))$/i;

/** The columns of a row of headings; null for any other row. */
export function readHeadings(cells: readonly Cell[]): Column[] | null {
  const columns = cells.map(({ text }): Column | null => {
    if (text.length > 32 || /\d{2,}/.test(text)) return null;
    return IS_ORDER.test(text) ? 'order' : (HEADINGS.find(([, words]) => words.test(text))?.[0] ?? null);
  });
  const known = columns.filter((column) => column !== null).length;
  if (known < 2 || known < cells.length - 1) return null;
  const hasNewDate = columns.some((column) => column === 'date' || column === 'ships' || column === 'arrives');
  return columns.map((column) => (column === 'old' && !hasNewDate ? 'date' : (column ?? 'other')));
}
