import { describe, expect, it } from 'vitest';
import { type BackorderStance, roomToWait, stanceOf } from '../../../src/domain/backorders/stance.js';

const accept: BackorderStance = { kind: 'accept' };
const stop: BackorderStance = { kind: 'stop' };
const cap: BackorderStance = { kind: 'cap', mostWaiting: 40 };
const rules = { default: accept, categories: { Cameras: stop, 'Cameras > Lenses': cap }, skus: { 'TRI-9': stop } };

describe('the stance of a SKU', () => {
  it.each([
    ['a manager’s word before all', { sku: 'TRI-9', category: 'Tripods' }, cap, cap],
    ['its own', { sku: 'TRI-9', category: 'Tripods' }, null, stop],
    ['its category’s', { sku: 'CAM-1', category: 'Cameras' }, null, stop],
    ['the narrowest category’s', { sku: 'LEN-1', category: 'Cameras > Lenses > Primes' }, null, cap],
    ['the default', { sku: 'LAM-1', category: 'Lighting' }, null, accept],
    ['not that of a category that only begins alike', { sku: 'X', category: 'Cameras and more' }, null, accept],
  ] as const)('is %s', (_, product, setByManager, expected) => {
    expect(stanceOf(product, rules, setByManager)).toBe(expected);
  });

  it('leaves room for what it says, and for none when more wait already', () => {
    expect(roomToWait(accept, 1_000)).toBe(Number.POSITIVE_INFINITY);
    expect(roomToWait(cap, 38)).toBe(2);
    expect(roomToWait(cap, 41)).toBe(0);
    expect(roomToWait(stop, 0)).toBe(0);
  });
});
