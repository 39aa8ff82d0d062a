import { mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { loadAllocationPolicy } from '../../src/knowledge/allocation-policy.js';

const folder = mkdtempSync(join(tmpdir(), 'allocation-policy-'));
const file = join(folder, 'my-allocation.yaml');
afterAll(() => rm(folder, { recursive: true }));

const shipped = loadAllocationPolicy();

function faultWith(section: keyof typeof shipped, change: object): string {
  writeFileSync(file, stringify({ ...shipped, [section]: { ...shipped[section], ...change } }));
  try {
    loadAllocationPolicy(file);
    return 'none';
  } catch (error) {
    return String(error);
  }
}

describe('the allocation policy', () => {
  it('as shipped is read, and read alike from another file', () => {
    writeFileSync(file, stringify(shipped));
    expect(loadAllocationPolicy(file)).toEqual(shipped);
  });

  it.each([
    ['worthDays', { tier: -1 }, 'worthDays.tier: write 0 or more'],
    ['worthDays', { tier: 'much' }, 'worthDays.tier: write a whole number'],
    ['worthDays', { wait: 5 }, 'worthDays: take out wait'],
    ['fullAt', { urgencyDays: 0 }, 'fullAt.urgencyDays: write 1 or more'],
    ['tierPercent', { vip: 120 }, 'tierPercent.vip: write 100 or less'],
    ['fairness', { afterRounds: undefined }, 'fairness.afterRounds: is missing: write a whole number'],
    ['split', { freeForTiers: ['gold'] }, 'split.freeForTiers.0: write one of standard, plus, vip'],
  ] as const)('with a wrong %s names file, key and cure', (section, change, fault) => {
    const told = faultWith(section, change);
    expect(told).toContain(file);
    expect(told).toContain(fault);
  });
});
