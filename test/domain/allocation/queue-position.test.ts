import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { queuePosition, type WaitingLine } from '../../../src/domain/allocation/queue-position.js';
import { instant } from '../../../src/domain/kernel/dates.js';
import { OrderLineId } from '../../../src/domain/kernel/ids.js';

const waits = (orderLineId: string, quantity: number, backorderedAt: string): WaitingLine => ({
  orderLineId: OrderLineId.parse(orderLineId),
  quantity,
  backorderedAt: instant(backorderedAt),
});

const queue = [
  waits('1060-1', 2, '2026-11-20T10:00:00Z'),
  waits('1042-2', 1, '2026-11-18T08:00:00.000Z'),
  waits('1050-1', 4, '2026-11-20T09:59:59.999Z'),
  waits('1042-1', 3, '2026-11-18T08:00:00Z'),
];
const place = (id: string) => queuePosition(queue, OrderLineId.parse(id));

describe('the place in the queue', () => {
  it('goes by when the wait began, then by line', () => {
    expect(place('1042-1')).toEqual({ kind: 'queued', position: 1, unitsAhead: 0, length: 4 });
    expect(place('1042-2')).toEqual({ kind: 'queued', position: 2, unitsAhead: 3, length: 4 });
    expect(place('1050-1')).toEqual({ kind: 'queued', position: 3, unitsAhead: 4, length: 4 });
    expect(place('1060-1')).toEqual({ kind: 'queued', position: 4, unitsAhead: 8, length: 4 });
  });

  it('is none for a line that does not wait', () => {
    expect(place('1042-3')).toEqual({ kind: 'not_queued' });
    expect(queuePosition([], OrderLineId.parse('1042-1'))).toEqual({ kind: 'not_queued' });
  });

  const someLines = fc.uniqueArray(
    fc.record({
      orderLineId: fc.integer({ min: 1, max: 99 }).map((n) => OrderLineId.parse(`1042-${n}`)),
      quantity: fc.integer({ min: 1, max: 9 }),
      backorderedAt: fc.integer({ min: 0, max: 5 }).map((day) => instant(`2026-11-1${day}T00:00:00Z`)),
    }),
    { selector: (line) => line.orderLineId, minLength: 1, maxLength: 12 },
  );

  it('is each taken once, with the units of all places before it ahead', () => {
    fc.assert(
      fc.property(someLines, (lines) => {
        const places = lines
          .map((line) => ({ line, place: queuePosition(lines, line.orderLineId) }))
          .flatMap(({ line, place }) => (place.kind === 'queued' ? [{ ...place, units: line.quantity }] : []))
          .sort((a, b) => a.position - b.position);
        let ahead = 0;
        for (const [i, { position, unitsAhead, units, length }] of places.entries()) {
          expect([position, unitsAhead, length]).toEqual([i + 1, ahead, lines.length]);
          ahead += units;
        }
        expect(places).toHaveLength(lines.length);
      }),
    );
  });

  it('is not moved by those who come later', () => {
    fc.assert(
      fc.property(someLines, (lines) => {
        const mine = lines[0]!.orderLineId;
        const more = [...lines, waits('9999-1', 5, '2026-12-01T00:00:00Z')];
        expect(queuePosition(more, mine)).toEqual({ ...queuePosition(lines, mine), length: more.length });
      }),
    );
  });
});
