import type { ConversationSummary } from '../brains/brain.js';
import type { Instant } from '../domain/kernel/dates.js';
import type { ProposalId } from '../domain/kernel/ids.js';
import type { Told } from '../grounding/check-reply.js';
import type { AuditEntry } from '../store/audit.js';
import type { Sql } from '../store/connect.js';
import type { Lease } from '../store/conversations.js';
import type { Waiting } from '../store/inbox.js';
import { type Heard, type LeaseLeft, type PromiseMade, storeTurn } from '../store/store-turn.js';
import type { ShopperPrincipal } from '../tools/principal.js';
import type { ReplyActivity } from './activity.js';

/** What a turn worked out, before it is stored. */
export interface Draft {
  readonly replies: readonly { readonly activity: ReplyActivity; readonly told: readonly Told[] }[];
  readonly dialogue: Readonly<Record<string, unknown>>;
  readonly summary?: ConversationSummary;
  /** The reply that puts a proposal to the shopper. */
  readonly asked?: { readonly index: number; readonly id: ProposalId };
  /** Who answered, and what the message was taken for. */
  readonly heard?: Heard;
  /** The message cannot be answered: it is set aside, and the replies only say so. */
  readonly givesUp?: true;
}

export interface ClosingTurn {
  readonly lease: Lease;
  readonly waiting: Waiting;
  readonly draft: Draft;
  readonly channel: string;
  readonly now: Instant;
  readonly principal: ShopperPrincipal;
  /** Of the turn's reads. */
  readonly audit: readonly AuditEntry[];
}

/**
 * The one transaction that ends a turn: checks the fence, then stores dialogue, replies, promises, outbox rows and the
 * inbox row's end together. Throws LeaseLost, storing nothing, when another worker holds the conversation.
 */
export function closeTurn(
  sql: Sql,
  { lease, waiting, draft, channel, now, principal, audit }: ClosingTurn,
): Promise<LeaseLeft> {
  return storeTurn(sql, {
    lease,
    inboxId: waiting.id,
    channel,
    now,
    dialogue: draft.dialogue,
    summary: draft.summary,
    replies: draft.replies.map(({ activity, told }) => ({ body: activity, promises: promisesOf(told, principal) })),
    asked: draft.asked,
    end: draft.givesUp ? 'dead' : 'done',
    heard: draft.heard,
    audit,
  });
}

/** What only says where we stand now or what was told before, the shopper's own day, and a chance bind nobody. */
const NOT_PROMISED = new Set(['todayOn', 'placedOn', 'neededByOn', 'chanceByDate', 'toldShipBy', 'toldOn']);

/** One ledger row for each fact a message told, however often its words say it. */
function promisesOf(told: readonly Told[], { identity }: ShopperPrincipal): PromiseMade[] {
  const seen = new Set<string>();
  return told.flatMap(({ kind, text, facts }) =>
    facts
      .filter(({ name }) => !NOT_PROMISED.has(name))
      .filter((fact) => isFirst(seen, [fact.tool, fact.path, fact.orderLineId, fact.name].join(' ')))
      .map((fact) => ({
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
