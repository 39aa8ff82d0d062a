import { toConcepts } from '../../language/concepts.js';
import { tokenise } from '../../language/normalise.js';
import { cosine } from '../../language/text-likeness.js';
import {
  featuresOf,
  inverseDocumentFrequency,
  type SparseVector,
  type TextFeatures,
  weigh,
} from '../../language/vectorise.js';
import type { Sop, SopSection } from './sop.js';

/** Finds the section that answers a question in a representative's words. */
export type SopFinder = (words: string) => FoundSection;

export interface Match {
  readonly sop: Sop;
  readonly section: SopSection;
  /** 0 to 1. */
  readonly score: number;
}

export type FoundSection =
  /** `others` are the next nearest SOPs. */
  | ({ readonly kind: 'found'; readonly others: readonly Match[] } & Match)
  /** Nothing is near enough; the nearest first. */
  | { readonly kind: 'abstained'; readonly nearest: readonly Match[] };

/**
 * What counts how much for an SOP's score: its example questions, since they are how people ask, its title, its nearest
 * section's heading and text, and how much of what was asked stands anywhere in it. Chosen on development.jsonl.
 */
const WORTH = { question: 0.3, title: 0.18, heading: 0.09, text: 0.15, coverage: 0.28 } as const;
/** Below it the finder abstains. */
const LEAST_SCORE = 0.15;
/** A section must be this near; otherwise the steps as a whole are the better answer. */
const LEAST_SECTION = 0.25;
const NEAREST = 3;

/** Words that stand in every question and tell none from another. */
const COMMON = new Set(
  `a an the my your our their his her its this that these those it they them he she him i we us you me to of in on at
  for from with by as is are was be been do does did how what when who whom where which can may could should must will
  would and or but so if then about there here s customer customers shopper somebody someone anybody client person
  people want wants get gets got have has had say tell write need needs order orders please already just now any some
  all also up out ? !`.split(/\s+/),
);

/** What is read of an SOP before any question is asked. */
interface Shelved {
  readonly sop: Sop;
  readonly title: SparseVector;
  readonly questions: readonly SparseVector[];
  readonly sections: readonly { section: SopSection; heading: SparseVector; text: SparseVector }[];
  readonly holds: ReadonlySet<number>;
}

/**
 * Reads all SOPs once: words and character n-grams of their texts and of the ideas behind the words, each weighed by how
 * few of the texts have it. Holds up under typos; needs no model and no network.
 */
export function makeSopFinder(sops: readonly Sop[]): SopFinder {
  const idf = inverseDocumentFrequency(sops.flatMap(textsOf).map(featuresFor));
  const vector = (text: string) => weigh(featuresFor(text), idf);
  const shelf: Shelved[] = sops.map((sop) => ({
    sop,
    title: vector(nameOf(sop)),
    questions: sop.questions.map(vector),
    sections: sop.sections.map((section) => ({
      section,
      heading: vector(section.heading),
      text: vector(section.text),
    })),
    holds: new Set(textsOf(sop).flatMap((text) => [...vector(text).buckets])),
  }));
  return (words) => {
    const asked = vector(words);
    const matches = shelf.map((one) => match(one, asked)).sort((a, b) => b.score - a.score);
    const [best] = matches;
    if (!best || best.score < LEAST_SCORE) return { kind: 'abstained', nearest: matches.slice(0, NEAREST) };
    return { kind: 'found', ...best, others: matches.slice(1, NEAREST) };
  };
}

/** The title, and the id, which is what people call it among themselves. */
const nameOf = ({ id, title }: Sop): string => `${title} ${id.replaceAll('-', ' ')}`;

const textsOf = (sop: Sop): string[] => [
  nameOf(sop),
  ...sop.questions,
  ...sop.sections.flatMap(({ heading, text }) => [heading, text]),
];

function match({ sop, title, questions, sections, holds }: Shelved, asked: SparseVector): Match {
  const scored = sections.map(({ section, heading, text }) => {
    const [named, told] = [cosine(asked, heading), cosine(asked, text)];
    return { section, named, told, score: named + told };
  });
  const nearest = scored.reduce((best, one) => (one.score > best.score ? one : best));
  const steps = scored.find(({ section }) => section.heading === 'Steps') ?? nearest;
  const score =
    WORTH.question * Math.max(...questions.map((one) => cosine(asked, one))) +
    WORTH.title * cosine(asked, title) +
    WORTH.heading * Math.max(...scored.map(({ named }) => named)) +
    WORTH.text * Math.max(...scored.map(({ told }) => told)) +
    WORTH.coverage * coverage(asked, holds);
  return { sop, section: (nearest.score >= LEAST_SECTION ? nearest : steps).section, score };
}

/** How much of what was asked stands in a text, 0 to 1: rare words weigh more. */
function coverage({ buckets, values }: SparseVector, holds: ReadonlySet<number>): number {
  let sum = 0;
  buckets.forEach((bucket, at) => {
    if (holds.has(bucket)) sum += (values[at] as number) ** 2;
  });
  return sum;
}

/** A text's looks, and its words by the ideas they stand for; of common words only what nothing else says. */
function featuresFor(text: string): TextFeatures {
  const tokens = tokenise(text);
  const telling = tokens.filter((token) => !COMMON.has(token));
  const kept = telling.length > 0 ? telling : tokens;
  const { words, characters } = featuresOf(kept.join(' '));
  const ideas = featuresOf(toConcepts(kept).join(' '));
  return { words: Uint32Array.from(new Set([...words, ...ideas.words])).sort(), characters };
}
