import { misspell } from '../../language/misspell.js';
import type { Random } from '../../language/random.js';
import type { Shopper } from './scenario.js';
import type { Asked } from './vocabulary.js';

/** One way to say a turn, drawn for this trial; null where nobody speaks. */
export function drawSaying(ways: readonly string[], random: Random, typos: number): string | null {
  if (ways.length === 0) return null;
  const said = ways[Math.floor(random() * ways.length)] ?? null;
  return said !== null && typos > 0 ? sparing(said, typos, random) : said;
}

/** Slips of the thumb in words alone: nobody can be held to a misspelt number or address. */
const sparing = (said: string, share: number, random: Random): string =>
  said
    .split(/(\s+)/)
    .map((part) => (/^[A-Za-z']{4,}[.,!?]*$/.test(part) ? misspell(part, share, random) : part))
    .join('');

/** What answers each question, by what a shopper may know. */
const ANSWERS: readonly { readonly asked: Asked; readonly from: readonly string[] }[] = [
  { asked: 'order_number', from: ['order', 'orderNumber'] },
  { asked: 'second_factor', from: ['email', 'phone', 'postcode'] },
  { asked: 'which_line', from: ['line', 'item', 'lineName'] },
];

/** What the shopper answers, from what they know, to what was asked; null when they know nothing of it. */
export function answerFrom(knows: Shopper['knows'], asked: ReadonlySet<Asked>): string | null {
  const parts = ANSWERS.flatMap(({ asked: what, from }) => {
    const key = asked.has(what) ? from.find((name) => knows[name] !== undefined) : undefined;
    return key === undefined ? [] : [knows[key] ?? ''];
  });
  return parts.length === 0 ? null : parts.join(', ');
}
