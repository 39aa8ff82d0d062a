import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocationOrder } from '../../../src/domain/allocation/allocation-order.js';
import { queuePosition } from '../../../src/domain/allocation/queue-position.js';
import { OrderLineId } from '../../../src/domain/kernel/ids.js';
import { MOMENT, RULES, someLines, waits } from './waiting-lines.js';

const queue = [waits('1042-1', 5, { quantity: 3 }), waits('1042-2', 5), waits('1050-1', 3, { quantity: 4 })];
const place = (id: string) => queuePosition(queue, OrderLineId.parse(id));

describe('the place in the queue', () => {
  it('counts the lines and the units before mine', () => {
    expect(place('1042-1')).toEqual({ kind: 'queued', position: 1, unitsAhead: 0, length: 3 });
    expect(place('1042-2')).toEqual({ kind: 'queued', position: 2, unitsAhead: 3, length: 3 });
    expect(place('1050-1')).toEqual({ kind: 'queued', position: 3, unitsAhead: 4, length: 3 });
  });

  it('is none for a line that does not wait', () => {
    expect(place('1042-3')).toEqual({ kind: 'not_queued' });
    expect(queuePosition([], OrderLineId.parse('1042-1'))).toEqual({ kind: 'not_queued' });
  });

  it('is each taken once, with the units of all places before it ahead', () => {
    fc.assert(
      fc.property(someLines, (lines) => {
        const inOrder = allocationOrder(lines, RULES, MOMENT);
        let ahead = 0;
        for (const [index, { orderLineId, quantity }] of inOrder.entries()) {
          const expected = { kind: 'queued', position: index + 1, unitsAhead: ahead, length: lines.length };
          expect(queuePosition(inOrder, orderLineId)).toEqual(expected);
          ahead += quantity;
        }
      }),
    );
  });
});
