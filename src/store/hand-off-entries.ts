import { z } from 'zod';
import type { ConversationId } from '../domain/kernel/ids.js';
import type { SqlOrTx, Tx } from './connect.js';
import { enqueue } from './jobs/enqueue.js';

export const ENTRY_KINDS = [
  'opened',
  'raised',
  'claimed',
  'reply',
  'note',
  'note_changed',
  'note_deleted',
  'reminded',
  'overdue',
  'late',
  'returned',
  'closed',
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

export interface NewEntry {
  readonly handOffId: number;
  readonly conversationId: ConversationId;
  readonly kind: EntryKind;
  /** Who did it; left out for the desk itself. */
  readonly by?: { readonly staffId: string; readonly name: string | null };
  readonly text?: string;
  /** The message in Slack it was written as. */
  readonly source?: string;
  /** Of a reply. */
  readonly messageId?: number;
}

/**
 * Notes what happened in a hand-off, with the job that shows it in the thread. The caller holds the hand-off's row, so
 * that entries are committed in the order of their ids.
 */
export async function addEntry(tx: Tx, entry: NewEntry): Promise<void> {
  const { handOffId, conversationId, kind, by, text, source, messageId } = entry;
  await tx`
    insert into hand_off_entries (hand_off_id, kind, by_id, by_name, text, source, message_id)
    values (${handOffId}, ${kind}, ${by?.staffId ?? null}, ${by?.name ?? null}, ${text ?? null}, ${source ?? null},
      ${messageId ?? null})`;
  await showThread(tx, conversationId);
}

/** Has the conversation's thread brought up to date. */
export async function showThread(tx: Tx, conversationId: ConversationId): Promise<void> {
  await enqueue(tx, 'hand-off-thread', { conversationId }, { key: conversationId });
}

const SourceRow = z.object({ kind: z.enum(['reply', 'note']), handOffId: z.int() });

/** What a message in Slack was taken as; null when it was taken as nothing. */
export async function entryOfSource(sql: SqlOrTx, source: string): Promise<z.infer<typeof SourceRow> | null> {
  const [row] = await sql`
    select kind, hand_off_id as "handOffId" from hand_off_entries
    where source = ${source} and kind in ('reply', 'note')`;
  return row ? SourceRow.parse(row) : null;
}

/** Whether a rank was reminded, or told that the time is up, already. */
export async function wasTold(
  sql: SqlOrTx,
  { handOffId, kind, text }: { handOffId: number; kind: 'reminded' | 'late'; text: string },
): Promise<boolean> {
  const rows = await sql`
    select from hand_off_entries where hand_off_id = ${handOffId} and kind = ${kind} and text = ${text}`;
  return rows.length > 0;
}
