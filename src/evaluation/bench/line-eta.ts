import type { TurnDependencies } from '../../conversation/take-turn.js';
import { queuePosition } from '../../domain/allocation/queue-position.js';
import { type Backorder, type EtaContext, estimateEta, type SupplyLine } from '../../domain/eta/estimate-eta.js';
import { dateIn } from '../../domain/kernel/dates.js';
import type { OrderLineId, Sku } from '../../domain/kernel/ids.js';
import { businessNow } from '../../store/clock.js';
import type { Sql } from '../../store/connect.js';
import { queueFor } from '../../store/orders.js';
import { openSupplyFor } from '../../store/purchasing.js';
import { openDoor } from '../../tools/door.js';
import { etaContext } from '../../tools/eta-context.js';
import { getLineEta } from '../../tools/get-line-eta.js';
import type { Subject } from './rounds.js';

interface Case {
  readonly backorder: Backorder;
  readonly supply: readonly SupplyLine[];
}

const CALLS = 200;

/** Dates for every waiting line of the demo shop: the estimate alone, and the whole tool call with its reading and audit. */
export function lineEta(sql: Sql, policy: TurnDependencies['policy'], seconds: number): Subject {
  const prepared = prepare(sql, policy);
  const door = openDoor({ sql, policy });
  return {
    name: 'line ETA',
    async measure() {
      const { cases, context } = await prepared;
      const begin = performance.now();
      let count = 0;
      while (performance.now() - begin < seconds * 1_000) {
        for (const { backorder, supply } of cases) estimateEta(backorder, supply, context);
        count += cases.length;
      }
      const estimateMicroseconds = ((performance.now() - begin) * 1_000) / count;
      const etaCall = await microsecondsEach(async (n) => {
        const orderLineId = cases[n % cases.length]?.backorder.orderLineId;
        await door.call(getLineEta, { orderLineId }, { kind: 'system', job: 'bench' });
      });
      const roundTrip = await microsecondsEach(() => sql`select 1`);
      return { estimateMicroseconds, etaCall, roundTrip };
    },
  };
}

async function microsecondsEach(work: (n: number) => PromiseLike<unknown>): Promise<number> {
  const begin = performance.now();
  for (let n = 0; n < CALLS; n += 1) await work(n);
  return ((performance.now() - begin) * 1_000) / CALLS;
}

async function prepare(sql: Sql, policy: TurnDependencies['policy']): Promise<{ cases: Case[]; context: EtaContext }> {
  const today = dateIn(policy.zone, await businessNow(sql));
  const context = await etaContext(sql, { today, policy, service: 'standard' });
  const lines = await sql<{ id: OrderLineId; sku: Sku; quantity: number }[]>`
    select id, sku, quantity from order_lines where state = 'backordered' order by id`;
  const cases: Case[] = [];
  for (const { id, sku, quantity } of lines) {
    const [queue, supply] = await Promise.all([queueFor(sql, sku), openSupplyFor(sql, sku)]);
    const place = queuePosition(queue, id);
    if (place.kind === 'queued')
      cases.push({ backorder: { orderLineId: id, sku, quantity, unitsAhead: place.unitsAhead }, supply });
  }
  return { cases, context };
}
