import { z } from 'zod';
import type { BackorderStance } from '../domain/backorders/stance.js';
import type { Instant } from '../domain/kernel/dates.js';
import type { Sku } from '../domain/kernel/ids.js';
import type { SqlOrTx, Tx } from './connect.js';

const StanceRow = z
  .discriminatedUnion('stance', [
    z.object({ stance: z.literal('accept') }),
    z.object({ stance: z.literal('stop') }),
    z.object({ stance: z.literal('cap'), mostWaiting: z.int() }),
    z.object({ stance: z.literal('by_policy') }),
  ])
  .transform(({ stance, ...rest }): BackorderStance | null =>
    stance === 'by_policy' ? null : ({ kind: stance, ...rest } as BackorderStance),
  );

/** What a manager has set for a SKU last; null when nothing, or when it was given back to the policy. */
export async function stanceSetFor(sql: SqlOrTx, sku: Sku): Promise<BackorderStance | null> {
  const [row] = await sql`
    select stance, most_waiting as "mostWaiting" from backorder_stances where sku = ${sku} order by id desc limit 1`;
  return row ? StanceRow.parse(row) : null;
}

export interface StanceChange {
  readonly sku: Sku;
  /** Null gives it back to the policy. */
  readonly stance: BackorderStance | null;
  readonly reason: string;
  readonly setBy: string;
  readonly at: Instant;
}

export async function recordStance(tx: Tx, { sku, stance, reason, setBy, at }: StanceChange): Promise<void> {
  await tx`insert into backorder_stances ${tx({
    sku,
    stance: stance?.kind ?? 'by_policy',
    most_waiting: stance?.kind === 'cap' ? stance.mostWaiting : null,
    reason,
    set_by: setBy,
    at,
  })}`;
}
