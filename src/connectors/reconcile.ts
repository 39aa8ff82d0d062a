import type { Log } from '../conversation/log.js';
import { type Loop, startLoop } from '../conversation/loop.js';
import { addToInstant } from '../domain/kernel/dates.js';
import { businessNow } from '../store/clock.js';
import type { Sql } from '../store/connect.js';
import { refundsToAskFor } from '../store/refunds.js';
import { askAgain, type ShopAnswer, type ShopRequest, shopRequestsSince } from '../store/shop-requests.js';
import { askOwedRefunds } from '../tools/ask-owed-refunds.js';
import type { Door } from '../tools/door.js';
import { answerArrived } from './answer-arrived.js';
import type { ShopConnector } from './shop-connector.js';

/** One request on which the desk and the shop do not agree, and what was done about it. */
export interface Drift {
  readonly requestId: string;
  readonly kind: ShopRequest['kind'];
  readonly orderNumber: string;
  readonly requestedAt: string;
  readonly desk: string;
  readonly shop: string;
  /** `settled` by what the shop holds, `asked_again`, or left for a person. */
  readonly done: 'settled' | 'asked_again' | 'nothing';
}

export interface Reconciled {
  readonly checked: number;
  /** Refunds that were owed and that nobody had asked the shop for. */
  readonly refundsAsked: number;
  readonly drift: readonly Drift[];
  /** Why the comparison broke off: the shop could not be asked. Null when it went through. */
  readonly brokeOff: string | null;
}

interface ReconcileParts {
  readonly sql: Sql;
  readonly door: Door;
  readonly shop: ShopConnector;
}

/** How long the shop may take before a request is looked up; and how far back a full report goes. */
const PATIENCE_MINUTES = 2;
export const REPORT_DAYS = 30;

/**
 * Holds what the desk believes against what the shop has under each key. A request the shop has settled is settled
 * here; one it has never heard of is asked again. What is settled on both sides and differs is only reported: a person
 * must look. `scope` all: every request of the last REPORT_DAYS days; open: those without an answer.
 */
export async function reconcile({ sql, door, shop }: ReconcileParts, scope: 'open' | 'all'): Promise<Reconciled> {
  const refundsAsked = await askForForgottenRefunds(sql, door);
  const now = await businessNow(sql);
  const requests = await shopRequestsSince(sql, {
    since: addToInstant(now, { hours: -24 * REPORT_DAYS }),
    until: addToInstant(now, { minutes: -PATIENCE_MINUTES }),
    onlyOpen: scope === 'open',
  });
  const drift: Drift[] = [];
  for (const request of requests) {
    const held = await shop.lookUp(request.id);
    if (held.kind === 'unavailable')
      return { checked: requests.indexOf(request), refundsAsked, drift, brokeOff: held.error };
    const one = await compare(request, held, { sql, door });
    if (one) drift.push(one);
  }
  return { checked: requests.length, refundsAsked, drift, brokeOff: null };
}

async function askForForgottenRefunds(sql: Sql, door: Door): Promise<number> {
  // looked at first, so that a quiet minute leaves no audit row
  if ((await refundsToAskFor(sql, 1)).length === 0) return 0;
  const asked = await door.call(askOwedRefunds, {}, { kind: 'system', job: 'reconciler' });
  return asked.kind === 'asked' ? asked.refunds : 0;
}

async function compare(
  request: ShopRequest,
  held: ShopAnswer | { readonly kind: 'unknown' },
  { sql, door }: Pick<ReconcileParts, 'sql' | 'door'>,
): Promise<Drift | null> {
  const desk =
    request.state === 'confirmed'
      ? `confirmed ${request.receipt}`
      : request.state === 'refused'
        ? 'refused'
        : 'requested';
  const there = held.kind === 'confirmed' ? `confirmed ${held.receipt}` : held.kind;
  if (desk === there) return null;
  const about = {
    requestId: request.id,
    kind: request.kind,
    orderNumber: request.orderNumber,
    requestedAt: request.requestedAt,
    desk,
    shop: there,
  };
  if (request.state !== 'requested') return { ...about, done: 'nothing' };
  if (held.kind === 'unknown') {
    await askAgain(sql, request.key);
    return { ...about, done: 'asked_again' };
  }
  await answerArrived(door, request.id, held);
  return { ...about, done: 'settled' };
}

const EVERY_MS = 60_000;

/** Looks after open requests once a minute. Any process may: what two of them do at once is done once. */
export function startReconciler({ log, ...parts }: ReconcileParts & { log: Log }): Loop {
  return startLoop({
    name: 'reconciler',
    log,
    lanes: 1,
    everyMs: EVERY_MS,
    async step() {
      const { drift, brokeOff } = await reconcile(parts, 'open');
      if (drift.length > 0) log.warn({ drift: drift.length }, 'the shop and the desk did not agree');
      if (brokeOff !== null) log.warn({ err: brokeOff }, 'the shop could not be asked');
      return 'idle';
    },
  });
}
