import { randomBytes } from 'node:crypto';
import type { Log } from '../../conversation/log.js';
import type { SlackDesk } from '../../jobs/define-job.js';
import { isOutage } from '../../store/outage.js';
import { endSlackArrival, slackArrival } from '../../store/slack-arrivals.js';
import type { StaffPrincipal } from '../../tools/principal.js';
import { Arrival, type Arrived, type Deed } from './arrival.js';
import { createEventHandling, type HandlingDeps, privately, type Whereabouts } from './create-handling.js';
import { NotAllowed } from './handling.js';
import { drawHome } from './home/draw-home.js';
import { type Post, storePosts } from './posts.js';
import { prepare } from './prepare.js';
import { failed, notAllowed, tooSlow } from './say.js';
import { sendAlerts } from './send-alerts.js';
import { sendDigests } from './send-digests.js';
import { showApproval } from './show-approval.js';
import { showHandOff } from './show-hand-off.js';
import { showNoticeReview } from './show-notice-review.js';
import { showReorder } from './show-reorder.js';
import { showSupplierAnswer } from './show-supplier-answer.js';
import { showSupplierCall } from './show-supplier-call.js';
import { showSupplierMail } from './show-supplier-mail.js';
import { showTeamQuestion } from './show-team-question.js';
import type { FindStaff } from './staff.js';
import { tellNoticeNews } from './tell-notice-news.js';
import { tellShopAnswer } from './tell-shop-answer.js';
import { SlackUnavailable } from './web-api.js';

export interface AnswerDeps extends HandlingDeps {
  readonly findStaff: FindStaff;
  readonly log: Log;
}

/** Names a fault to whoever met it and in the log. */
export const newErrorId = (): string => randomBytes(4).toString('hex');

/**
 * Handles stored arrivals. What a handler returns is stored for sending in the transaction that ends the arrival, and its
 * writes bear the arrival's key: begun anew after a crash, it does and sends everything once.
 */
export function createSlackDesk(deps: AnswerDeps): SlackDesk {
  const { sql, log } = deps;

  async function end(id: number, posts: readonly Post[], errorId: string | null): Promise<void> {
    await sql.begin(async (tx) => {
      const isFirst = await endSlackArrival(tx, id, errorId === null ? { state: 'done' } : { state: 'dead', errorId });
      if (isFirst) await storePosts(tx, keyOf(id), posts);
    });
  }

  async function fail(id: number, arrival: Arrival | null, error: unknown): Promise<void> {
    const errorId = newErrorId();
    log.error({ err: error, arrival: id, kind: arrival?.kind, errorId }, 'something done in Slack failed');
    await end(id, arrival && arrival.kind !== 'event' ? [privately(arrival, failed(errorId))] : [], errorId);
  }

  return {
    async answer(id) {
      const row = await slackArrival(sql, id);
      if (row?.state !== 'waiting') return;
      const arrival = Arrival.parse(row.payload);
      try {
        await end(id, await handle(id, arrival, deps), null);
      } catch (error) {
        // what may pass is tried again; for a fault of ours nobody is left waiting
        if (isOutage(error) || error instanceof SlackUnavailable) throw error;
        await fail(id, arrival, error);
      }
    },
    showApproval: (approvalId) => showApproval(approvalId, deps),
    showReorder: (reorderId) => showReorder(reorderId, deps),
    showSupplierCall: (callId) => showSupplierCall(callId, deps),
    showSupplierMail: (mailId) => showSupplierMail(mailId, deps),
    showSupplierAnswer: (mailId) => showSupplierAnswer(mailId, deps),
    showTeamQuestion: (questionId) => showTeamQuestion(questionId, deps),
    showHandOff: (conversationId) => showHandOff(conversationId, deps),
    showNoticeReview: (reviewId) => showNoticeReview(reviewId, deps),
    tellNoticeNews: (about) => tellNoticeNews(about, deps),
    tellShopAnswer: (requestId) => tellShopAnswer(requestId, deps),
    sendDigests: () => sendDigests(deps),
    sendAlerts: () => sendAlerts(deps),
    async giveUp(id, error) {
      const row = await slackArrival(sql, id);
      if (row?.state === 'waiting') await fail(id, Arrival.safeParse(row.payload).data ?? null, error);
    },
  };
}

const keyOf = (id: number): string => `slack:${id}`;

const handle = (id: number, arrival: Arrival, deps: AnswerDeps): Promise<readonly Post[]> =>
  arrival.kind === 'event' ? handleEvent(id, arrival, deps) : handleDeed(id, arrival, deps);

async function handleDeed(id: number, deed: Deed, deps: AnswerDeps): Promise<readonly Post[]> {
  const staff = await deps.findStaff(deed.userId);
  const prepared = await prepare(deed, { staff, key: keyOf(id) }, deps);
  if (prepared.kind === 'answered') return prepared.posts;
  if (!prepared.run) return [privately(prepared.where, tooSlow())];
  try {
    return [...(await prepared.run()), ...(await homeAfter(id, deed, prepared.where, staff, deps))];
  } catch (error) {
    if (error instanceof NotAllowed) return [privately(prepared.where, notAllowed())];
    throw error;
  }
}

/** What was done in App Home may have changed what it shows, so it is drawn anew. Its buttons stand in no channel. */
async function homeAfter(
  id: number,
  { kind, userId }: Deed,
  { place }: Whereabouts,
  staff: StaffPrincipal | null,
  deps: AnswerDeps,
): Promise<readonly Post[]> {
  if (place !== null || (kind !== 'action' && kind !== 'view')) return [];
  return [await drawHome(userId, await createEventHandling(deps, { staff, key: keyOf(id), place }))];
}

async function handleEvent(
  id: number,
  { event, userId }: Arrived<'event'>,
  deps: AnswerDeps,
): Promise<readonly Post[]> {
  const staff = userId === null ? null : await deps.findStaff(userId);
  const handling = await createEventHandling(deps, { staff, key: keyOf(id), place: null });
  const posts: Post[] = [];
  for (const handler of deps.handlers.events) {
    const read = handler.type === event.type ? handler.event.safeParse(event) : null;
    if (read?.success) posts.push(...(await handler.run(read.data, handling)));
  }
  return posts;
}
