import type { Fact } from './facts.js';
import { paragraphStart, type Stretch, sentenceAround } from './surroundings.js';

/** Whether a fact is about what a place in a text speaks of: an item, a substitute, an order. */
export type IsAbout = (fact: Fact) => boolean;

/**
 * Finds what a place of a text speaks of: one entry for each thing, and what is said must be so of all of them.
 * `looksAhead`: a name that follows is meant before one of an earlier sentence.
 */
export type Subjects = (at: Stretch, options?: { readonly looksAhead: boolean }) => readonly IsAbout[];

interface Mention extends Stretch {
  readonly name: string;
}

/**
 * The things that facts are about, found by their names. With `byHead` the last word of a name will do where it fits one
 * alone: "the lens" for "50 mm lens".
 */
export function findSubjects(said: string, facts: readonly Fact[], byHead: boolean): Subjects {
  const names = [...new Set(facts.flatMap(({ owners }) => owners))];
  const things = names.length > 1 ? thingsIn(said.toLowerCase(), names, byHead) : [];
  const orders = ordersIn(said, facts);
  return (at, { looksAhead } = { looksAhead: false }) => {
    if (orders.some((order) => covers(order, at))) return [() => true];
    const order = orders.filter(({ to }) => to <= at.from).at(-1) ?? within(orders, sentenceAround(said, at));
    const isOfIt: IsAbout = (fact) => order === undefined || isOfOrder(fact, order.name);
    const meantHere = meant(things, said, at, looksAhead);
    if (meantHere.length === 0) return [isOfIt];
    return meantHere.map(
      ({ name }): IsAbout =>
        (fact) =>
          isOfIt(fact) && isOf(fact, name),
    );
  };
}

const covers = (mention: Mention, at: Stretch): boolean => mention.from <= at.from && at.to <= mention.to;

const isOf = ({ owners }: Fact, name: string): boolean => owners.length === 0 || owners.includes(name);

const within = (mentions: readonly Mention[], { from, to }: Stretch): Mention | undefined =>
  mentions.find((mention) => mention.from >= from && mention.to <= to);

function isOfOrder({ orderNumber, orderLineId }: Fact, order: string): boolean {
  const of = orderNumber ?? orderLineId?.replace(/-\d+$/, '');
  return of === undefined || of.toUpperCase() === order;
}

const JOINED = /^(?:,| |and|&|plus|your|the|both|×|\d)*$/;

/** The nearest mention before a place, with those that are joined to it by "and"; else the next one. */
function meant(things: readonly Mention[], said: string, at: Stretch, looksAhead: boolean): readonly Mention[] {
  const itself = things.find((thing) => covers(thing, at));
  if (itself) return [itself];
  const sentence = sentenceAround(said, at);
  const before = (from: number) => things.filter((thing) => thing.from >= from && thing.to <= at.from);
  const here = before(sentence.from);
  if (here.length > 0) return withJoined(here, said);
  const next = within(things, { from: at.to, to: sentence.to });
  const earlier = withJoined(before(paragraphStart(said, at.from)), said);
  if (next === undefined) return earlier;
  return looksAhead || earlier.length === 0 ? [next] : earlier;
}

function withJoined(mentions: readonly Mention[], said: string): readonly Mention[] {
  const last = mentions.at(-1);
  const first = mentions.at(-2);
  if (last === undefined || first === undefined) return mentions;
  const joined = JOINED.test(said.slice(first.to, last.from).toLowerCase());
  return joined ? [...withJoined(mentions.slice(0, -1), said), last] : [last];
}

/** Words that end names and are said of other things as well. */
const COMMON = new Set([
  'card',
  'order',
  'case',
  'set',
  'kit',
  'pack',
  'box',
  'pair',
  'one',
  'edition',
  'item',
  'date',
]);

function thingsIn(said: string, names: readonly string[], byHead: boolean): readonly Mention[] {
  const heads = byHead ? names.map((name) => headOf(name)) : [];
  const words = [
    ...names.map((name) => ({ name, word: name })),
    ...names.flatMap((name, at) => {
      const word = heads[at] ?? '';
      return word !== '' && heads.filter((other) => other === word).length === 1 ? [{ name, word }] : [];
    }),
  ].sort((a, b) => b.word.length - a.word.length);
  const found: Mention[] = [];
  for (const { name, word } of words)
    for (let from = said.indexOf(word); from >= 0; from = said.indexOf(word, from + word.length)) {
      const mention = { name, from, to: from + word.length };
      // "instead of the lens", "$30 more than the lens": named to be compared with
      if (COMPARED.test(said.slice(Math.max(0, from - 24), from))) continue;
      if (isWhole(said, mention) && !found.some((other) => mention.from < other.to && other.from < mention.to))
        found.push(mention);
    }
  return found.sort((a, b) => a.from - b.from);
}

/** The last word of a name before what only describes it: "lens" of "50 mm lens, black". */
export function headOf(name: string): string {
  const head = name.split(/[,(]| with | for | in | - /)[0] ?? '';
  const word = head.trim().split(' ').at(-1) ?? '';
  return /^[a-z]{3,}$/.test(word) && !COMMON.has(word) ? word : '';
}

const COMPARED = /\b(?:instead of|in place of|rather than|than|replace|compared (?:to|with))(?: (?:the|your|\d+ ×))? $/;
const LETTER = /[\p{L}\p{N}]/u;
const isWhole = (text: string, { from, to }: Stretch): boolean =>
  !LETTER.test(text[from - 1] ?? '') && !LETTER.test(text[to] ?? '');

/** Orders named in a text: those that facts are about, and any number that stands after "order". */
function ordersIn(said: string, facts: readonly Fact[]): readonly Mention[] {
  const known = new Set(
    facts.flatMap(({ orderNumber, orderLineId }) => orderNumber ?? orderLineId?.replace(/-\d+$/, '') ?? []),
  );
  const found: Mention[] = [];
  for (const { 0: run, 1: lead, index } of said.matchAll(
    /(\border (?:number )?)?(?<![\w$€£.-])([A-Z]{0,4}-?\d{3,})(?![\w-])/gi,
  )) {
    const name = run.slice(lead?.length ?? 0).toUpperCase();
    if (lead !== undefined || known.has(name as never)) found.push({ name, from: index, to: index + run.length });
  }
  return found;
}
