import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  canCancel,
  LINE_EVENTS,
  LINE_STATES,
  type LineEvent,
  type LineState,
  nextState,
  orderState,
} from '../../../src/domain/orders/line-state.js';

/** The whole table as a person would draw it: a new state, or in brackets why not. */
const drawn = `
                placed           allocated            backordered            part_shipped     shipped            delivered            cancelling         cancelled
  allocate      allocated        (already_allocated)  allocated              part_shipped     (already_shipped)  (already_delivered)  (being_cancelled)  (already_cancelled)
  backorder     backordered      backordered          (already_backordered)  part_shipped     (already_shipped)  (already_delivered)  (being_cancelled)  (already_cancelled)
  release       (not_allocated)  placed               (not_allocated)        part_shipped     (already_shipped)  (already_delivered)  (being_cancelled)  (already_cancelled)
  ship_part     (not_allocated)  part_shipped         part_shipped           part_shipped     (already_shipped)  (already_delivered)  (being_cancelled)  (already_cancelled)
  ship_rest     (not_allocated)  shipped              (not_allocated)        shipped          (already_shipped)  (already_delivered)  (being_cancelled)  (already_cancelled)
  deliver       (not_shipped)    (not_shipped)        (not_shipped)          (not_shipped)    delivered          (already_delivered)  (being_cancelled)  (already_cancelled)
  ask_cancel    cancelling       cancelling         cancelling             (part_shipped)   (already_shipped)  (already_delivered)  (being_cancelled)  (already_cancelled)
  cancel        cancelled        cancelled            cancelled              (part_shipped)   (already_shipped)  (already_delivered)  cancelled          (already_cancelled)
`;
const [columns, ...rows] = drawn
  .trim()
  .split('\n')
  .map((row) => row.trim().split(/\s+/));

describe('what can happen to a line', () => {
  it('is drawn for every state and event', () => {
    expect(columns).toEqual([...LINE_STATES]);
    expect(rows.map(([event]) => event)).toEqual([...LINE_EVENTS]);
  });

  const cells = rows.flatMap(([event, ...answers]) =>
    answers.map((answer, i) => [columns?.[i], event, answer] as const),
  );
  it.each(cells)('%s, %s: %s', (state, event, answer) => {
    const because = answer.match(/^\((.+)\)$/)?.[1];
    expect(nextState(state as LineState, event as LineEvent)).toEqual(
      because ? { kind: 'refused', because } : { kind: 'moved', to: answer },
    );
  });

  const played = (events: readonly LineEvent[]): LineState[] => {
    const states: LineState[] = ['placed'];
    for (const event of events) {
      const next = nextState(states.at(-1) ?? 'placed', event);
      if (next.kind === 'moved') states.push(next.to);
    }
    return states;
  };

  it('leads from a placed line to every state', () => {
    const reached = new Set<LineState>();
    const toVisit: LineState[] = ['placed'];
    for (let state = toVisit.pop(); state; state = toVisit.pop()) {
      reached.add(state);
      for (const event of LINE_EVENTS) {
        const next = nextState(state, event);
        if (next.kind === 'moved' && !reached.has(next.to)) toVisit.push(next.to);
      }
    }
    expect(reached).toEqual(new Set(LINE_STATES));
  });

  it('never brings anything back from the carrier or from a cancellation, whatever happens in whatever order', () => {
    const rank: Record<LineState, number> = {
      placed: 0,
      allocated: 0,
      backordered: 0,
      part_shipped: 1,
      shipped: 2,
      delivered: 3,
      cancelling: 3,
      cancelled: 4,
    };
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...LINE_EVENTS), { maxLength: 30 }), (events) => {
        const states = played(events);
        for (const [i, state] of states.entries()) {
          const before = states[i - 1] ?? 'placed';
          expect(rank[state]).toBeGreaterThanOrEqual(rank[before]);
          if (state === 'cancelling' || state === 'cancelled') expect([0, 3]).toContain(rank[before]);
        }
      }),
    );
  });

  it('lets a line be cancelled exactly until something of it has left', () => {
    expect(LINE_STATES.filter(canCancel)).toEqual(['placed', 'allocated', 'backordered']);
  });
});

describe("an order's state", () => {
  it.each([
    ['open', ['placed', 'backordered', 'cancelled']],
    ['open', ['allocated']],
    ['open', ['cancelling']],
    ['part_shipped', ['shipped', 'cancelling']],
    ['part_shipped', ['shipped', 'backordered']],
    ['part_shipped', ['part_shipped']],
    ['part_shipped', ['delivered', 'allocated', 'cancelled']],
    ['shipped', ['shipped', 'delivered']],
    ['shipped', ['shipped', 'cancelled']],
    ['delivered', ['delivered', 'delivered', 'cancelled']],
    ['cancelled', ['cancelled', 'cancelled']],
    ['open', []],
  ] as const)('is %s with lines %j', (state, lines) => {
    expect(orderState(lines)).toBe(state);
  });

  it('asks neither for the order of the lines nor for cancelled ones beside others', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...LINE_STATES), { minLength: 1 }), (states) => {
        expect(orderState([...states].reverse())).toBe(orderState(states));
        const live = states.filter((state) => state !== 'cancelled');
        if (live.length > 0) expect(orderState([...live, 'cancelled'])).toBe(orderState(live));
      }),
    );
  });

  it('of one line is that of the line, with all that waits called open', () => {
    for (const state of LINE_STATES)
      expect(orderState([state])).toBe(canCancel(state) || state === 'cancelling' ? 'open' : state);
  });
});
