import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { loadDeskRules } from '../../../src/knowledge/desk-rules.js';
import { projectPath } from '../../../src/paths.js';

const Asked = z.object({ question: z.string(), page: z.string().nullable() });

/** How well the shipped pages are found by the questions of a file beside this one. */
export function measureRetrieval(file: 'development' | 'held-out' | 'other-words') {
  const lines = readFileSync(projectPath(`test/knowledge/faq/${file}.jsonl`), 'utf8')
    .trim()
    .split('\n');
  const { findFaq } = loadDeskRules();
  const answers = lines.map((line) => {
    const { question, page } = Asked.parse(JSON.parse(line));
    const found = findFaq(question);
    const nearest = found.kind === 'found' ? found : found.nearest[0];
    return {
      question,
      page,
      given: found.kind === 'found' ? found.page.id : null,
      nearest: nearest?.page.id,
      score: Math.round((nearest?.score ?? 0) * 100) / 100,
    };
  });
  const real = answers.filter(({ page }) => page !== null);
  const strange = answers.filter(({ page }) => page === null);
  return {
    /** Questions that some page answers. */
    asked: real.length,
    /** Of them: the right page was given. */
    hitAt1: real.filter(({ page, given }) => given === page).length,
    /** Of them: nothing was given. */
    abstained: real.filter(({ given }) => given === null).length,
    /** Questions that no page answers, and those of them for which nothing was given. */
    strange: strange.length,
    strangeAbstained: strange.filter(({ given }) => given === null).length,
    wrong: answers.filter(({ page, given }) => given !== page),
  };
}
