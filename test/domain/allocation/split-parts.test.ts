import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LineUnits, splitParts, splitVerdict } from '../../../src/domain/allocation/split-parts.js';

/** Lines as the books can hold them: nobody ships, holds or sends ahead more than there is. */
const aLine: fc.Arbitrary<LineUnits> = fc
  .tuple(fc.integer({ min: 1, max: 40 }), fc.nat(100), fc.nat(100), fc.nat(100))
  .map(([quantity, a, b, c]) => {
    const shipped = a % (quantity + 1);
    const held = b % (quantity - shipped + 1);
    return { quantity, shipped, held, leaving: c % (held + 1) };
  });
const withParts = (line: LineUnits) => ({ ...line, ...splitParts(line) });

describe('the parts of a split', () => {
  it('are what is ready and what is not', () => {
    expect(splitParts({ quantity: 12, shipped: 2, held: 7, leaving: 3 })).toEqual({ now: 4, later: 3 });
  });

  it('never send more than is ready, and add up to what was ordered', () => {
    fc.assert(
      fc.property(aLine, (line) => {
        const { now, later } = splitParts(line);
        expect(now).toBeLessThanOrEqual(line.held - line.leaving);
        expect(Math.min(now, later)).toBeGreaterThanOrEqual(0);
        expect(line.shipped + line.leaving + now + later).toBe(line.quantity);
      }),
    );
  });

  it('send nothing twice: once carried out, nothing is left to send', () => {
    fc.assert(
      fc.property(aLine, (line) => {
        const { now, later } = splitParts(line);
        const after = { ...line, leaving: line.leaving + now };
        expect(splitParts(after)).toEqual({ now: 0, later });
        // the carrier takes them: on the books they are shipped and no longer held
        const taken = { ...after, shipped: line.shipped + after.leaving, held: line.held - after.leaving, leaving: 0 };
        expect(splitParts(taken)).toEqual({ now: 0, later });
      }),
    );
  });
});

describe('whether an order can be split', () => {
  const ready = withParts({ quantity: 2, shipped: 0, held: 2, leaving: 0 });
  const waiting = withParts({ quantity: 1, shipped: 0, held: 0, leaving: 0 });
  const going = withParts({ quantity: 2, shipped: 0, held: 2, leaving: 2 });
  const gone = withParts({ quantity: 2, shipped: 2, held: 0, leaving: 0 });

  it.each([
    ['splits', [ready, waiting]],
    ['splits', [withParts({ quantity: 5, shipped: 0, held: 2, leaving: 0 })]],
    ['all_ready', [ready, gone]],
    ['nothing_ready', [waiting, gone]],
    ['already_split', [going, waiting]],
    ['splits', [going, ready, waiting]],
    ['nothing_left', [gone]],
    ['nothing_left', []],
  ] as const)('%s', (verdict, lines) => {
    expect(splitVerdict(lines)).toBe(verdict);
  });

  it('and after a split nothing splits until more comes', () => {
    fc.assert(
      fc.property(fc.array(aLine, { maxLength: 5 }), (lines) => {
        const after = lines.map((line) => withParts({ ...line, leaving: line.leaving + splitParts(line).now }));
        expect(['already_split', 'nothing_ready', 'nothing_left']).toContain(splitVerdict(after));
      }),
    );
  });
});
