import { daysBetween, type LocalDate, weekday } from '../../domain/kernel/dates.js';
import { type Claim, readClaims } from './claims.js';
import type { Fact } from './facts.js';

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
 * Holds a reply against the facts of its turn: every date (weekdays and "next week" too), amount, percentage, code and
 * number must stand in a tool's result, a recap, or, for numbers and codes alone, in the shopper's own words.
 */
export function checkReply({ text, facts, shopperText, today }: GuardInput): Verdict {
  const echo = numbersAndCodes(shopperText);
  const complaints: string[] = [];
  const told: Told[] = [];
  for (const claim of readClaims(text)) {
    const bearing = facts.filter((fact) => bears(fact, claim, today));
    if (bearing.length === 0 && !isEcho(claim, echo))
      complaints.push(`"${claim.text}" (${claim.kind}) is in no result of this turn`);
    const kind = LEDGER_KIND[claim.kind];
    if (kind && bearing.length > 0) told.push({ kind, text: claim.text, facts: bearing });
  }
  return complaints.length > 0 ? { kind: 'ungrounded', complaints } : { kind: 'grounded', told };
}

const LEDGER_KIND: Partial<Record<Claim['kind'], Told['kind']>> = {
  date: 'date',
  weekday: 'date',
  day_of_month: 'date',
  relative: 'date',
  money: 'amount',
  percent: 'amount',
  code: 'code',
};

function bears(fact: Fact, claim: Claim, today: LocalDate): boolean {
  switch (claim.kind) {
    case 'date':
      return fact.kind === 'date'
        ? isThatDay(fact.value, claim)
        : fact.kind === 'text' && fact.value.includes(claim.text);
    case 'weekday':
      return fact.kind === 'date'
        ? weekday(fact.value) === claim.weekday && Math.abs(daysBetween(today, fact.value)) <= 13
        : fact.kind === 'text' && fact.value.includes(claim.text);
    case 'day_of_month':
      return fact.kind === 'date' && Number(fact.value.slice(8)) === claim.day;
    case 'relative': {
      if (fact.kind !== 'date') return false;
      const ahead = daysBetween(today, fact.value);
      return ahead >= claim.from && ahead <= claim.to;
    }
    case 'money':
      return fact.kind === 'money' && Math.abs(fact.value.cents) === claim.cents;
    case 'percent':
      return fact.kind === 'number' && fact.name.toLowerCase().includes('percent') && fact.value === claim.value;
    case 'code':
      return fact.kind === 'text' && codesIn(fact.value).has(claim.value);
    case 'number':
      return (
        (fact.kind === 'number' && fact.value === claim.value) ||
        (fact.kind === 'text' && numbersIn(fact.value).has(claim.value))
      );
  }
}

function isThatDay(date: LocalDate, claim: Extract<Claim, { kind: 'date' }>): boolean {
  const [year, month, day] = date.split('-').map(Number);
  if (month !== claim.month || day !== claim.day) return false;
  return (claim.year === null || claim.year === year) && (claim.weekday === null || claim.weekday === weekday(date));
}

const numbersAndCodes = (text: string) => ({ numbers: numbersIn(text), codes: codesIn(text.toUpperCase()) });

function isEcho(claim: Claim, echo: ReturnType<typeof numbersAndCodes>): boolean {
  if (claim.kind === 'number') return echo.numbers.has(claim.value);
  return claim.kind === 'code' && echo.codes.has(claim.value);
}

/** The numbers that stand in a text; of a clock time "17:00" also its hour as people say it. */
function numbersIn(text: string): Set<number> {
  const found = new Set((text.match(/\d[\d,]*(?:\.\d+)?/g) ?? []).map((digits) => Number(digits.replaceAll(',', ''))));
  const clock = /^(\d{2}):\d{2}$/.exec(text);
  if (clock) found.add(Number(clock[1]) % 12 || 12);
  return found;
}

const codesIn = (text: string): Set<string> => new Set(text.match(/[A-Z0-9]+(?:-[A-Z0-9]+)*/g) ?? []);
