import type { LocalDate } from '../domain/kernel/dates.js';
import type { Claim } from './claim.js';
import { readClaims } from './claims.js';
import type { Fact } from './facts.js';
import { unshownDeeds } from './find-deeds.js';
import { isMeant } from './is-meant.js';
import { codesIn, numbersIn, readable } from './readable.js';
import { readRoles } from './roles.js';
import { findSubjects, type Subjects } from './subjects.js';
import { unknownThings } from './unknown-things.js';

/** A date, amount or code that was said, with every fact that bears it. */
export interface Told {
  readonly kind: 'date' | 'amount' | 'code';
  readonly text: string;
  readonly facts: readonly Fact[];
}

export type Verdict =
  | { readonly kind: 'grounded'; readonly told: readonly Told[] }
  /** Each complaint names the words and what is missing, for the brain's second try and the log. */
  | { readonly kind: 'ungrounded'; readonly complaints: readonly string[] };

export interface GuardInput {
  readonly text: string;
  readonly facts: readonly Fact[];
  /** What the shopper wrote: numbers and codes may be echoed from it, dates and amounts may not. */
  readonly shopperText: string;
  readonly today: LocalDate;
}

/**
 * How much is looked at. `values`: each claim stands in a result. `roles`: and it is said as what it is there, and of what
 * it is there. `words`: and what is said to be done, or to be there at all, is shown by a result.
 */
export type Depth = 'values' | 'roles' | 'words';

/**
 * Holds a reply against the facts of its turn. Every date (weekdays and "next week" too), amount, percentage, code and
 * number must stand in a tool's result, a recap, or, for numbers and codes alone, in the shopper's own words. A name that
 * itself says such a thing ("$50 gift card") may be said as a whole. A model's text is looked at to the depth of `words`:
 * this item's date and no other's, the refund and not the price, no deed without its result. A template's words are
 * fixed: they are held against `roles` in a test, with every fact they can show, and in a turn against `values`.
 */
export function checkReply({ depth, ...input }: GuardInput & { readonly depth: Depth }): Verdict {
  const said = readable(input.text);
  const { facts } = input;
  const { told, unborne } = weigh(input);
  const missing = unborne.map(({ text, kind }) => `"${text}" (${kind}) is in no result of this turn`);
  if (depth === 'values') return verdictOf(missing, told);
  const subjects = findSubjects(said, facts, depth === 'words');
  const { inRole, complaints } = holdRoles(told, said, subjects);
  const strange = depth === 'words' ? [...unshown(said, facts, subjects), ...unknown(said, facts)] : [];
  return verdictOf([...missing, ...complaints, ...strange], inRole);
}

function verdictOf(complaints: readonly string[], told: readonly Weighed[]): Verdict {
  return complaints.length > 0 ? { kind: 'ungrounded', complaints } : { kind: 'grounded', told: told.flatMap(kept) };
}

/** What the promise ledger keeps of it. */
const kept = ({ kind, text, facts }: Weighed): readonly Told[] => (kind === null ? [] : [{ kind, text, facts }]);

const unshown = (said: string, facts: readonly Fact[], subjects: Subjects): readonly string[] =>
  unshownDeeds(said, facts, subjects).map(({ words, deed }) => `"${words}" says ${deed}, which no result shows`);

const unknown = (said: string, facts: readonly Fact[]): readonly string[] =>
  unknownThings(said, facts).map((name) => `"${name}" is no thing that a result names`);

/** Which claims stand as, and with, what they are in the results; with the facts that bear them so. */
function holdRoles(
  told: readonly Weighed[],
  said: string,
  subjects: Subjects,
): { readonly inRole: readonly Weighed[]; readonly complaints: readonly string[] } {
  const inRole: Weighed[] = [];
  const complaints: string[] = [];
  const names = told.flatMap(({ facts }) => facts.flatMap(({ owners }) => owners));
  const rolesOf = readRoles(
    maskNames(said, names),
    told.map(({ claim }) => claim),
  );
  for (const one of told) {
    const { claim, text } = one;
    const fitting = one.facts.filter(rolesOf(claim));
    const things = isPlainNumber(claim, fitting) ? [] : subjects({ from: claim.at, to: claim.at + claim.text.length });
    const facts = things.length === 0 ? fitting : fitting.filter((fact) => things.some((isAbout) => isAbout(fact)));
    if (fitting.length === 0) complaints.push(`"${text}" is no such thing: it is ${namesOf(one.facts)}`);
    else if (!things.every((isAbout) => fitting.some(isAbout)))
      complaints.push(`"${text}" is said of something else in the results: ${ownersOf(fitting)}`);
    else inRole.push({ ...one, facts });
  }
  return { inRole, complaints };
}

/** A "charging dock" charges nobody: names say nothing of roles. */
function maskNames(said: string, names: readonly string[]): string {
  const lower = said.toLowerCase();
  let masked = said;
  for (const name of new Set(names))
    for (let at = lower.indexOf(name); at >= 0; at = lower.indexOf(name, at + name.length))
      masked = masked.slice(0, at) + '\u2016'.repeat(name.length) + masked.slice(at + name.length);
  return masked;
}

/** Figures that are of one thing alone; other numbers may be quantities, parts of names, last digits of a card. */
const FIGURES = new Set(['queuePosition', 'unitsAhead', 'unitsInStock', 'mostUnits']);
const isPlainNumber = ({ kind }: Claim, facts: readonly Fact[]): boolean =>
  kind === 'number' && facts.some(({ name }) => !FIGURES.has(name));

const namesOf = (facts: readonly Fact[]): string => [...new Set(facts.map(({ name }) => name))].join(', ');
const ownersOf = (facts: readonly Fact[]): string =>
  [...new Set(facts.flatMap(({ owners, orderNumber }) => (owners.length > 0 ? owners : (orderNumber ?? []))))].join(
    ', ',
  );

/** For whoever wants to know each claim: what was told with the facts of that value, and what no fact bears. */
export function weighClaims(input: GuardInput): { readonly told: readonly Told[]; readonly unborne: readonly Claim[] } {
  const { told, unborne } = weigh(input);
  return { told: told.flatMap(kept), unborne };
}

function weigh({ text, facts, shopperText, today }: GuardInput): {
  readonly told: readonly Weighed[];
  readonly unborne: readonly Claim[];
} {
  const words = readable(shopperText);
  const echo: Echo = { numbers: numbersIn(words), codes: codesIn(words) };
  const unborne: Claim[] = [];
  const told: Weighed[] = [];
  for (const claim of readClaims(withoutNames(text, facts))) {
    const bearing = facts.filter(
      (fact) => bears(fact, claim, today) && (fact.name !== THEIR_DAY || isOfTheirPlans(text, claim)),
    );
    if (bearing.length === 0 && !isEcho(claim, echo)) unborne.push(claim);
    if (bearing.length > 0)
      told.push({ kind: LEDGER_KIND[claim.kind] ?? null, text: claim.text, facts: bearing, claim });
  }
  return { told, unborne };
}

/** A claim with the facts of its value. `kind` is null for what the promise ledger does not keep. */
interface Weighed extends Omit<Told, 'kind'> {
  readonly kind: Told['kind'] | null;
  readonly claim: Claim;
}

/** The day by which the shopper needs it: theirs, and no date of ours. */
const THEIR_DAY = 'neededByOn';
const OF_PLANS = /\b(?:chances?|odds|needs?|needed|in time|likely|unlikely)\b/i;

/** Their day may be repeated where it is spoken of as a need or a chance, never as the day on which something happens. */
const isOfTheirPlans = (text: string, claim: Claim): boolean =>
  readable(text)
    .split(/[.!?](?= |$)|\n/)
    .filter((sentence) => sentence.includes(claim.text.trim()))
    .every((sentence) => OF_PLANS.test(sentence));

/** As what the promise ledger keeps each kind of claim. A bare number is no promise. */
export const LEDGER_KIND: Partial<Record<Claim['kind'], Told['kind']>> = {
  date: 'date',
  weekday: 'date',
  day_of_month: 'date',
  month: 'date',
  relative: 'date',
  money: 'amount',
  percent: 'amount',
  code: 'code',
};

/** Texts that hold none of these say nothing a name would have to be taken out for. */
const MAY_CLAIM =
  /[$€£%/]|(?:day|week|month|year|hour|night|morning|morrow|cent|dollar|buck|euro|pound|half)|\d(?:st|nd|rd|th)\b|\b(?:usd|cad|aud|eur|gbp|sun|mon|tue|wed|thu|fri|sat|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\d{4}-\d/i;

/** The text with whole names taken out that say a day, an amount or a percentage themselves. */
function withoutNames(text: string, facts: readonly Fact[]): string {
  const said = readable(text);
  const names = new Set<string>();
  for (const fact of facts)
    if (fact.kind === 'text' && said.includes(fact.words) && MAY_CLAIM.test(fact.words)) names.add(fact.words);
  return [...names]
    .filter((name) => readClaims(name).some(({ kind }) => !ECHOED.has(kind)))
    .sort((a, b) => b.length - a.length)
    .reduce((rest, name) => rest.replace(asWhole(name), '\u2016'.repeat(name.length)), said);
}

const asWhole = (name: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])${name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}(?![\\p{L}\\p{N}])`, 'gu');

/** What may be said in parts, and be repeated from the shopper. */
const ECHOED: ReadonlySet<Claim['kind']> = new Set(['number', 'code']);

function bears(fact: Fact, claim: Claim, today: LocalDate): boolean {
  if (claim.kind === 'code')
    return fact.kind === 'text' && mayHold(fact.words, claim.value) && fact.codes.has(claim.value);
  if (claim.kind === 'number')
    return fact.kind === 'number' ? fact.value === claim.value : fact.kind === 'text' && fact.numbers.has(claim.value);
  if (claim.kind === 'money')
    return (
      fact.kind === 'money' &&
      Math.abs(fact.value.cents) === claim.cents &&
      claim.currencies.includes(fact.value.currency)
    );
  if (claim.kind === 'odds') return fact.kind === 'text' && fact.name === 'chanceWords' && fact.value === claim.value;
  if (claim.kind === 'percent') return fact.kind === 'number' && percentOf(fact) === claim.value;
  // that today is today tells nobody when something happens
  return fact.kind === 'date' && fact.name !== 'todayOn' && isMeant(fact.value, claim, today);
}

/** Spares most texts from being taken apart into codes. */
const mayHold = (words: string, code: string): boolean => words.toUpperCase().includes(code);

/** A percentage under its own name; a chance counts in whole ones. */
function percentOf({ name, value }: { readonly name: string; readonly value: number }): number | null {
  if (name.toLowerCase().includes('percent')) return value;
  return name.startsWith('chance') ? Math.round(value * 100) : null;
}

interface Echo {
  readonly numbers: ReadonlySet<number>;
  readonly codes: ReadonlySet<string>;
}

function isEcho(claim: Claim, echo: Echo): boolean {
  if (claim.kind === 'number') return echo.numbers.has(claim.value);
  return claim.kind === 'code' && echo.codes.has(claim.value);
}
