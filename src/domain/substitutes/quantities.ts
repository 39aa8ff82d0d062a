/** A number with what it measures, in that dimension's base unit. `dimension` is `plain` where no unit stands. */
export interface Quantity {
  readonly dimension: string;
  readonly value: number;
}

/** Unit → dimension and factor to its base unit (mm, g, W, Ah, Wh, GB, ml, Hz, V, A, minute …). */
const UNITS: Readonly<Record<string, readonly [dimension: string, factor: number]>> = {
  ...family('length', {
    mm: 1,
    cm: 10,
    m: 1000,
    metre: 1000,
    meter: 1000,
    km: 1e6,
    inch: 25.4,
    in: 25.4,
    '"': 25.4,
    ft: 304.8,
    foot: 304.8,
    feet: 304.8,
    yd: 914.4,
  }),
  ...family('mass', {
    mg: 0.001,
    g: 1,
    gram: 1,
    gm: 1,
    kg: 1000,
    kilogram: 1000,
    oz: 28.35,
    ounce: 28.35,
    lb: 453.6,
    pound: 453.6,
  }),
  ...family('power', { mw: 0.001, w: 1, watt: 1, kw: 1000, hp: 745.7 }),
  ...family('charge', { mah: 0.001, ah: 1 }),
  ...family('energy', { wh: 1, kwh: 1000 }),
  ...family('storage', { kb: 1e-6, mb: 0.001, gb: 1, tb: 1000 }),
  ...family('volume', {
    ml: 1,
    cl: 10,
    dl: 100,
    l: 1000,
    liter: 1000,
    litre: 1000,
    floz: 29.57,
    gal: 3785,
    gallon: 3785,
    qt: 946,
    quart: 946,
    pint: 473,
  }),
  ...family('frequency', { hz: 1, khz: 1e3, mhz: 1e6, ghz: 1e9 }),
  ...family('voltage', { v: 1, volt: 1, kv: 1000 }),
  ...family('current', { ma: 0.001, amp: 1 }),
  ...family('time', { sec: 1 / 60, second: 1 / 60, min: 1, minute: 1, h: 60, hr: 60, hour: 60, day: 1440 }),
  ...family('pixels', { mp: 1, megapixel: 1 }),
  ...family('speed', { mbps: 1, gbps: 1000 }),
  ...family('light', { lm: 1, lumen: 1 }),
  ...family('heat', { btu: 1 }),
  ...family('turns', { rpm: 1 }),
  ...family('pack', { pack: 1, pk: 1, pc: 1, pcs: 1, piece: 1, count: 1, ct: 1, set: 1, roll: 1, sheet: 1 }),
  ...family('percent', { '%': 1, percent: 1 }),
};

function family(dimension: string, units: Readonly<Record<string, number>>) {
  return Object.fromEntries(Object.entries(units).map(([unit, factor]) => [unit, [dimension, factor] as const]));
}

const NUMBER = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:[./]\d+)?`;
const MEASURE = new RegExp(
  String.raw`(?<![\p{L}\d.])(${NUMBER})(?:\s*[-x×*]\s*(${NUMBER}))?(?:\s*[-x×*]\s*(${NUMBER}))?[\s-]?(fl\.? ?oz|[a-z]+|["%])?`,
  'giu',
);
const PACK_OF = /\b(?:pack|set|box|case|lot) of (\d+)\b/gi;

/**
 * The quantities a text names: "1 TB" and "1000GB" are the same one. Of "24-70 mm" and "10 x 20 cm" every number, with
 * the unit that stands behind the last. Numbers without a known unit only when `orPlain`.
 */
export function readQuantities(text: string, orPlain = false): Quantity[] {
  const found: Quantity[] = [...text.matchAll(PACK_OF)].map(([, count]) => ({
    dimension: 'pack',
    value: Number(count),
  }));
  for (const [, first, second, third, written = ''] of text.replace(PACK_OF, ' ').matchAll(MEASURE)) {
    const unit = unitOf(written);
    if (!unit && !orPlain) continue;
    const [dimension, factor] = unit ?? ['plain', 1];
    for (const number of [first, second, third])
      if (number !== undefined) found.push({ dimension, value: toNumber(number) * factor });
  }
  return found.filter(({ value }) => Number.isFinite(value));
}

function unitOf(written: string): readonly [string, number] | undefined {
  const unit = written.toLowerCase().replace(/[. ]/g, '');
  return own(unit) ?? own(unit.replace(/es$/, '')) ?? own(unit.replace(/s$/, ''));
}

const own = (unit: string): readonly [string, number] | undefined =>
  Object.hasOwn(UNITS, unit) ? UNITS[unit] : undefined;

/** "1,024", "3.5" or "3/8". */
function toNumber(written: string): number {
  const [over = '', under] = written.replaceAll(',', '').split('/');
  return under === undefined ? Number(over) : Number(over) / Number(under);
}

/** Closer than this is the same, rounded when it was written in another unit: 27 inches are 685.8 mm, and 686 in a list. */
const ROUNDED = 0.995;

/** 1 when equal but for rounding, 0.83 at a tenth apart, 0.25 at twice, 0 when one is zero: (smaller ÷ larger)². */
export function ratioLikeness(a: number, b: number): number {
  if (a === b) return 1;
  if (a <= 0 || b <= 0) return 0;
  const ratio = Math.min(a, b) / Math.max(a, b);
  return ratio >= ROUNDED ? 1 : ratio ** 2;
}
