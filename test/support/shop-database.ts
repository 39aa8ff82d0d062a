import type { z } from 'zod';
import { instant } from '../../src/domain/kernel/dates.js';
import { loadScenarioShop } from '../../src/evaluation/load-scenario-shop.js';
import { ScenarioShop } from '../../src/evaluation/scenario-shop.js';
import { setBusinessNow } from '../../src/store/clock.js';
import type { Sql } from '../../src/store/connect.js';
import { ANAS_SHOP, TODAY } from './shop.js';

/** Moves Ana's shop, with `more` on the shelf, into a migrated, empty database, on the day its scenario is told. */
export async function moveIn(sql: Sql, more: Pick<z.input<typeof ScenarioShop>, 'stock'> = {}): Promise<void> {
  await loadScenarioShop(sql, ScenarioShop.parse({ ...ANAS_SHOP, ...more }), TODAY);
  await setBusinessNow(sql, instant(`${TODAY}T18:00:00Z`));
}

/** Each message the shopper sent in a conversation, and each reply with the message it answers, in the order shown. */
export async function transcriptOf(sql: Sql, conversationId: string) {
  return sql<{ seq: number; author: string; inbox: number; kind: string; text: string; template: string | null }[]>`
    select seq, author, inbox_id as inbox, body ->> 'type' as kind, body ->> 'text' as text,
      body -> 'channelData' ->> 'template' as template
    from messages where conversation_id = ${conversationId} order by seq`;
}

export const inboxStates = async (sql: Sql): Promise<Record<string, number>> =>
  Object.fromEntries(
    (await sql`select state, count(*)::int as n from inbox group by state`).map(({ state, n }) => [state, n]),
  );
