import { z } from 'zod';
import type { LocalDate } from '../domain/kernel/dates.js';
import type { ConversationId } from '../domain/kernel/ids.js';
import type { SqlOrTx } from './connect.js';

/** What one request to a language model took. */
export interface ModelUsage {
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Millionths of a dollar, or whatever the price list is in. */
  readonly costMicros: number;
}

const SpentRow = z.object({ today: z.coerce.number(), conversation: z.coerce.number() });

/** What a model has cost in millionths: all day in all conversations, and in one conversation on all days. */
export async function modelSpending(
  sql: SqlOrTx,
  { day, conversationId }: { day: LocalDate; conversationId: ConversationId },
): Promise<z.infer<typeof SpentRow>> {
  const [row] = await sql`
    select coalesce((select sum(cost_micros) from model_usage where day = ${day}), 0) as today,
      coalesce((select sum(cost_micros) from model_usage where conversation_id = ${conversationId}), 0) as conversation`;
  return SpentRow.parse(row);
}

/** Adds one request to what a conversation has cost that day. */
export async function addModelUsage(
  sql: SqlOrTx,
  {
    day,
    conversationId,
    inputTokens,
    outputTokens,
    costMicros,
  }: ModelUsage & { day: LocalDate; conversationId: ConversationId },
): Promise<void> {
  await sql`
    insert into model_usage (day, conversation_id, requests, input_tokens, output_tokens, cost_micros)
    values (${day}, ${conversationId}, 1, ${inputTokens}, ${outputTokens}, ${costMicros})
    on conflict (day, conversation_id) do update set
      requests = model_usage.requests + 1,
      input_tokens = model_usage.input_tokens + excluded.input_tokens,
      output_tokens = model_usage.output_tokens + excluded.output_tokens,
      cost_micros = model_usage.cost_micros + excluded.cost_micros`;
}
