import { z } from 'zod';
import type { SqlOrTx, Tx } from './connect.js';

/**
 * Stores what came in from Slack together with the job that handles it, in one statement, so that it can be acknowledged.
 * A repetition changes nothing.
 */
export async function storeSlackArrival(
  sql: SqlOrTx,
  { externalId, kind, payload }: { readonly externalId: string; readonly kind: string; readonly payload: unknown },
): Promise<'stored' | 'duplicate'> {
  const rows = await sql`
    with arrived as (
      insert into slack_arrivals (external_id, kind, payload) values (${externalId}, ${kind}, ${sql.json(payload as never)})
      on conflict (external_id) do nothing returning id
    )
    select enqueue_job('slack-arrival', jsonb_build_object('arrivalId', id)) from arrived`;
  return rows.length > 0 ? 'stored' : 'duplicate';
}

const ArrivalRow = z.object({ payload: z.unknown(), state: z.enum(['waiting', 'done', 'dead']) });

/** A stored arrival; null for an id that does not exist. */
export async function slackArrival(sql: SqlOrTx, id: number): Promise<z.infer<typeof ArrivalRow> | null> {
  const [row] = await sql`select payload, state from slack_arrivals where id = ${id}`;
  return row ? ArrivalRow.parse(row) : null;
}

/** Ends an arrival that waits; false when it ended already. */
export async function endSlackArrival(
  tx: Tx,
  id: number,
  end: { readonly state: 'done' } | { readonly state: 'dead'; readonly errorId: string },
): Promise<boolean> {
  const rows = await tx`
    update slack_arrivals set state = ${end.state}, error_id = ${end.state === 'dead' ? end.errorId : null},
      done_at = clock_timestamp()
    where id = ${id} and state = 'waiting' returning id`;
  return rows.length > 0;
}
