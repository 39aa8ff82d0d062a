import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { makeSopFinder } from '../../../src/knowledge/sops/find-sop.js';
import { loadSops } from '../../../src/knowledge/sops/load-sops.js';
import { projectPath } from '../../../src/paths.js';

const Asked = z.object({ question: z.string(), sop: z.string().nullable() });

export interface RetrievalQuality {
  /** Questions that some SOP answers. */
  readonly asked: number;
  /** Of them: the right SOP came first and was given. */
  readonly hitAt1: number;
  /** Of them: the right SOP was given, or named as one of the three nearest. */
  readonly hitAt3: number;
  /** Of them: nothing was given. */
  readonly abstained: number;
  /** Questions that no SOP answers, and those of them for which nothing was given. */
  readonly strange: number;
  readonly strangeAbstained: number;
  readonly wrong: readonly { question: string; sop: string | null; given: string | null; score: number }[];
}

/** How well the shipped SOPs are found by the questions of a file beside this one. */
export function measureRetrieval(file: 'development' | 'held-out'): RetrievalQuality {
  const lines = readFileSync(projectPath(`test/knowledge/sops/${file}.jsonl`), 'utf8')
    .trim()
    .split('\n');
  const find = makeSopFinder(loadSops());
  const answers = lines.map((line) => {
    const { question, sop } = Asked.parse(JSON.parse(line));
    const found = find(question);
    const nearest = found.kind === 'found' ? [found, ...found.others] : found.nearest;
    return {
      question,
      sop,
      nearest,
      score: nearest[0]?.score ?? 0,
      given: found.kind === 'found' ? found.page.id : null,
    };
  });
  const real = answers.filter(({ sop }) => sop !== null);
  const strange = answers.filter(({ sop }) => sop === null);
  return {
    asked: real.length,
    hitAt1: real.filter(({ sop, given }) => given === sop).length,
    hitAt3: real.filter(({ sop, nearest }) => nearest.some((one) => one.page.id === sop)).length,
    abstained: real.filter(({ given }) => given === null).length,
    strange: strange.length,
    strangeAbstained: strange.filter(({ given }) => given === null).length,
    wrong: answers
      .filter(({ sop, given }) => given !== sop)
      .map(({ question, sop, given, score }) => ({ question, sop, given, score })),
  };
}
