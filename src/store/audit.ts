import { z } from 'zod';
import type { ConversationId } from '../domain/kernel/ids.js';
import type { SqlOrTx } from './connect.js';

export interface AuditEntry {
  readonly principalKind: 'shopper' | 'rep' | 'lead' | 'manager' | 'system';
  readonly principalId: string;
  readonly conversationId: string | null;
  readonly tool: string;
  readonly effect: 'read' | 'record' | 'propose' | 'commit';
  readonly input: Record<string, unknown>;
  readonly allowed: boolean;
  /** The outcome's kind, or why nothing ran. */
  readonly outcome: string;
}

/** Appends to the audit trail, in order. In a write's transaction the rows and the write stand or fall together. */
export async function recordAudit(sql: SqlOrTx, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await sql`
    insert into audit (principal_kind, principal_id, conversation_id, tool, effect, input, allowed, outcome)
    select "principalKind", "principalId", "conversationId", tool, effect, input, allowed, outcome
    from jsonb_to_recordset(${sql.json(entries as never)}) as a
      ("principalKind" text, "principalId" text, "conversationId" text, tool text, effect text, input jsonb, allowed boolean, outcome text)`;
}

const TriedRow = z.object({ tool: z.string(), outcome: z.string() });

/** What was tried for the shopper of a conversation: each tool once with its last outcome, in the order of the first call. */
export async function triedIn(sql: SqlOrTx, conversationId: ConversationId): Promise<z.infer<typeof TriedRow>[]> {
  const rows = await sql`
    select tool, (array_agg(outcome order by id desc))[1] as outcome from audit
    where conversation_id = ${conversationId} and principal_kind = 'shopper' and allowed
    group by tool order by min(id)`;
  return rows.map((row) => TriedRow.parse(row));
}
