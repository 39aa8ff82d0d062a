import type { Log } from '../conversation/log.js';
import type { ConversationId } from '../domain/kernel/ids.js';
import type { DeskRules } from '../knowledge/desk-rules.js';
import type { ShopPolicy } from '../knowledge/shop-policy.js';
import type { Sql } from '../store/connect.js';
import type { Carried, QueueName } from '../store/jobs/queues.js';
import type { Door } from '../tools/door.js';
import type { ProposeClaims } from '../tools/propose-claims.js';

/** What jobs work with. */
export interface JobContext {
  readonly sql: Sql;
  readonly door: Door;
  readonly policy: ShopPolicy;
  readonly rules: DeskRules;
  readonly log: Log;
  /** Null where no Slack is connected. */
  readonly slack: SlackDesk | null;
  /** Absent where no language model is configured. */
  readonly proposeClaims?: ProposeClaims | undefined;
  /** Sends what a job put into the outbox at once, instead of at the next look. */
  wakeSenders(): void;
}

/** What the Slack channel does for jobs. */
export interface SlackDesk {
  /** Does what a stored arrival asks for, once however often it is called. Throws for a fault that may pass. */
  answer(arrivalId: number): Promise<void>;
  /** Shows a request for approval as it stands. Repeating it shows nothing twice. */
  showApproval(approvalId: string): Promise<void>;
  /** Shows a request to order goods as it stands. Repeating it shows nothing twice. */
  showReorder(reorderId: number): Promise<void>;
  /** Shows a call that somebody must make to a supplier, as it stands. Repeating it shows nothing twice. */
  showSupplierCall(callId: number): Promise<void>;
  /** Shows a mail to a supplier that waits for a person, and what became of it. Repeating it shows nothing twice. */
  showSupplierMail(mailId: string): Promise<void>;
  /** Shows a supplier's mail to those who buy, with what became of each claim. Repeating it shows nothing twice. */
  showSupplierAnswer(mailId: number): Promise<void>;
  /** Shows a question to a shopper, and what came of it, to whoever asked. Repeating it shows nothing twice. */
  showTeamQuestion(questionId: string): Promise<void>;
  /** Tells whoever of the team asked the shop for something what it answered. Repeating it tells nothing twice. */
  tellShopAnswer(requestId: string): Promise<void>;
  /** Shows a delay notice that a person is asked about as it stands. Repeating it shows nothing twice. */
  showNoticeReview(reviewId: string): Promise<void>;
  /** Tells whoever of the team sent a delay notice what became of it. Repeating it tells nothing twice. */
  tellNoticeNews(about: Carried<'notice-news'>): Promise<void>;
  /** Sends the daily digest to each channel that is due one, once a local date however often it is called. */
  sendDigests(): Promise<void>;
  /** Tells the alerts channel what crossed its threshold, each crossing once however often it is called. */
  sendAlerts(): Promise<void>;
  /** Tells whoever sent it that it failed for good. */
  giveUp(arrivalId: number, error: unknown): Promise<void>;
  /** Stores for sending what a conversation's thread does not show yet. */
  showHandOff(conversationId: ConversationId): Promise<void>;
}

/**
 * One kind of work, the file in tasks/ that bears its queue's name. `run` may happen more than once for one job: when a
 * worker dies in the middle, another begins anew. So effects go through the door with a key, or into rows that are unique.
 */
export interface Job<Name extends QueueName = QueueName> {
  readonly queue: Name;
  /** `prompt`: somebody waits for it. */
  readonly pace: 'prompt' | 'background';
  /** It is left alone by processes without Slack. */
  readonly needsSlack?: boolean;
  run(data: Carried<Name>, context: JobContext): Promise<void>;
  /** Called once after the last try failed, before the job becomes a dead letter. */
  gaveUp?(data: Carried<Name>, error: unknown, context: JobContext): Promise<void>;
}

export const defineJob = <const Name extends QueueName>(job: Job<Name>): Job<Name> => job;
