import { describe, expect, it } from 'vitest';
import { loadDeskRules } from '../../../src/knowledge/desk-rules.js';
import { readFaqPage } from '../../../src/knowledge/faq/read-faq-page.js';
import { loadPolicyFigures } from '../../../src/knowledge/policy-figures.js';
import { measureRetrieval } from './measure-retrieval.js';

const { faq, findFaq } = loadDeskRules();

describe('the pages for shoppers', () => {
  it('are what a shop has, each with its own title', () => {
    expect(faq.length).toBeGreaterThanOrEqual(25);
    expect(new Set(faq.map(({ title }) => title)).size).toBe(faq.length);
  });

  it('share no example question', () => {
    const questions = faq.flatMap((page) => page.questions.map((question) => question.toLowerCase()));
    expect(new Set(questions).size).toBe(questions.length);
  });

  it.each([
    ['backordered', /\b(?:backorder(?:ed)?|SKU|purchase order|allocat\w+)\b/i],
    ['guaranteed', /\bguarantee[ds]?\b|\bdefinitely\b/i],
  ])('never say a word such as "%s"', (_, words) => {
    expect(faq.flatMap(({ sections }) => sections).filter(({ text }) => words.test(text))).toEqual([]);
  });

  it('tell the policy of the day, not a copy of it', () => {
    const later = loadPolicyFigures({
      shop: { hours: { closes: '18:30' } },
      allocation: { split: { parcelCents: 700 } },
    });
    const text =
      '---\ntitle: T\nquestions: [a, b, c, d]\nrestsOn: [shop.hours.closes, allocation.split.parcelCents]\n---\n';
    const body = '## Until when\nUntil {{time shop.hours.closes}}, for {{money allocation.split.parcelCents}}.\n';
    const [section] = readFaqPage(text + body, 'faq/t.md', later).sections;
    expect(section).toMatchObject({
      citation: 't#until-when',
      text: 'Until 6:30 pm, for $7.00.',
      amounts: [{ cents: 700, currency: 'USD' }],
    });
  });

  it.each([
    ['a number that was written out', 'restsOn: []', 'We ship in 3 days.', /"3": a figure/],
    ['a figure that no policy has', 'restsOn: []', 'Until {{shop.hours.never}}.', /no such figure/],
    ['a fact it does not name', 'restsOn: []', 'We are {{shop.name}}.', /lacks shop\.name/],
    ['markup', 'restsOn: []', 'We are **good**.', /write plain sentences/],
    ['what no policy bears', 'restsOn: [shop.never]', 'We are good.', /has no shop\.never/],
  ])('are refused with %s', (_, restsOn, line, fault) => {
    const source = `---\ntitle: T\nquestions: [a, b, c, d]\n${restsOn}\n---\n## H\n${line}\n`;
    expect(() => readFaqPage(source, 'faq/t.md', loadPolicyFigures())).toThrow(fault);
  });
});

describe('finding a page', () => {
  it.each([
    ['whats ur cancelation policy', 'cancelling'],
    ['how much does it cost to get it quicker', 'faster-shipping'],
    ['what hours are you open', 'opening-hours'],
  ])('"%s" leads to %s', (words, page) => {
    const found = findFaq(words);
    expect(found.kind === 'found' && found.page.id).toBe(page);
  });

  it.each(['', '???', 'who won the football game', 'zzkt mirp lollo'])('abstains on %j', (words) => {
    expect(findFaq(words).kind).toBe('abstained');
  });

  it('finds on held-out questions about what docs/knowledge.md says', () => {
    const { asked, hitAt1, strange, strangeAbstained } = measureRetrieval('held-out');
    expect(hitAt1 / asked).toBeGreaterThan(0.55);
    expect(strangeAbstained / strange).toBeGreaterThanOrEqual(0.6);
  });
});
