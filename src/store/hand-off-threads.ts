import { z } from 'zod';
import { Instant } from '../domain/kernel/dates.js';
import type { ConversationId } from '../domain/kernel/ids.js';
import type { Tx } from './connect.js';
import { ENTRY_KINDS } from './hand-off-entries.js';

const ThreadRow = z.object({ shownSeq: z.int(), shownEntry: z.int() });
export type ThreadMarks = z.infer<typeof ThreadRow>;

/** How far a conversation's thread shows it, held until the transaction ends; null when it was never handed over. */
export async function lockThread(tx: Tx, conversationId: ConversationId): Promise<ThreadMarks | null> {
  const [row] = await tx`
    select shown_seq as "shownSeq", shown_entry as "shownEntry" from hand_off_threads
    where conversation_id = ${conversationId} for update`;
  return row ? ThreadRow.parse(row) : null;
}

export async function markShown(
  tx: Tx,
  conversationId: ConversationId,
  { shownSeq, shownEntry }: ThreadMarks,
): Promise<void> {
  await tx`
    update hand_off_threads set shown_seq = ${shownSeq}, shown_entry = ${shownEntry}
    where conversation_id = ${conversationId}`;
}

const EntryRow = z.object({
  id: z.int(),
  kind: z.enum(ENTRY_KINDS),
  byId: z.string().nullable(),
  byName: z.string().nullable(),
  text: z.string().nullable(),
  source: z.string().nullable(),
  at: Instant,
  /** Of a reply: what is known of its sending by now. */
  delivery: z.enum(['on_its_way', 'sent', 'failed']).nullable(),
});
export type HandOffEntry = z.infer<typeof EntryRow>;

/** What happened in a conversation's hand-offs and is not shown, oldest first; and replies whose sending has ended since. */
export async function entriesToShow(
  tx: Tx,
  conversationId: ConversationId,
  { shownEntry }: ThreadMarks,
): Promise<HandOffEntry[]> {
  const rows = await tx`
    select e.id, e.kind, e.by_id as "byId", e.by_name as "byName", e.text, e.source, e.made_at as at,
      case when e.kind = 'reply' then case o.state when 'sent' then 'sent' when 'dead' then 'failed' else 'on_its_way' end
      end as delivery
    from hand_off_entries e join hand_offs h on h.id = e.hand_off_id
      left join outbox o on o.idempotency_key = 'message:' || e.message_id
    where h.conversation_id = ${conversationId} and (e.id > ${shownEntry}
      or (e.kind = 'reply' and e.delivery is null and o.state in ('sent', 'dead')))
    order by e.id`;
  return rows.map((row) => EntryRow.parse(row));
}

/** Notes that the thread says what became of a reply. */
export async function keepDelivery(tx: Tx, entryId: number, delivery: 'sent' | 'failed'): Promise<void> {
  await tx`update hand_off_entries set delivery = ${delivery} where id = ${entryId} and delivery is null`;
}
