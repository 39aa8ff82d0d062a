import { dateIn, type LocalDate } from '../domain/kernel/dates.js';
import type { OrderNumber } from '../domain/kernel/ids.js';
import { newestTalkWith, type Talk } from '../store/conversations.js';
import { findProfile } from '../store/customers.js';
import { type OpenHandOff, openHandOffOf } from '../store/hand-offs.js';
import { type GivenOffer, offersTo } from '../store/offers.js';
import { type OrderEscalation, openEscalations } from '../store/order-escalations.js';
import { findOrder, linesOf, type OrderRecord } from '../store/orders.js';
import { promisesAbout, type ToldPromise } from '../store/promises.js';
import { shopRequestsOf } from '../store/shop-requests.js';
import { type WaitingStanding, waitingOf } from '../store/standing.js';
import { type CaseLine, caseLines, type OrderRefund } from './case-lines.js';
import type { ToolContext } from './define-tool.js';
import { type ShopRequestFacts, shopRequestFacts } from './shop-request-facts.js';

/** What they wrote last is read this far back for its tone. */
const MESSAGES_READ = 5;
const MOST_OFFERS = 20;
const MOST_REQUESTS = 5;

export type CustomerProfile = NonNullable<Awaited<ReturnType<typeof findProfile>>>;

/** Everything the desk knows of one order and its customer, as read at one moment. */
export interface OrderCase {
  readonly order: OrderRecord;
  /** In the shop's zone. */
  readonly todayOn: LocalDate;
  readonly profile: CustomerProfile;
  readonly lines: readonly CaseLine[];
  readonly refund: OrderRefund;
  readonly promises: readonly ToldPromise[];
  /** Newest first; for any order of the customer, voided ones too. */
  readonly offers: readonly GivenOffer[];
  /** All that waits of the customer's orders. */
  readonly waiting: readonly WaitingStanding[];
  readonly handOff: OpenHandOff | null;
  readonly escalations: readonly OrderEscalation[];
  readonly talk: Talk | null;
  /** What was asked of the shop about the order, newest first. */
  readonly shopRequests: readonly ShopRequestFacts[];
}

/** Reads an order's case; null for an unknown order. */
export async function readCase(orderNumber: OrderNumber, context: ToolContext): Promise<OrderCase | null> {
  const { sql, now, policy } = context;
  const order = await findOrder(sql, orderNumber);
  const profile = order && (await findProfile(sql, order.customerId));
  if (!order || !profile) return null;
  const { customerId } = order;
  const [{ lines, refund }, promises, offers, waiting, handOff, escalations, talk, requests, records] =
    await Promise.all([
      caseLines(order, context),
      promisesAbout(sql, orderNumber),
      offersTo(sql, customerId, MOST_OFFERS),
      waitingOf(sql, { customerId }),
      openHandOffOf(sql, customerId),
      openEscalations(sql, orderNumber),
      newestTalkWith(sql, customerId, MESSAGES_READ),
      shopRequestsOf(sql, orderNumber, MOST_REQUESTS),
      linesOf(sql, [orderNumber]),
    ]);
  const todayOn = dateIn(policy.zone, now);
  const shopRequests = requests.map((request) => shopRequestFacts(request, records, policy.zone));
  return {
    order,
    todayOn,
    profile,
    lines,
    refund,
    promises,
    offers,
    waiting,
    handOff,
    escalations,
    talk,
    shopRequests,
  };
}

/** The live offer of the order itself. */
export const liveOfferOf = ({ order, offers }: Pick<OrderCase, 'order' | 'offers'>): GivenOffer | null =>
  offers.find(({ orderNumber, offerState }) => orderNumber === order.number && offerState !== 'void') ?? null;
