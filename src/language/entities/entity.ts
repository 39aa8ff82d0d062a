/** Where something stands in the message: start (inclusive) and end (exclusive), in UTF-16 units. */
export type Span = readonly [start: number, end: number];

/**
 * Something a message names, with its words and place. `certain` is false when the same characters may be something
 * else: a bare 97201 is offered as an order number and as a postcode, and the desk tries what it asked for.
 */
export type Entity = { readonly text: string; readonly span: Span; readonly certain: boolean } & EntityValue;

export type EntityValue =
  /** Upper case without `#`, spaces and the word "order": `1042`, `BD-1042`. */
  | { readonly kind: 'orderNumber'; readonly value: string }
  /** Lower case. */
  | { readonly kind: 'email'; readonly value: string }
  /** E.164 where the number is complete (`+15035550123`), otherwise its digits as written. */
  | { readonly kind: 'phone'; readonly value: string }
  /** `97201`, `97201-1234`, `SW1A 1AA`, `K1A 0B1`, `560034`, `2000`. */
  | { readonly kind: 'postcode'; readonly value: string; readonly country: 'US' | 'GB' | 'CA' | 'IN' | 'AU' }
  /** Upper case: `LEN-50`. */
  | { readonly kind: 'sku'; readonly value: string }
  /** A place in a list that was shown: 1 is the first. */
  | { readonly kind: 'ordinal'; readonly value: number | 'last' | 'other' | 'both' | 'all' | 'cheapest' | 'dearest' }
  | { readonly kind: 'quantity'; readonly value: number }
  /** In hundredths of the unit: "$19.99" is 1,999. */
  | { readonly kind: 'amount'; readonly value: number; readonly unit: 'dollar' | 'pound' | 'euro' | 'rupee' }
  | { readonly kind: 'percent'; readonly value: number }
  /** A tone or a matter that decides who should answer; 2 is the stronger. */
  | { readonly kind: SignalKind; readonly value: 1 | 2 };

export type SignalKind = 'frustration' | 'urgency' | 'legal' | 'safety';

/** An entity for a regular expression's match, or for one capture that stands at its end. */
export function entityAt(found: Entity['text'], start: number, certain: boolean, value: EntityValue): Entity {
  const span: Span = [start, start + found.length];
  return Object.assign(value, { text: found, span, certain });
}

/** A character that is neither a space nor part of a word, so that nothing is read across it. */
const BLANK = '\u0001';

/** The text with some spans blanked out, so that what is read already is not read twice. Offsets stay the same. */
export function blank(text: string, spans: readonly Span[]): string {
  let result = text;
  for (const [start, end] of spans) result = result.slice(0, start) + BLANK.repeat(end - start) + result.slice(end);
  return result;
}

export const spansOf = (entities: readonly Entity[]): Span[] => entities.map(({ span }) => span);
