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
