import type { z } from 'zod';
import type { Toolbelt, ToolResult } from '../brains/brain.js';
import type { Instant } from '../domain/kernel/dates.js';
import type { AuditEntry } from '../store/audit.js';
import type { Sql } from '../store/connect.js';
import { findConversation } from '../store/conversations.js';
import type { Door } from '../tools/door.js';
import { identifyShopper } from '../tools/identify-shopper.js';
import { type Identity, KnownIdentity, type ShopperPrincipal } from '../tools/principal.js';

/** A toolbelt that also tells who holds it: identifying in mid-turn changes that. */
export interface TurnTools extends Toolbelt {
  readonly principal: ShopperPrincipal;
  /** Audit rows of reads that nothing has stored yet: they are stored with the turn. */
  readonly trail: AuditEntry[];
}

/** The tools for one turn. Writes carry the turn's key, so that a repeated turn repeats none of them. */
export function createToolbelt({
  door,
  sql,
  principal,
  key,
  now,
}: {
  door: Door;
  sql: Sql;
  principal: ShopperPrincipal;
  key: string;
  /** The turn's own time, so that all its reads look at one moment. */
  now: Instant;
}): TurnTools {
  const results: ToolResult[] = [];
  const trail: AuditEntry[] = [];
  let holder = principal;
  return {
    results,
    trail,
    get principal() {
      return holder;
    },
    async call(tool, input) {
      const output = await door.call(tool, input, holder, { key, now, trail });
      const kind = (output as { kind: string }).kind;
      results.push({ tool: tool.name, input, output: output as ToolResult['output'] });
      if (tool.name === identifyShopper.name && kind === 'identified') {
        holder = { ...holder, identity: await identityOf(sql, holder) };
      }
      return output as z.infer<typeof tool.output>;
    },
  };
}

async function identityOf(sql: Sql, { conversationId }: ShopperPrincipal): Promise<Identity | null> {
  return KnownIdentity.parse((await findConversation(sql, conversationId))?.identity ?? null);
}
