import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readUtterances } from '../../src/evaluation/train-intents.js';
import { INTENTS, type Intent } from '../../src/language/intents.js';
import { projectPath } from '../../src/paths.js';

const FEWEST = 60;
const MOST_ALIKE = 0.7;
const MOST_SAME_OPENING = 3;

const examples = await readUtterances(projectPath('knowledge', 'utterances', 'en'));
const sentencesOf = (intent: Intent) => examples.filter((one) => one.intent === intent).map(({ text }) => text);

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N} ]/gu, '')
    .trim()
    .replace(/ +/g, ' ');

function gramsOf(text: string): Set<string> {
  const padded = ` ${plain(text)} `;
  return new Set(Array.from({ length: Math.max(1, padded.length - 4) }, (_, at) => padded.slice(at, at + 5)));
}

function jaccard(a: Set<string>, b: Set<string>): number {
  let shared = 0;
  for (const gram of a) if (b.has(gram)) shared++;
  return shared / (a.size + b.size - shared);
}

describe.each(INTENTS)('the training sentences for %s', (intent) => {
  const sentences = sentencesOf(intent);

  it('are many', () => {
    expect(sentences.length).toBeGreaterThanOrEqual(FEWEST);
  });

  it('are no two alike', () => {
    const grams = sentences.map(gramsOf);
    const alike = sentences.flatMap((a, i) =>
      sentences.slice(0, i).flatMap((b, j) => (jaccard(grams[i]!, grams[j]!) > MOST_ALIKE ? [[a, b]] : [])),
    );
    expect(alike).toEqual([]);
  });

  it('do not keep starting with the same words', () => {
    const openings = new Map<string, number>();
    for (const sentence of sentences) {
      const words = plain(sentence).split(' ');
      if (words.length < 3) continue;
      const opening = words.slice(0, 3).join(' ');
      openings.set(opening, (openings.get(opening) ?? 0) + 1);
    }
    expect([...openings].filter(([, count]) => count > MOST_SAME_OPENING)).toEqual([]);
  });
});

describe('the training sentences as a whole', () => {
  it('give no sentence to two intents', () => {
    const owners = new Map<string, Set<Intent>>();
    for (const { text, intent } of examples) {
      const key = plain(text) || text;
      owners.set(key, (owners.get(key) ?? new Set()).add(intent));
    }
    expect([...owners].filter(([, intents]) => intents.size > 1).map(([key]) => key)).toEqual([]);
  });

  it('hold none of the messages that the classifier is measured on', async () => {
    const measured = await Promise.all(
      ['held-out', 'development'].map((name) => readFile(projectPath('test', 'language', `${name}.jsonl`), 'utf8')),
    );
    const keys = measured.flatMap((text) => text.trim().split('\n')).map((line) => plain(JSON.parse(line).text));
    expect(examples.map(({ text }) => plain(text)).filter((key) => keys.includes(key))).toEqual([]);
  });
});
