import { z } from 'zod';
import { explainPlaces, type PlaceExplained } from '../domain/allocation/explain-place.js';
import { FACTORS } from '../domain/allocation/priority.js';
import { proposeRebalancing } from '../domain/allocation/propose-rebalancing.js';
import { LocationId, OrderLineId, OrderNumber, Sku } from '../domain/kernel/ids.js';
import type { LocationStock } from '../store/allocations.js';
import type { QueuedLine } from '../store/orders.js';
import { stockPositions } from '../store/stock-positions.js';
import { NOT_THERE_YET, planAllocation } from './allocation-plan.js';
import { defineTool } from './define-tool.js';
import { STAFF } from './principal.js';

const Part = z.object({ locationId: LocationId, units: z.int() });
const Place = z.object({
  orderLineId: OrderLineId,
  orderNumber: OrderNumber,
  customerName: z.string(),
  queuePosition: z.int(),
  unitsWanted: z.int(),
  /** What the place rests on, weightiest first. */
  reasons: z.array(z.enum(['wait', 'waited_longest', ...FACTORS])),
});

/** Of those who get nothing yet, so many are named. */
const MOST_WAITING = 20;

/**
 * Who gets the next units of a SKU and why, and what is missing for the others. Without `units`, what lies free now.
 * With more than lies free, as if the rest had come; then there is no plan to approve yet. SOP: allocation disputes.
 */
export const previewAllocation = defineTool({
  name: 'preview_allocation',
  effect: 'read',
  audience: STAFF,
  description:
    'Show who gets the next units of a SKU and why, by the allocation policy, and what the others lack. Changes nothing; a manager approves with the planId.',
  input: z.object({ sku: Sku, units: z.int().min(1).max(1_000_000).optional() }),
  output: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('not_found') }),
    z.object({ kind: z.literal('nobody_waits'), sku: Sku, itemName: z.string(), unitsFree: z.int() }),
    z.object({
      kind: z.literal('previewed'),
      sku: Sku,
      itemName: z.string(),
      unitsFree: z.int(),
      unitsGiven: z.int(),
      unitsStillWanted: z.int(),
      /** To approve; null when there is nothing to give or not all of it is there. */
      planId: z.string().nullable(),
      shares: z.array(Place.extend({ units: z.int(), from: z.array(Part) })),
      /** The first of those who stay in line, with the units that must still come before each is whole. */
      waiting: z.array(Place.extend({ unitsMissing: z.int(), goesFirstInDays: z.int() })),
      /** Moves between locations that would fill channel buffers. */
      moves: z.array(z.object({ from: LocationId, to: LocationId, units: z.int() })),
    }),
  ]),
  authorize: () => true,
  async run({ sku, units }, context) {
    const limit = units ?? 1_000_000;
    const [plan, [item]] = await Promise.all([
      planAllocation(sku, { limit, supposing: units !== undefined }, context),
      stockPositions(context.sql, [sku]),
    ]);
    if (!item) return { kind: 'not_found' as const };
    const itemName = item.title;
    const unitsFree = plan.stock.reduce((free, { onHand, allocated }) => free + onHand - allocated, 0);
    if (plan.inOrder.length === 0) return { kind: 'nobody_waits' as const, sku, itemName, unitsFree };
    const shares = new Map(plan.shares.map((share) => [share.orderLineId, share]));
    const explained = explainPlaces(plan.inOrder, context.rules.allocation, plan.units);
    const places = plan.inOrder.flatMap((line, index) => {
      const place = explained[index];
      return place ? [{ place, facts: placeFacts(line, place), share: shares.get(line.orderLineId) }] : [];
    });
    const isThere = plan.shares.every(({ from }) => from.every(({ locationId }) => locationId !== NOT_THERE_YET));
    return {
      kind: 'previewed' as const,
      sku,
      itemName,
      unitsFree,
      unitsGiven: plan.units,
      unitsStillWanted: plan.inOrder.reduce((wanted, { quantity }) => wanted + quantity, -plan.units),
      planId: isThere && plan.units > 0 ? plan.planId : null,
      shares: places.flatMap(({ facts, share }) =>
        share ? [{ ...facts, units: share.units, from: [...share.from] }] : [],
      ),
      waiting: places
        .filter(({ facts, share }) => (share?.units ?? 0) < facts.unitsWanted)
        .slice(0, MOST_WAITING)
        .map(({ place, facts, share }) => {
          // units that are there but kept for another channel are as good as missing
          const unitsMissing = Math.max(place.unitsMissing, facts.unitsWanted - (share?.units ?? 0));
          return { ...facts, unitsMissing, goesFirstInDays: place.goesFirstInDays };
        }),
      moves: proposeRebalancing(plan.stock.map(freeAndBuffered)),
    };
  },
});

const placeFacts = (
  { orderLineId, orderNumber, customerName, quantity }: QueuedLine,
  { position, reasons }: PlaceExplained,
): z.infer<typeof Place> => ({
  orderLineId,
  orderNumber,
  customerName,
  queuePosition: position,
  unitsWanted: quantity,
  reasons: [...reasons],
});

const freeAndBuffered = ({ locationId, onHand, allocated, buffers }: LocationStock) => ({
  locationId,
  free: onHand - allocated,
  buffered: buffers.reduce((sum, { units }) => sum + units, 0),
});
