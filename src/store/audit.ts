import type { SqlOrTx } from './connect.js';

export interface AuditEntry {
  readonly principalKind: 'shopper' | 'rep' | 'manager' | 'system';
  readonly principalId: string;
  readonly conversationId: string | null;
  readonly tool: string;
  readonly effect: 'read' | 'record' | 'propose' | 'commit';
  readonly input: Record<string, unknown>;
  readonly allowed: boolean;
  /** The outcome's kind, or why nothing ran. */
  readonly outcome: string;
}

/** Appends to the audit trail. In a write's transaction the row and the write stand or fall together. */
export async function recordAudit(sql: SqlOrTx, entry: AuditEntry): Promise<void> {
  await sql`
    insert into audit (principal_kind, principal_id, conversation_id, tool, effect, input, allowed, outcome)
    values (${entry.principalKind}, ${entry.principalId}, ${entry.conversationId}, ${entry.tool}, ${entry.effect},
      ${sql.json(entry.input as never)}, ${entry.allowed}, ${entry.outcome})`;
}
