import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadPolicyFigures } from '../../../src/knowledge/policy-figures.js';
import { KnowledgeError } from '../../../src/knowledge/policy-file.js';
import { readSop } from '../../../src/knowledge/sops/read-sop.js';
import { projectPath } from '../../../src/paths.js';

const file = projectPath('knowledge/sops/incentives.md');
const shipped = readFileSync(file, 'utf8');
const figures = loadPolicyFigures();

/** What reading says of the shipped file with one text in it changed. */
function faultOf(from: string | RegExp, to: string): string {
  const changed = shipped.replace(from, to);
  expect(changed).not.toBe(shipped);
  try {
    readSop(changed, file, figures);
  } catch (error) {
    expect(error).toBeInstanceOf(KnowledgeError);
    return (error as Error).message;
  }
  return 'none';
}

describe('an SOP that is not right', () => {
  it.each([
    [/^---\n/, '', 'has no front matter'],
    ['version: 5', 'version: five', 'version: write a whole number'],
    ['id: incentives', 'id: incentive', 'id: is incentive: write incentives, as the file is named'],
    [/^reviewed:.*\n/m, 'reviewed: last week\n', 'reviewed: write a day as "2026-12-24"'],
    ['audience: [rep, lead, manager]', 'audience: [boss]', 'audience.0: write one of rep, lead, manager'],
    [/^questions:\n(?: {2}- .*\n)+/m, 'questions: [one, two]\n', 'questions: has too few'],
    ['owner: Morgan Blake', 'author: Morgan Blake', 'take out author'],
    [/^# .*\n/m, '', 'the title: is missing'],
    ['## Purpose', '## Aim', '"## Purpose": is missing'],
    ['## Purpose', '## Aim', '"## Aim": is not one of its headings'],
    ['### One offer for one order', '### Stay inside your own limit', 'is there twice, so that it cannot be cited'],
    [/(## When it applies\n)[\s\S]*?(?=\n## )/, '$1', '"When it applies": is empty'],
    [
      '{{incentives.rep.maxPercent}}',
      '{{incentives.rep.most}}',
      '{{incentives.rep.most}}: knowledge/policy has no such figure',
    ],
    ['{{incentives.rep.maxPercent}}%', '15%', '"15%": a figure of the shop\'s policy'],
    [/\$\{\{incentives\.rep\.maxAmount\}\}/, '$$75', '"$75": a figure of the shop\'s policy'],
  ])('%s → %s is named with its cure', (from, to, fault) => {
    const said = faultOf(from, to);
    expect(said).toContain('incentives.md');
    expect(said).toContain(fault);
  });
});

describe('figures of the policy', () => {
  it('stand in the text as the policy has them', () => {
    const { sections } = readSop(shipped, file, figures);
    const limits = sections.find(({ citation }) => citation === 'incentives#stay-inside-your-own-limit');
    expect(limits?.text).toContain('A rep gives up to 15% of what waits and no more than $75;');
  });

  it('follow a shop with limits of its own', () => {
    const { sections } = readSop(shipped, file, loadPolicyFigures({ incentives: { rep: { maxPercent: 12 } } }));
    expect(sections.map(({ text }) => text).join()).toContain('A rep gives up to 12% of what waits');
  });

  it.each([
    ['escalation.rules.legal.owner', 'manager'],
    ['escalation.rules.nobody.owner', undefined],
    ['incentives.rep', undefined],
    ['incentives.constructor', undefined],
    ['allocation.split.freeForTiers', 'vip'],
  ])('%s is %s', (path, figure) => {
    expect(figures(path)).toBe(figure);
  });
});
