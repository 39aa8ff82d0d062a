import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { localDate } from '../../../src/domain/kernel/dates.js';
import { loadDeskRules } from '../../../src/knowledge/desk-rules.js';
import { projectPath } from '../../../src/paths.js';
import { lintReply } from '../../../src/tools/lint-reply.js';
import { wordReply } from '../../../src/tools/word-reply.js';
import { REPLY_FACTS } from '../../../src/wording/samples/reply-facts.js';

const { replies, sops } = loadDeskRules();
const today = localDate('2026-11-23');

const linesOf = (file: string) =>
  readFileSync(projectPath('test/knowledge/replies', file), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
const findings = (text: string, facts: unknown = {}) =>
  lintReply({ text, facts, customerWords: '', today, replies }).findings;

/** The sentences in quotes under a heading of an SOP, gaps in brackets closed. */
const quoted = (heading: string) =>
  sops.flatMap(({ id, sections }) =>
    [...(sections.find((one) => one.heading === heading)?.text ?? '').matchAll(/^- “([^”]+)”/gm)].map(
      ([, words = '']) => [id, words.replace(/\[[^\]]*\]/g, 'this')] as const,
    ),
  );

describe('what no reply says', () => {
  it.each(linesOf('forbidden.txt').map((line) => line.split(' | ')))('%s catches: %s', (rule, text = '') => {
    expect(findings(text).map((one) => one.rule)).toContain(rule);
  });

  it.each(linesOf('good.txt'))('is not found in: %s', (text) => {
    expect(findings(text)).toEqual([]);
  });

  it('is told with why, and what to say instead', () => {
    expect(findings('It is guaranteed to ship.')).toEqual([
      expect.objectContaining({ rule: 'guarantee', severity: 'stop', words: 'guaranteed' }),
    ]);
    for (const { why, sayInstead } of replies.forbidden) expect(`${why} ${sayInstead}`).toMatch(/^[A-Z].*\. .*\.$/);
  });
});

describe('the SOPs', () => {
  it.each(quoted('What never to say'))('%s: the lint catches "%s"', (_sop, words) => {
    expect(findings(words)).not.toEqual([]);
  });

  it.each(quoted('What to say'))('%s: the lint has nothing against "%s"', (_sop, words) => {
    expect(findings(words)).toEqual([]);
  });
});

describe('every step of the replies', () => {
  it.each(replies.steps)('$name drafts a reply that passes the lint, with the longest facts', (step) => {
    const text = wordReply(step, REPLY_FACTS as never);
    expect(findings(text, REPLY_FACTS)).toEqual([]);
    expect(text).not.toMatch(/\n{3}| {2}|undefined|null/);
    expect(text.length).toBeLessThan(3_000);
  });

  it('says nothing empty: a part without facts is left out', () => {
    const bare = { ...REPLY_FACTS, offer: null, told: [], deadlines: [] };
    expect(wordReply({ say: ['offer-given', 'told-dates'] }, bare as never)).toBe(
      'Hi Maximiliane-Josephine,\n\nBest wishes\nRiley Chen, TechGadgets4U',
    );
  });
});
