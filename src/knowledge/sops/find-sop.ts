import { conceptOf } from '../../language/concepts.js';
import { type Finder, makeFinder } from '../find-section.js';
import type { Sop } from './sop.js';

/** Finds the section that answers a question in a representative's words. */
export type SopFinder = Finder<Sop>;

/** Thresholds chosen on test/knowledge/sops/development.jsonl. */
export const makeSopFinder = (sops: readonly Sop[]): SopFinder =>
  makeFinder(sops, {
    leastScore: 0.15,
    leastSection: 0.25,
    whole: 'Steps',
    common: COMMON,
    worth: { question: 0.3, questionsHeard: 1, title: 0.18, heading: 0.09, text: 0.15, coverage: 0.28 },
    ideaOf: conceptOf,
  });

const COMMON = new Set(
  `a an the my your our their his her its this that these those it they them he she him i we us you me to of in on at
  for from with by as is are was be been do does did how what when who whom where which can may could should must will
  would and or but so if then about there here s customer customers shopper somebody someone anybody client person
  people want wants get gets got have has had say tell write need needs order orders please already just now any some
  all also up out ? !`.split(/\s+/),
);
