import type { ConversationId } from '../domain/kernel/ids.js';
import type { Sql } from '../store/connect.js';
import { type Stored, storeArrival } from '../store/inbox.js';
import type { InboundEvent } from './activity.js';

/** A message or event from outside, parsed and trusted as far as its channel can vouch for it. */
export interface Inbound {
  readonly channel: string;
  /** The sender's id of the message. A second arrival under the same id is a duplicate and does nothing. */
  readonly externalId: string;
  readonly conversationId: ConversationId;
  readonly event: InboundEvent;
  /** The activity as the transcript shows it. */
  readonly activity: Record<string, unknown>;
}

/** Stores an inbound before it is acknowledged. The conversation must exist. Throws when it cannot be stored: then do not acknowledge. */
export type Receive = (inbound: Inbound) => Promise<Stored>;

/** `wake` tells this process's workers that something waits; other processes find it by looking. */
export function createReceive(sql: Sql, wake: () => void): Receive {
  return async ({ channel, externalId, conversationId, event, activity }) => {
    const stored = await storeArrival(sql, { channel, externalId, conversationId, payload: event, body: activity });
    if (stored.kind === 'stored') wake();
    return stored;
  };
}
