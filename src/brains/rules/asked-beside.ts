import type { Understanding } from '../../language/understand.js';
import { asks, asksIfBot, onlyTells } from './message-signs.js';
import type { PlacedWish } from './moment.js';
import { readAddress } from './needs/address.js';
import { personBeside } from './unclear.js';

/** A question after how something stands, at the start of a clause: "where's the tripod", "tracking on the cup holder". */
const ASKED =
  /(?<=^|[.?!,;:]\s*|\b(?:and|also|but|plus|then) )(?:(?:please |also |first |tell me |let me know |lemme know |track )*)(?:where(?:'?s| is| are)?|when(?:'?s)?|has|have\b(?! [^.?!,;]{2,30}\b(?:go|come|sent|delivered|shipped|moved|redirected|forwarded) to\b)|track(?:ing)?|(?:an? |the )?date (?:for|of|on)|(?:what|which) (?:day|date)|(?:did|is|are)\b(?=[^.?!,;]*\b(?:ship(?:ped)?|left|out|gone|go|sent|dispatched|on (?:its|the|their) way)\b))\b[^.?!,;]*?(?=[.?!,;]|\b(?:and|but|also)\b|$)/i;
const OF_A_DAY = /\bwhen|\bda(?:te|y)\b/i;

/** The wishes, and a person where one is asked for beside them: "another voucher, and a human if you can't". */
export function withPersonBeside(text: string, wishes: readonly PlacedWish[]): readonly PlacedWish[] {
  const person = asksIfBot(text) ? null : personBeside(text);
  return person && !wishes.some(({ intent }) => intent === 'human')
    ? [...wishes, { intent: 'human', span: person }]
    : wishes;
}

/** The wishes, and a change of address where a whole one is given with words of moving: "change delivery to 30 Oak St, …". */
export function withAddressBeside(text: string, wishes: readonly PlacedWish[]): readonly PlacedWish[] {
  const isMeant =
    wishes.every(({ intent }) => onlyTells(intent)) && MOVES.test(text) && readAddress(text) !== undefined;
  return isMeant ? [...wishes, { intent: 'change_address', span: [0, text.length] }] : wishes;
}

const MOVES =
  /\b(?:change|send|deliver|ship|redirect|reroute|update|use|switch|forward)\b[^?!]{0,40}\b(?:to|at|address)\b|\b(?:new|different|another) address\b/i;

/** What a message asks beside one wish to change something, where that alone was read; it is told first. */
export function askedBeside(
  text: string,
  wishes: readonly PlacedWish[],
  reading: Understanding,
): readonly PlacedWish[] {
  const [lone, another] = wishes;
  if (!lone || another || !asks(lone) || reading.wishes.some(({ conditional }) => conditional)) return wishes;
  const asked = ASKED.exec(text);
  if (!asked || asked[0].trim().split(/\s+/).length < 2) return wishes;
  const [from, to] = [asked.index, asked.index + asked[0].length];
  const isAll = text.trim().length - asked[0].length < FEWEST_LEFT;
  if (isAll) return wishes;
  // the wish stands in one of the two parts: "Order 31077 (…): when does it ship? And cancel the socks"
  const [start, end] = lone.span;
  const isBefore = Math.min(from, end) - start > end - Math.max(to, start);
  // "the cap cancelled, a date for the radiator and your rules": on both sides something is said, and either may hold it
  const isBetween = start <= from && end >= to && from >= FEWEST_LEFT && text.length - to >= FEWEST_LEFT;
  const part = isBefore ? ([0, from] as const) : ([to, text.length] as const);
  const rest = isBetween ? ([0, text.length] as const) : part;
  return [
    { intent: OF_A_DAY.test(asked[0]) ? 'eta' : 'order_status', span: [from, to] },
    { intent: lone.intent, span: rest },
  ];
}

/** So many characters at least are left for the wish itself. */
const FEWEST_LEFT = 6;
