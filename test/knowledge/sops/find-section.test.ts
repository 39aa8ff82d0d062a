import { describe, expect, it } from 'vitest';
import { loadDeskRules } from '../../../src/knowledge/desk-rules.js';
import { measureRetrieval } from './measure-retrieval.js';

const { findSop } = loadDeskRules();

describe('finding an SOP', () => {
  it.each([
    ['lost promise', 'lost-promises'],
    ['second slip', 'second-slip'],
    ['how do I cancel the rule cancelled it', 'cancellations#when-the-rule-cancelled-it'],
    ['supplier doesnt answr', 'supplier-silence'],
  ])('"%s" leads to %s', (words, citation) => {
    const found = findSop(words);
    expect(found.kind === 'found' && found.section.citation.startsWith(citation)).toBe(true);
  });

  it('abstains, naming the nearest, where no SOP answers', () => {
    const found = findSop('who won the football game');
    expect(found).toMatchObject({ kind: 'abstained' });
    expect(found.kind === 'abstained' && found.nearest.length).toBe(3);
  });

  it.each(['', '???', '   ', '🙂'])('abstains on %j', (words) => {
    expect(findSop(words).kind).toBe('abstained');
  });

  it('finds on held-out questions about what docs/sops.md says', () => {
    const { asked, hitAt1, hitAt3, strange, strangeAbstained } = measureRetrieval('held-out');
    expect(hitAt1 / asked).toBeGreaterThan(0.7);
    expect(hitAt3 / asked).toBeGreaterThan(0.85);
    expect(strangeAbstained / strange).toBeGreaterThan(0.7);
  });
});
