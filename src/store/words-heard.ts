import type { Instant } from '../domain/kernel/dates.js';
import type { OrderNumber } from '../domain/kernel/ids.js';
import type { Tx } from './connect.js';

/** How a customer said it. */
export const HEARD_HOW = ['phone', 'email', 'in_person'] as const;

export interface WordsHeard {
  readonly orderNumber: OrderNumber;
  readonly about: 'cancel' | 'express' | 'split';
  /** What they were told it would do and cost. */
  readonly recap: unknown;
  readonly how: (typeof HEARD_HOW)[number];
  readonly said: string;
  /** The Slack user id of who heard it. */
  readonly heardBy: string;
  readonly heardAt: Instant;
}

/** Keeps a customer's word given outside a chat, as evidence: it is never changed. */
export async function keepWordsHeard(tx: Tx, heard: WordsHeard): Promise<void> {
  await tx`insert into words_heard ${tx({
    order_number: heard.orderNumber,
    about: heard.about,
    recap: tx.json(heard.recap as never),
    how: heard.how,
    said: heard.said,
    heard_by: heard.heardBy,
    heard_at: heard.heardAt,
  })}`;
}
