import { tokenise } from '../language/normalise.js';
import { cosine } from '../language/text-likeness.js';
import {
  featuresOf,
  inverseDocumentFrequency,
  type SparseVector,
  type TextFeatures,
  weigh,
} from '../language/vectorise.js';
import type { PageSection } from './page.js';

/** What can be searched: something with a title, the questions it answers, and sections that can be cited. */
export interface Findable<Section extends PageSection = PageSection> {
  readonly id: string;
  readonly title: string;
  /** As the people ask who read it. */
  readonly questions: readonly string[];
  readonly sections: readonly Section[];
}

/** Finds the section that answers a question in somebody's own words. */
export type Finder<Page extends Findable> = (words: string) => Found<Page>;

export interface Match<Page extends Findable> {
  readonly page: Page;
  readonly section: Page['sections'][number];
  /** 0 to 1. */
  readonly score: number;
}

export type Found<Page extends Findable> =
  /** `others` are the next nearest pages. */
  | ({ readonly kind: 'found'; readonly others: readonly Match<Page>[] } & Match<Page>)
  /** Nothing is near enough; the nearest first. */
  | { readonly kind: 'abstained'; readonly nearest: readonly Match<Page>[] };

/** What counts how much for a page's score. */
export interface Worth {
  /** Its nearest example questions, since they are how people ask: of so many the mean. */
  readonly question: number;
  readonly questionsHeard: number;
  readonly title: number;
  /** The heading and the text of its nearest section. */
  readonly heading: number;
  readonly text: number;
  /** How much of what was asked stands anywhere in it. */
  readonly coverage: number;
}

/** How one kind of pages is searched; tuned on questions that are not theirs. */
export interface FinderTuning {
  /** Below it the finder abstains. */
  readonly leastScore: number;
  /** A section must be this near; otherwise `whole` is the better answer. */
  readonly leastSection: number;
  /** The heading of the section that answers for a page as a whole; without one, its first. */
  readonly whole?: string;
  /** Words that stand in every question and tell none from another. */
  readonly common: ReadonlySet<string>;
  readonly worth: Worth;
  /** The idea that a word stands for. */
  readonly ideaOf: (word: string) => string;
}

const NEAREST = 3;

/** What is read of a page before any question is asked. */
interface Shelved<Page extends Findable> {
  readonly page: Page;
  readonly title: SparseVector;
  readonly questions: readonly SparseVector[];
  readonly sections: readonly { section: Page['sections'][number]; heading: SparseVector; text: SparseVector }[];
  readonly holds: ReadonlySet<number>;
}

/**
 * Reads all pages once: words and character n-grams of their texts and of the ideas behind the words, each weighed by how
 * few of the texts have it. Holds up under typos; needs no model and no network.
 */
export function makeFinder<Page extends Findable>(pages: readonly Page[], tuning: FinderTuning): Finder<Page> {
  const features = (text: string) => featuresFor(text, tuning);
  const idf = inverseDocumentFrequency(pages.flatMap(textsOf).map(features));
  const vector = (text: string) => weigh(features(text), idf);
  const shelf: Shelved<Page>[] = pages.map((page) => ({
    page,
    title: vector(nameOf(page)),
    questions: page.questions.map(vector),
    sections: page.sections.map((section) => ({
      section,
      heading: vector(section.heading),
      text: vector(section.text),
    })),
    holds: new Set(textsOf(page).flatMap((text) => [...vector(text).buckets])),
  }));
  return (words) => {
    const asked = vector(words);
    const matches = shelf.map((one) => match(one, asked, tuning)).sort((a, b) => b.score - a.score);
    const [best] = matches;
    if (!best || best.score < tuning.leastScore) return { kind: 'abstained', nearest: matches.slice(0, NEAREST) };
    return { kind: 'found', ...best, others: matches.slice(1, NEAREST) };
  };
}

/** The title, and the id, which is what people call it among themselves. */
const nameOf = ({ id, title }: Findable): string => `${title} ${id.replaceAll('-', ' ')}`;

const textsOf = (page: Findable): string[] => [
  nameOf(page),
  ...page.questions,
  ...page.sections.flatMap(({ heading, text }) => [heading, text]),
];

function match<Page extends Findable>(
  { page, title, questions, sections, holds }: Shelved<Page>,
  asked: SparseVector,
  { leastSection, whole, worth }: FinderTuning,
): Match<Page> {
  const scored = sections.map(({ section, heading, text }) => {
    const [named, told] = [cosine(asked, heading), cosine(asked, text)];
    return { section, named, told, score: named + told };
  });
  const nearest = scored.reduce((best, one) => (one.score > best.score ? one : best));
  const answersAll =
    scored.find(({ section }) => section.heading === whole) ?? (whole ? nearest : scored[0]) ?? nearest;
  const score =
    worth.question *
      meanOfGreatest(
        questions.map((one) => cosine(asked, one)),
        worth.questionsHeard,
      ) +
    worth.title * cosine(asked, title) +
    worth.heading * Math.max(...scored.map(({ named }) => named)) +
    worth.text * Math.max(...scored.map(({ told }) => told)) +
    worth.coverage * coverage(asked, holds);
  return { page, section: (nearest.score >= leastSection ? nearest : answersAll).section, score };
}

function meanOfGreatest(values: readonly number[], count: number): number {
  const greatest = [...values].sort((a, b) => b - a).slice(0, count);
  return greatest.reduce((sum, value) => sum + value, 0) / greatest.length;
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
function featuresFor(text: string, { common, ideaOf }: FinderTuning): TextFeatures {
  const tokens = tokenise(text);
  const telling = tokens.filter((token) => !common.has(token));
  const kept = telling.length > 0 ? telling : tokens;
  const { words, characters } = featuresOf(kept.join(' '));
  const ideas = featuresOf(kept.map(ideaOf).join(' '));
  return { words: Uint32Array.from(new Set([...words, ...ideas.words])).sort(), characters };
}
