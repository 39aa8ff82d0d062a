import { z } from 'zod';
import { ConversationId } from '../../domain/kernel/ids.js';

/** Work that is put in with the change that wants it. */
export interface Queue {
  readonly kind: 'queue';
  /** What each job carries: ids, never what somebody wrote. */
  readonly carries: z.ZodType;
  /** Tries before it is a dead letter, and the pause before the second, in seconds; each further pause is about twice as long. */
  readonly attempts: number;
  readonly firstPauseSeconds: number;
}

/** Work that comes round by itself and reads from the tables, against business time, what is due. */
export interface Sweep {
  readonly kind: 'sweep';
  readonly everySeconds: number;
}

/**
 * Every queue there is. Each has its job, a file of the same name in src/jobs/tasks/. They stand here, apart from their
 * jobs, so that a tool can put work in without knowing how it is done.
 */
export const QUEUES = {
  'slack-arrival': {
    kind: 'queue',
    carries: z.object({ arrivalId: z.int() }),
    attempts: 5,
    firstPauseSeconds: 1,
  },
  'approval-card': {
    kind: 'queue',
    carries: z.object({ approvalId: z.uuid() }),
    attempts: 5,
    firstPauseSeconds: 1,
  },
  'shop-answer': {
    kind: 'queue',
    carries: z.object({ requestId: z.uuid() }),
    attempts: 5,
    firstPauseSeconds: 1,
  },
  // supplier_promises that were added: whose dates they move is told
  'supply-moved': {
    kind: 'queue',
    carries: z.object({ promiseIds: z.array(z.int()).min(1) }),
    attempts: 5,
    firstPauseSeconds: 1,
  },
  // a notice that a person is asked about, as it stands
  'notice-review': {
    kind: 'queue',
    carries: z.object({ reviewId: z.uuid() }),
    attempts: 5,
    firstPauseSeconds: 1,
  },
  // what became of a notice that somebody of the team sent
  'notice-news': {
    kind: 'queue',
    carries: z.object({ noticeId: z.string(), news: z.enum(['bounced', 'dropped', 'kept', 'cancelled']) }),
    attempts: 5,
    firstPauseSeconds: 1,
  },
  'delay-duties': { kind: 'sweep', everySeconds: 15 },
  'inbound-mail': {
    kind: 'queue',
    carries: z.object({ mailId: z.int() }),
    attempts: 5,
    firstPauseSeconds: 1,
  },
  'supplier-mail-card': {
    kind: 'queue',
    carries: z.object({ mailId: z.string() }),
    attempts: 5,
    firstPauseSeconds: 1,
  },
  'supplier-call-card': {
    kind: 'queue',
    carries: z.object({ callId: z.int() }),
    attempts: 5,
    firstPauseSeconds: 1,
  },
  'reorder-card': {
    kind: 'queue',
    carries: z.object({ reorderId: z.int() }),
    attempts: 5,
    firstPauseSeconds: 1,
  },
  'supplier-follow-ups': { kind: 'sweep', everySeconds: 20 },
  'supplier-answer-card': {
    kind: 'queue',
    carries: z.object({ mailId: z.int() }),
    attempts: 5,
    firstPauseSeconds: 1,
  },
  erasures: { kind: 'sweep', everySeconds: 60 },
  'expire-approvals': { kind: 'sweep', everySeconds: 15 },
  'stock-alerts': { kind: 'sweep', everySeconds: 300 },
  'daily-digest': { kind: 'sweep', everySeconds: 30 },
  'escalation-deadlines': { kind: 'sweep', everySeconds: 30 },
  'hand-off-thread': {
    kind: 'queue',
    carries: z.object({ conversationId: ConversationId }),
    attempts: 5,
    firstPauseSeconds: 1,
  },
  'team-question': {
    kind: 'queue',
    carries: z.object({ questionId: z.uuid() }),
    attempts: 5,
    firstPauseSeconds: 1,
  },
  'customer-message': {
    kind: 'queue',
    carries: z.object({ messageId: z.string() }),
    attempts: 8,
    firstPauseSeconds: 2,
  },
  'customer-news': { kind: 'sweep', everySeconds: 10 },
  'team-questions': { kind: 'sweep', everySeconds: 2 },
  'hand-off-watch': { kind: 'sweep', everySeconds: 2 },
} as const satisfies Record<string, Queue | Sweep>;

type Queues = typeof QUEUES;
export type QueueName = keyof Queues;
/** What a job of this queue carries; nothing for a sweep. */
export type Carried<Name extends QueueName> = Queues[Name] extends { readonly carries: infer Schema extends z.ZodType }
  ? z.infer<Schema>
  : Record<string, never>;
