import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readUtterances } from '../../src/evaluation/train-intents.js';
import { INTENTS, type Intent } from '../../src/language/intents.js';
import {
  gramsOf,
  MOST_ALIKE,
  MOST_SAME_OPENING,
  openingOf,
  plainSentence,
  sharedPart,
} from '../../src/language/sentence-variety.js';
import { projectPath } from '../../src/paths.js';

const FEWEST = 60;

const examples = await readUtterances(projectPath('knowledge', 'utterances', 'en'));
const sentencesOf = (intent: Intent) => examples.filter((one) => one.intent === intent).map(({ text }) => text);

describe.each(INTENTS)('the training sentences for %s', (intent) => {
  const sentences = sentencesOf(intent);

  it('are many', () => {
    expect(sentences.length).toBeGreaterThanOrEqual(FEWEST);
  });

  it('are no two alike', () => {
    const grams = sentences.map(gramsOf);
    const alike = sentences.flatMap((a, i) =>
      sentences.slice(0, i).flatMap((b, j) => (sharedPart(grams[i]!, grams[j]!) > MOST_ALIKE ? [[a, b]] : [])),
    );
    expect(alike).toEqual([]);
  });

  it('do not keep starting with the same words', () => {
    const openings = new Map<string, number>();
    for (const opening of sentences.map(openingOf))
      if (opening !== null) openings.set(opening, (openings.get(opening) ?? 0) + 1);
    expect([...openings].filter(([, count]) => count > MOST_SAME_OPENING)).toEqual([]);
  });
});

describe('the training sentences as a whole', () => {
  it('give no sentence to two intents', () => {
    const owners = new Map<string, Set<Intent>>();
    for (const { text, intent } of examples) {
      const key = plainSentence(text) || text;
      owners.set(key, (owners.get(key) ?? new Set()).add(intent));
    }
    expect([...owners].filter(([, intents]) => intents.size > 1).map(([key]) => key)).toEqual([]);
  });

  it('hold none of the messages that the classifier is measured on', async () => {
    const measured = await Promise.all(
      ['held-out', 'development', 'blind-1', 'blind-2']
        .flatMap((name) => [name, `${name}-wishes`])
        .concat('blind-3', 'blind-4', 'blind-5', 'blind-6')
        .map((name) => readFile(projectPath('test', 'language', `${name}.jsonl`), 'utf8')),
    );
    const keys = measured
      .flatMap((text) => text.trim().split('\n'))
      .map((line) => plainSentence(JSON.parse(line).text));
    expect(examples.map(({ text }) => plainSentence(text)).filter((key) => keys.includes(key))).toEqual([]);
  });
});
