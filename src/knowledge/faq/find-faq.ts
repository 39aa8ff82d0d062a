import { type Finder, makeFinder } from '../find-section.js';
import { faqIdeaOf } from './faq-ideas.js';
import type { FaqPage } from './faq-page.js';

/** Finds the section of a page for shoppers that answers a question in their own words. */
export type FaqFinder = Finder<FaqPage>;

/**
 * Thresholds chosen on test/knowledge/faq/development.jsonl; what counts how much on the example questions, each held
 * against the pages without it.
 */
export const makeFaqFinder = (pages: readonly FaqPage[]): FaqFinder =>
  makeFinder(pages, {
    leastScore: 0.17,
    leastSection: 0.2,
    common: COMMON,
    worth: { question: 0.18, questionsHeard: 3, title: 0.27, heading: 0.1, text: 0.18, coverage: 0.27 },
    ideaOf: faqIdeaOf,
  });

const COMMON = new Set(
  `a an the my your our their his her its this that these those it they them he she him i im ive id we us you u ur me to
  of in on at for from with by as is are was be been am do does did dont doing how what whats when who where which can
  could may should must will would and or but so if then about there here s t have has had get gets got please pls plz
  just now any some all also hi hello hey thanks thank know tell wanna want wants wondering question quick ask shop store policy possible allowed
  generally general speaking usually normally curious curiosity interest hypothetically theory actually basically exactly please maybe perhaps
  guys folks ? ! . ,`.split(/\s+/),
);
