import type { Instant } from '../domain/kernel/dates.js';
import type { ProposalId } from '../domain/kernel/ids.js';
import type { Sql } from '../store/connect.js';
import { advanceConversation, type Lease } from '../store/conversations.js';
import { settleArrival, type Waiting } from '../store/inbox.js';
import { appendReplies } from '../store/messages.js';
import { writeOutbox } from '../store/outbox.js';
import { type PromiseMade, recordPromises } from '../store/promises.js';
import { markAsked } from '../store/proposals.js';
import type { ShopperPrincipal } from '../tools/principal.js';
import type { ReplyActivity } from './activity.js';
import type { Told } from './guard/check-reply.js';

/** What a turn worked out, before it is stored. */
export interface Draft {
  readonly replies: readonly { readonly activity: ReplyActivity; readonly told: readonly Told[] }[];
  readonly dialogue: Readonly<Record<string, unknown>>;
  /** The reply that puts a proposal to the shopper. */
  readonly asked?: { readonly index: number; readonly id: ProposalId };
}

export interface ClosingTurn {
  readonly lease: Lease;
  readonly waiting: Waiting;
  readonly draft: Draft;
  readonly channel: string;
  readonly now: Instant;
  readonly principal: ShopperPrincipal;
}

/**
 * The one transaction that ends a turn: checks the fence, then stores dialogue, replies, promises, outbox rows and the
 * inbox row's end together. Throws LeaseLost, storing nothing, when another worker holds the conversation.
 */
export async function closeTurn(
  sql: Sql,
  { lease, waiting, draft, channel, now, principal }: ClosingTurn,
): Promise<void> {
  const { conversationId } = lease;
  const { replies, asked } = draft;
  await sql.begin(async (tx) => {
    const before = await advanceConversation(tx, lease, draft.dialogue, replies.length);
    const seqOf = (index: number) => before + 1 + index;
    const messageIds = await appendReplies(
      tx,
      conversationId,
      replies.map(({ activity }, index) => ({ seq: seqOf(index), body: activity, inboxId: waiting.id })),
    );
    await recordPromises(
      tx,
      conversationId,
      now,
      replies.flatMap(({ told }, index) => promisesOf(told, messageIds[index] ?? 0, principal)),
    );
    await writeOutbox(
      tx,
      replies.map(({ activity }, index) => ({
        idempotencyKey: `turn:${waiting.id}:${index}`,
        channel,
        conversationId,
        payload: { seq: seqOf(index), text: activity.text },
      })),
    );
    if (asked) await markAsked(tx, asked.id, seqOf(asked.index));
    await settleArrival(tx, waiting.id);
  });
}

/** Dates that only say where we stand now bind nobody. */
const NOT_PROMISED = new Set(['todayOn', 'placedOn']);

/** One ledger row for each fact a message told, however often its words say it. */
function promisesOf(told: readonly Told[], messageId: number, { identity }: ShopperPrincipal): PromiseMade[] {
  const seen = new Set<string>();
  return told.flatMap(({ kind, text, facts }) =>
    facts
      .filter(({ name }) => !NOT_PROMISED.has(name))
      .filter((fact) => isFirst(seen, [fact.tool, fact.path, fact.orderLineId, fact.name].join(' ')))
      .map((fact) => ({
        messageId,
        customerId: identity?.customerId ?? null,
        orderNumber: fact.orderNumber,
        orderLineId: fact.orderLineId,
        kind,
        said: { fact: fact.name, text, value: fact.value },
        basis: { tool: fact.tool, path: fact.path },
      })),
  );
}

function isFirst(seen: Set<string>, key: string): boolean {
  if (seen.has(key)) return false;
  seen.add(key);
  return true;
}
