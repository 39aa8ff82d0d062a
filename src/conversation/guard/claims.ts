/** Something a reply says that must rest on a fact. `span` is its place in the text. */
export type Claim = { readonly text: string; readonly span: readonly [number, number] } & (
  | {
      readonly kind: 'date';
      readonly month: number;
      readonly day: number;
      readonly year: number | null;
      readonly weekday: number | null;
    }
  | { readonly kind: 'weekday'; readonly weekday: number }
  /** "the 14th": a day without its month. */
  | { readonly kind: 'day_of_month'; readonly day: number }
  /** Counted from today: "tomorrow" is 1…1, "next week" 7 days or so. */
  | { readonly kind: 'relative'; readonly from: number; readonly to: number }
  | { readonly kind: 'money'; readonly cents: number }
  | { readonly kind: 'percent'; readonly value: number }
  | { readonly kind: 'code'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
);

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const DAY = '(sun(?:day)?|mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?)';
const WORDS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const COUNT = `(\\d{1,3}|an?|a couple of|a few|${WORDS.slice(1).join('|')})`;

type Reader = readonly [pattern: RegExp, read: (found: RegExpExecArray) => ReadClaim | null];
type ReadClaim = Claim extends infer C ? (C extends Claim ? Omit<C, 'text' | 'span'> : never) : never;

const month = (name: string | undefined): number => MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1;
const weekday = (name: string | undefined): number | null =>
  name ? DAYS.indexOf(name.slice(0, 3).toLowerCase()) : null;
const year = (text: string | undefined): number | null =>
  text ? Number(text.length === 2 ? `20${text}` : text) : null;
const count = (text: string | undefined): number => {
  const word = (text ?? '').toLowerCase();
  if (/^\d+$/.test(word)) return Number(word);
  if (word.startsWith('a ')) return word === 'a few' ? 3 : 2;
  return Math.max(1, WORDS.indexOf(word));
};

/** In this order: what one reader takes is gone for the next. Every pattern is linear in the text. */
const READERS: readonly Reader[] = [
  [
    new RegExp(`\\b(?:${DAY}[a-z]*\\.?,? )?${MONTH}\\.? (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?\\b`, 'gi'),
    ([, day, name, date, y]) => ({
      kind: 'date',
      month: month(name),
      day: Number(date),
      year: year(y),
      weekday: weekday(day),
    }),
  ],
  [
    new RegExp(
      `\\b(?:${DAY}[a-z]*\\.?,? )?(?:the )?(\\d{1,2})(?:st|nd|rd|th)? (?:of )?${MONTH}\\b\\.?(?:,? (\\d{4}))?`,
      'gi',
    ),
    ([, day, date, name, y]) => ({
      kind: 'date',
      month: month(name),
      day: Number(date),
      year: year(y),
      weekday: weekday(day),
    }),
  ],
  [
    /\b(\d{4})-(\d{2})-(\d{2})\b/g,
    ([, y, m, d]) => ({ kind: 'date', month: Number(m), day: Number(d), year: Number(y), weekday: null }),
  ],
  [
    /\b(\d{1,2})\/(\d{1,2})(?:\/(\d{4}|\d{2}))?\b/g,
    ([, m, d, y]) => ({ kind: 'date', month: Number(m), day: Number(d), year: year(y), weekday: null }),
  ],
  [
    /(?<![A-Z0-9])(?:US|CA|A)?[$€£]\s?(\d[\d,]*)(?:\.(\d{1,2}))?/gi,
    ([, whole, part]) => ({ kind: 'money', cents: cents(whole, part) }),
  ],
  [
    /\b(\d[\d,]*)(?:\.(\d{2}))? ?(?:dollars?|bucks|usd|euros?|pounds?)\b/gi,
    ([, whole, part]) => ({ kind: 'money', cents: cents(whole, part) }),
  ],
  [/\b(\d+(?:\.\d+)?) ?(?:%|per ?cent\b)/gi, ([, value]) => ({ kind: 'percent', value: Number(value) })],
  [
    new RegExp(`\\b(?:in|within|about|another|next) ${COUNT} (?:business |working )?days?\\b`, 'gi'),
    ([, n]) => ({ kind: 'relative', from: count(n), to: count(n) }),
  ],
  [
    new RegExp(`\\b(?:in|within|about|another|next) ${COUNT} weeks?\\b`, 'gi'),
    ([, n]) => ({ kind: 'relative', from: 7 * count(n) - 3, to: 7 * count(n) + 3 }),
  ],
  [
    new RegExp(`\\b(?:in|within|about|another|next) ${COUNT} months?\\b`, 'gi'),
    ([, n]) => ({ kind: 'relative', from: 30 * count(n) - 7, to: 30 * count(n) + 7 }),
  ],
  [/\btomorrow\b/gi, () => ({ kind: 'relative', from: 1, to: 1 })],
  [/\b(?:yesterday)\b/gi, () => ({ kind: 'relative', from: -1, to: -1 })],
  [/\b(?:this|end of the|later this) week\b/gi, () => ({ kind: 'relative', from: 0, to: 6 })],
  [/\bnext week\b/gi, () => ({ kind: 'relative', from: 1, to: 13 })],
  [/\b(?:this|end of the|later this) month\b/gi, () => ({ kind: 'relative', from: 0, to: 30 })],
  [/\bnext month\b/gi, () => ({ kind: 'relative', from: 1, to: 61 })],
  [/\bthe (\d{1,2})(?:st|nd|rd|th)\b/gi, ([, d]) => ({ kind: 'day_of_month', day: Number(d) })],
  [
    new RegExp(`\\b(?:by|on|until|till|before|this|next|coming|for) ${DAY}\\b`, 'gi'),
    ([, day]) => ({ kind: 'weekday', weekday: weekday(day) ?? 0 }),
  ],
  [
    /\b(sunday|monday|tuesday|wednesday|thursday|friday|saturday)s?\b/gi,
    ([, day]) => ({ kind: 'weekday', weekday: weekday(day) ?? 0 }),
  ],
  [
    /[A-Z0-9]+(?:-[A-Z0-9]+)*/g,
    ([code]) => (/\d/.test(code) && /[A-Z]/.test(code) && code.length >= 4 ? { kind: 'code', value: code } : null),
  ],
  [/\d[\d,]*(?:\.\d+)?/g, ([digits]) => ({ kind: 'number', value: Number(digits.replaceAll(',', '')) })],
];

const cents = (whole = '0', part = '0'): number =>
  Number(whole.replaceAll(',', '')) * 100 + Number(part.padEnd(2, '0'));

/** Every date, amount, percentage, code and number a text says, in no particular order. */
export function readClaims(text: string): Claim[] {
  const claims: Claim[] = [];
  let rest = text;
  for (const [pattern, read] of READERS) {
    rest = rest.replace(pattern, (...args: unknown[]) => {
      const found = args.filter((arg) => typeof arg !== 'object') as unknown as RegExpExecArray;
      const offset = Number(args.findLast((arg) => typeof arg === 'number'));
      const whole = String(args[0]);
      const claim = read(found);
      if (!claim) return whole;
      claims.push({ ...claim, text: whole, span: [offset, offset + whole.length] } as Claim);
      return ' '.repeat(whole.length);
    });
  }
  return claims;
}
