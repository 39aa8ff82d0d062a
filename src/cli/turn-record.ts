import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { ReplyActivity } from '../conversation/activity.js';
import type { ConversationId } from '../domain/kernel/ids.js';
import type { Sql } from '../store/connect.js';

const LOOK_EVERY_MS = 10;

/** What one message led to, read from the record: replies with the facts told in them, tool calls, hand-off. */
export interface TurnRecord {
  readonly replies: readonly { readonly activity: ReplyActivity; readonly facts: Record<string, unknown> }[];
  readonly toolCalls: readonly { readonly tool: string; readonly input: unknown; readonly outcome: string }[];
  readonly handedOff: boolean;
}

/** Waits until a message is answered and reads what came of it. */
export async function answersTo(sql: Sql, conversationId: ConversationId, externalId: string): Promise<TurnRecord> {
  const inbox = await settled(sql, externalId);
  const rows = await sql<{ body: unknown; facts: Record<string, unknown> }[]>`
    select m.body, coalesce((select jsonb_object_agg(p.said->>'fact', p.said->'value') from promises p where p.message_id = m.id), '{}') as facts
    from messages m where m.inbox_id = ${inbox.id} and m.author <> 'shopper' order by m.seq`;
  const toolCalls = await sql<{ tool: string; input: unknown; outcome: string }[]>`
    select tool, input, outcome from audit where conversation_id = ${conversationId} and at >= ${inbox.receivedAt} order by id`;
  const [handOff] = await sql`select from hand_offs where conversation_id = ${conversationId} and state = 'open'`;
  return {
    replies: rows.map(({ body, facts }) => ({ activity: ReplyActivity.parse(body), facts })),
    toolCalls: [...toolCalls],
    handedOff: handOff !== undefined,
  };
}

const InboxRow = z.object({ id: z.int(), state: z.string(), receivedAt: z.string() });

async function settled(sql: Sql, externalId: string): Promise<z.infer<typeof InboxRow>> {
  for (;;) {
    const [row] = await sql`select id, state, received_at as "receivedAt" from inbox where external_id = ${externalId}`;
    const inbox = InboxRow.parse(row);
    if (inbox.state === 'dead') throw new Error('This message could not be answered; the log says why.');
    if (inbox.state === 'done') return inbox;
    await pause(LOOK_EVERY_MS);
  }
}
