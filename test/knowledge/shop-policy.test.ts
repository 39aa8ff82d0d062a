import { mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { KnowledgeError } from '../../src/knowledge/policy-file.js';
import { loadShopPolicy } from '../../src/knowledge/shop-policy.js';

const folder = mkdtempSync(join(tmpdir(), 'policy-'));
const file = join(folder, 'my-shop.yaml');
afterAll(() => rm(folder, { recursive: true }));

const shipped = loadShopPolicy();

/** What loading says of the shipped policy with one key changed; undefined takes the key out. */
function faultWith(path: string, value: unknown): string {
  const policy = structuredClone(shipped) as unknown as Record<string, unknown>;
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const holder = keys.reduce((at, key) => at[key] as Record<string, unknown>, policy);
  if (value === undefined) delete holder[last];
  else holder[last] = value;
  return faultOf(stringify(policy));
}

function faultOf(text: string): string {
  writeFileSync(file, text);
  try {
    loadShopPolicy(file);
  } catch (error) {
    expect(error).toBeInstanceOf(KnowledgeError);
    return (error as KnowledgeError).message;
  }
  return 'none';
}

describe("the shop's policy", () => {
  it('as shipped is read, and read alike from another file', () => {
    writeFileSync(file, stringify(shipped));
    expect(loadShopPolicy(file)).toEqual(shipped);
  });

  it.each([
    ['name', '', 'name: is empty: write a text'],
    ['zone', 'Mars/Olympus', 'zone: write a time zone such as America/Los_Angeles'],
    ['currency', 'CHF', 'currency: write one of USD, CAD, EUR, GBP, AUD'],
    ['assistantName', undefined, 'assistantName: is missing: write a text'],
    ['hours.opens', '9:00', 'hours.opens: write a time as "09:00"'],
    ['hours.opens', 540, 'hours.opens: write a time as "09:00", in quotes'],
    ['hours.closes', '08:00', 'hours.closes: is not after opens'],
    ['calendar.holidays', 'german', 'calendar.holidays: write one of us_federal, none'],
    ['calendar.daysOff', ['24.12.2026'], 'calendar.daysOff.0: write a day as "2026-12-24"'],
    ['calendar.daysOff', '2026-12-24', 'calendar.daysOff: write a list'],
    ['fulfilment', undefined, 'fulfilment: is missing: write the keys under it'],
    ['fulfilment.packingDays', 1.5, 'fulfilment.packingDays: write a whole number'],
    ['fulfilment.receivingDays', -1, 'fulfilment.receivingDays: write 0 or more'],
    [
      'fulfilment.transitDays.express',
      { likely: 4, cautious: 3 },
      'fulfilment.transitDays.express.cautious: is sooner than likely: make it the same or more days',
    ],
    ['identification.triesPerOrder', 0, 'identification.triesPerOrder: write 1 or more'],
    ['proposals.validMinuts', 30, 'proposals: take out validMinuts'],
  ])('with %s %j names file, key and what to write', (path, value, told) => {
    const fault = faultWith(path, value);
    expect(fault).toContain(file);
    expect(fault).toContain(told);
  });

  it('names every fault at once', () => {
    expect(faultOf('name: A\nzone: Mars\n').split('\n').length).toBeGreaterThan(6);
  });

  it.each([
    ['that is no YAML', 'name: "A', /cannot be read as YAML/],
    ['that is empty', '', /the file: write the keys under it/],
  ])('file %s is told', (_what, text, told) => {
    expect(faultOf(text)).toMatch(told);
    expect(faultOf(text)).toContain(file);
  });

  it('file that is not there is named', () => {
    expect(() => loadShopPolicy(join(folder, 'no-shop.yaml'))).toThrow(/no-shop\.yaml cannot be read/);
  });
});
