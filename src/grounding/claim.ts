import type { Currency } from '../domain/kernel/money.js';

/** Something a reply says that must rest on a fact. */
export type ReadClaim =
  | {
      readonly kind: 'date';
      readonly month: number;
      readonly day: number;
      readonly year: number | null;
      readonly weekday: number | null;
    }
  /** A weekday by itself, at most so many days from today as its words leave. */
  | { readonly kind: 'weekday'; readonly weekday: number; readonly from: number; readonly to: number }
  /** "the 14th", "Friday the 14th": a day without its month. */
  | { readonly kind: 'day_of_month'; readonly day: number; readonly weekday: number | null }
  /** "in early December": some day of a month, from and to these days of it. */
  | {
      readonly kind: 'month';
      readonly month: number;
      readonly year: number | null;
      readonly from: number;
      readonly to: number;
    }
  /** Counted from today: "tomorrow" is 1…1, "next week" 7 days or so. */
  | { readonly kind: 'relative'; readonly from: number; readonly to: number }
  /** In one of these currencies: a bare "$" may be any dollar. */
  | { readonly kind: 'money'; readonly cents: number; readonly currencies: readonly Currency[] }
  | { readonly kind: 'percent'; readonly value: number }
  /** "3 in 4", "three out of four" as `3 in 4`. */
  | { readonly kind: 'odds'; readonly value: string }
  /** In capitals. */
  | { readonly kind: 'code'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number };
export type Claim = ReadClaim & {
  readonly text: string;
  /** Where its words begin in the text as the guard reads it. */
  readonly at: number;
};

/** A way of saying something: what it looks like, and what it claims. Null: it only looked like it. */
export type Reader = readonly [
  pattern: RegExp,
  read: (found: RegExpMatchArray) => ReadClaim | readonly ReadClaim[] | null,
];
