import { z } from 'zod';
import { Instant } from '../domain/kernel/dates.js';
import { ConversationId } from '../domain/kernel/ids.js';
import type { SqlOrTx, Tx } from './connect.js';

const HandOffRow = z.object({
  conversationId: ConversationId,
  reason: z.string(),
  urgency: z.enum(['normal', 'high']),
  summary: z.object({ text: z.string(), customerId: z.string().nullable() }),
  askedAt: Instant,
});
export type HandOff = z.infer<typeof HandOffRow>;

/**
 * Opens a request for a person. False when the conversation already has one open; that one becomes urgent when this one
 * is, and takes its reason.
 */
export async function openHandOff(tx: Tx, handOff: HandOff): Promise<boolean> {
  const [row] = await tx<{ isNew: boolean }[]>`
    insert into hand_offs as open (conversation_id, reason, urgency, summary, asked_at)
    values (${handOff.conversationId}, ${handOff.reason}, ${handOff.urgency}, ${tx.json(handOff.summary)}, ${handOff.askedAt})
    on conflict (conversation_id) where state = 'open' do update set urgency = excluded.urgency, reason = excluded.reason
      where excluded.urgency = 'high' and open.urgency = 'normal'
    returning xmax = 0 as "isNew"`;
  return row?.isNew ?? false;
}

/** All requests nobody has closed, the urgent first, then by age. */
export async function openHandOffs(sql: SqlOrTx): Promise<HandOff[]> {
  const rows = await sql`
    select conversation_id as "conversationId", reason, urgency, summary, asked_at as "askedAt" from hand_offs
    where state = 'open' order by (urgency = 'high') desc, asked_at`;
  return rows.map((row) => HandOffRow.parse(row));
}
