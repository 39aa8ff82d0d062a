import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadBackorderPolicy } from '../../src/knowledge/backorder-policy.js';
import { loadDeskRules } from '../../src/knowledge/desk-rules.js';
import { loadEscalationPolicy } from '../../src/knowledge/escalation-policy.js';
import { loadIncentivePolicy } from '../../src/knowledge/incentive-policy.js';
import { loadNoticePolicy } from '../../src/knowledge/notice-policy.js';
import { loadSubstitutePolicy } from '../../src/knowledge/substitute-policy.js';
import { loadSupplierPolicy } from '../../src/knowledge/supplier-policy.js';
import { projectPath } from '../../src/paths.js';

const folder = mkdtempSync(join(tmpdir(), 'rules-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What loading says of the shipped file with one text in it changed. */
function faultOf(name: string, load: (file: string) => unknown, from: string, to: string): string {
  const shipped = readFileSync(projectPath(`knowledge/policy/${name}`), 'utf8');
  expect(shipped).toContain(from);
  const file = join(folder, name);
  writeFileSync(file, shipped.replace(from, to));
  try {
    load(file);
  } catch (error) {
    return (error as Error).message;
  }
  return 'none';
}

describe('the rules in knowledge/policy', () => {
  it.each([
    ['notices.yaml', loadNoticePolicy, 'tone: plain, offer', 'tone: loud, offer', 'otherwise.tone: write one of plain'],
    ['notices.yaml', loadNoticePolicy, 'orderValue: 3000', 'worth: 3000', 'segments.0.when: take out worth'],
    ['substitutes.yaml', loadSubstitutePolicy, 'most: 3', 'most: 0', 'offer.most: write 1 or more'],
    [
      'substitutes.yaml',
      loadSubstitutePolicy,
      'match: same }',
      'match: equal }',
      'compatibility.0.match: write one of same, at_least, at_most, within',
    ],
    [
      'substitutes.yaml',
      loadSubstitutePolicy,
      'match: within, percent: 10',
      'match: within',
      'percent: is missing: match: within needs percent',
    ],
    [
      'incentives.yaml',
      loadIncentivePolicy,
      'maxAmount: 40.00',
      'maxAmount: 40.001',
      'bot.maxAmount: an amount has at most two decimals',
    ],
    [
      'suppliers.yaml',
      loadSupplierPolicy,
      '[-10, -3, 0, 2]',
      '[-3, -10, 0]',
      'dateChecks.usual: write the days in the order',
    ],
    ['suppliers.yaml', loadSupplierPolicy, 'overdue: person', 'overdue: me', 'letOutBy.overdue: write one of nobody'],
    ['suppliers.yaml', loadSupplierPolicy, 'lead: 5000', 'lead: 50', 'ordering.limits: write limits that grow'],
    ['suppliers.yaml', loadSupplierPolicy, 'until: "17:00"', 'until: "07:00"', 'hours: write an end that is later'],
    ['suppliers.yaml', loadSupplierPolicy, '"PO-{n}"', '"po"', 'ordering.numbers: write capitals'],
    ['incentives.yaml', loadIncentivePolicy, 'validDays: 60', '', 'validDays: is missing: write a whole number'],
    [
      'escalation.yaml',
      loadEscalationPolicy,
      'when: { signals: [safety] }',
      'when: {}',
      'rules.0.when: is empty: a rule needs a condition',
    ],
    [
      'backorders.yaml',
      loadBackorderPolicy,
      'default: accept',
      'default: maybe',
      'default: write accept, stop, or { cap: 40 }',
    ],
    [
      'backorders.yaml',
      loadBackorderPolicy,
      'skus: {}',
      'skus: { TRI-9: { cap: 0 } }',
      'skus.TRI-9.cap: write 1 or more',
    ],
    [
      'backorders.yaml',
      loadBackorderPolicy,
      'withoutDate: refuse',
      'withoutDate: ask',
      'withoutDate: write one of refuse, take',
    ],
    [
      'backorders.yaml',
      loadBackorderPolicy,
      'mostDaysAhead: 120',
      'mostDaysAhead: 0',
      'mostDaysAhead: write 1 or more',
    ],
    ['escalation.yaml', loadEscalationPolicy, 'name: legal', 'name: safety', 'rules: a name is there twice'],
  ])('%s names the key and the cure', (name, load, from, to, fault) => {
    expect(faultOf(name, load, from, to)).toContain(fault);
  });

  it('take single limits of another shop over their own, and nothing else', () => {
    const [own, changed] = [
      loadDeskRules(),
      loadDeskRules({ incentives: { bot: { maxPercent: 50 }, earns: { perSlip: 9 } } }),
    ];
    expect(changed.incentives).toEqual({
      ...own.incentives,
      bot: { ...own.incentives.bot, maxPercent: 50 },
      earns: { ...own.incentives.earns, perSlip: 9 },
    });
    expect(own.incentives.bot).toMatchObject({ maxPercent: 10, maxCents: 4_000 });
  });
});
