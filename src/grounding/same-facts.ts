import type { Claim } from './claim.js';
import { readClaims } from './claims.js';
import type { Fact } from './facts.js';
import { readable } from './readable.js';

/** Shorter texts stand in other words by chance. */
const SHORTEST_NAME = 3;
const HEDGE = /\b(?:estimates?|estimated|likely|around|about|not a promise|should|expect\w*)\b/i;
const DENIAL = /\b(?:not|no|never|nothing|none|cannot|without|nor)\b|n't\b/gi;
const SORRY = /\b(?:sorry|apolog\w+)\b/gi;

/**
 * Whether a text in other words still says what it said: the same dates, amounts, codes and numbers, no more and no
 * fewer, every name, each "not", what is only likely, its questions and the lines of its lists; and no second apology.
 */
export function saysTheSame(original: string, inOtherWords: string, facts: readonly Fact[]): boolean {
  const [before, after] = [readable(original), readable(inOtherWords)];
  return (
    sameClaims(before, after) &&
    namesIn(before, facts).every((name) => after.toLowerCase().includes(name)) &&
    count(before, DENIAL) <= count(after, DENIAL) &&
    (!HEDGE.test(before) || HEDGE.test(after)) &&
    before.includes('?') === after.includes('?') &&
    listLines(before) === listLines(after) &&
    count(after, SORRY) <= Math.min(1, count(before, SORRY)) &&
    after.length <= before.length * 1.5 + 80
  );
}

function sameClaims(before: string, after: string): boolean {
  const [a, b] = [before, after].map((text) => new Set(readClaims(text).map(keyOf)));
  return a !== undefined && b !== undefined && a.size === b.size && [...a].every((claim) => b.has(claim));
}

const keyOf = ({ text: _text, at: _at, ...claim }: Claim): string => JSON.stringify(claim);

function namesIn(text: string, facts: readonly Fact[]): readonly string[] {
  const said = text.toLowerCase();
  const names = facts.flatMap((fact) =>
    fact.kind === 'text' && fact.words.length >= SHORTEST_NAME ? [fact.words.toLowerCase()] : [],
  );
  return [...new Set(names)].filter((name) => said.includes(name));
}

const count = (text: string, words: RegExp): number => text.match(words)?.length ?? 0;
const listLines = (text: string): number => text.split('\n').filter((line) => line.startsWith('- ')).length;
