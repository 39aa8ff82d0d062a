import type { LineState } from '../../domain/orders/line-state.js';
import type { LineEventRow } from '../rows.js';
import type { ShopDays } from '../shop-days.js';
import type { Fate } from './order-plan.js';

/** Half a minute to see that the shelf is empty, ten to set units aside; in days. */
const LOOKED_UP = 0.0004;
const SET_ASIDE = 0.007;

interface Step {
  readonly to: LineState;
  readonly at: number;
  readonly actor: 'shopper' | 'system';
  readonly reason: string;
}

export interface LineStory {
  readonly state: LineState;
  /** Day from today since when the line waits or waited; null when it never did. */
  readonly backorderedAt: number | null;
  readonly steps: readonly Step[];
}

/** A line's way through its states, as far as it has come. The last step's state is the line's. */
export function tellLine(placed: number, fate: Fate): LineStory {
  const ordered: Step = { to: 'placed', at: placed, actor: 'shopper', reason: 'ordered' };
  const later = stepsOf(placed, fate);
  const waits = later.find((step) => step.to === 'backordered');
  return { state: later.at(-1)?.to ?? 'placed', backorderedAt: waits?.at ?? null, steps: [ordered, ...later] };
}

function stepsOf(placed: number, fate: Fate): Step[] {
  switch (fate.kind) {
    case 'placed':
      return [];
    case 'allocated':
      return [setAside(placed + SET_ASIDE)];
    case 'waiting':
      return [soldOut(placed)];
    case 'cancelled':
      return [
        setAside(placed + SET_ASIDE),
        { to: 'cancelled', at: fate.at, actor: 'shopper', reason: 'cancelled by the customer' },
      ];
    case 'sent':
      return [
        ...(fate.waitedUntil === undefined ? [] : [soldOut(placed)]),
        setAside((fate.waitedUntil ?? placed) + SET_ASIDE),
        ...journey(fate),
      ];
  }
}

const soldOut = (placed: number): Step => ({
  to: 'backordered',
  at: placed + LOOKED_UP,
  actor: 'system',
  reason: 'no units left',
});
const setAside = (at: number): Step => ({ to: 'allocated', at, actor: 'system', reason: 'units set aside' });

/** A label changes nothing: a line has shipped from the carrier's first scan. */
function journey(fate: Extract<Fate, { kind: 'sent' }>): Step[] {
  if (fate.handedOver === null) return [];
  const left: Step = {
    to: fate.units === undefined ? 'shipped' : 'part_shipped',
    at: fate.handedOver,
    actor: 'system',
    reason: 'first carrier scan',
  };
  if (fate.units !== undefined || fate.delivered === null) return [left];
  return [left, { to: 'delivered', at: fate.delivered, actor: 'system', reason: 'delivered by the carrier' }];
}

export function eventRows(orderLineId: string, { steps }: LineStory, days: ShopDays): LineEventRow[] {
  return steps.map((step, index) => ({
    order_line_id: orderLineId,
    from_state: steps[index - 1]?.to ?? null,
    to_state: step.to,
    at: days.at(step.at),
    actor: step.actor,
    reason: step.reason,
  }));
}
