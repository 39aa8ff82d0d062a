import type { z } from 'zod';
import type { LocalDate } from '../../../domain/kernel/dates.js';
import type {
  ArrivalItem,
  CallItem,
  CustomerItem,
  DigestFacts,
  DueItem,
  FreeItem,
  RiskItem,
  SlipItem,
  StockoutItem,
} from '../../../tools/digest-facts.js';
import { sayAbout, sayCount, sayDate, sayList, sayTimes } from '../../../wording/formats.js';
import { clip } from '../blocks/build.js';
import { type Mrkdwn, mention, mrkdwn } from '../blocks/mrkdwn.js';
import { riskWords } from './risk-card.js';
import { LONGEST_NAME, sayDates } from './supply-words.js';

const DUTIES: Readonly<Record<DueItem['duty'], string>> = {
  notice: 'ship, or send a delay notice,',
  consent: 'ship, or get the customer’s yes,',
  refund: 'send the refund',
  review: 'must be looked at',
};

/** One order the delay rule asks something of soon. */
export function dueWords({ orderNumber, customerName, duty, legalBy, isLate }: DueItem, todayOn: LocalDate): Mrkdwn {
  const by = legalBy === null ? 'now' : `by ${sayDate(legalBy, todayOn)}`;
  const late = isLate ? mrkdwn`, *late*` : mrkdwn``;
  return mrkdwn`*Order ${orderNumber}*, ${clip(customerName, LONGEST_NAME)}: ${DUTIES[duty]} ${by}${late}`;
}

/** What ran out: for whom, what it holds up, when all will have it. */
export function stockoutWords(
  {
    itemName,
    sku,
    waitingUnits,
    waitingOrders,
    revenueWaiting,
    allShip,
    missingUnits,
    unitsOnOrder,
  }: z.infer<typeof StockoutItem>,
  todayOn: LocalDate,
): Mrkdwn {
  const when = allShip
    ? `all ship ${sayDates(allShip, todayOn)}`
    : unitsOnOrder === 0
      ? 'nothing is on order'
      : missingUnits > 0
        ? `${sayCount(missingUnits, 'more unit')} must be ordered`
        : 'no record says when';
  return mrkdwn`*${clip(itemName, LONGEST_NAME)}* · ${sku}: ${sayCount(waitingUnits, 'unit')} short in ${sayCount(waitingOrders, 'order')}, ${sayAbout(revenueWaiting)}; ${when}`;
}

/** Whom to call, about what, and by when. */
export function callWords(
  { poNumber, supplierName, phone, because, unanswered, takenBy, waiting, dueOn }: CallItem,
  todayOn: LocalDate,
): Mrkdwn {
  const why = because === 'bounced' ? 'mail does not get through' : `${sayCount(unanswered, 'question')} unanswered`;
  const hit =
    waiting.waitingCustomers === 0 ? 'nobody waits for it' : `${sayCount(waiting.waitingCustomers, 'customer')} wait`;
  const who = takenBy === null ? mrkdwn`` : mrkdwn`; ${mention(takenBy)} has it`;
  return mrkdwn`*${clip(supplierName, LONGEST_NAME)}* about ${poNumber}, ${phone ?? 'no number on file'}: ${why}, ${hit}, by ${sayDate(dueOn, todayOn)}${who}`;
}

/** What a supplier put off or let pass, and whom it hits. */
export function slipWords(slip: z.infer<typeof SlipItem>, todayOn: LocalDate): Mrkdwn {
  const {
    poLineId,
    supplierName,
    itemName,
    oldPromisedOn,
    newPromisedOn,
    daysMoved,
    waitingCustomers,
    revenueWaiting,
  } = slip;
  const what =
    newPromisedOn === null
      ? `was promised ${sayDate(oldPromisedOn, todayOn)}, and no new date came`
      : `${sayDate(oldPromisedOn, todayOn)} → ${sayDate(newPromisedOn, todayOn)}, ${sayCount(Math.abs(daysMoved), 'day')} ${daysMoved < 0 ? 'sooner' : 'later'}`;
  const hit =
    waitingCustomers === 0
      ? 'nobody waits for it'
      : `${sayCount(waitingCustomers, 'customer')} hit, ${sayAbout(revenueWaiting)}`;
  return mrkdwn`*${poLineId}* of ${clip(supplierName, LONGEST_NAME)}, ${clip(itemName, LONGEST_NAME)}: ${what}; ${hit}`;
}

/** What may run out, and what to order of it. */
export function riskLine(risk: RiskItem, todayOn: LocalDate): Mrkdwn {
  const { order } = risk;
  const buy = order
    ? mrkdwn` _Order ${order.unitsToOrder} from ${order.supplierName}, ${sayAbout(order.cost)}: here about ${sayDate(order.arrivesLikelyOn, todayOn)}._`
    : mrkdwn``;
  return mrkdwn`${riskWords(risk, todayOn)}${buy}`;
}

/** A customer we may lose, and why. */
export function customerWords({
  orderNumber,
  customerName,
  tier,
  waitedDays,
  slips,
  daysLate,
  revenueWaiting,
}: CustomerItem): Mrkdwn {
  const why = sayList([
    ...(tier === 'vip' ? ['VIP'] : []),
    ...(daysLate > 0 ? [`${sayCount(daysLate, 'day')} past the date told`] : []),
    ...(slips > 0 ? [`put off ${sayTimes(slips)}`] : []),
    `waiting for ${sayCount(waitedDays, 'day')}`,
  ]);
  return mrkdwn`*${clip(customerName, LONGEST_NAME)}*, order ${orderNumber}: ${why}; ${sayAbout(revenueWaiting)}`;
}

const orders = (numbers: readonly string[], lines: number): string => {
  const more = lines - numbers.length;
  return `${numbers.length === 1 && more <= 0 ? 'order' : 'orders'} ${sayList(more > 0 ? [...numbers, `${more} more`] : numbers)}`;
};

/** Units that lie free, and who gets them. */
export const freeWords = ({ itemName, sku, units, orderNumbers, orderLines }: FreeItem): Mrkdwn =>
  mrkdwn`*${clip(itemName, LONGEST_NAME)}* · ${sku}: ${sayCount(units, 'unit')} for ${orders(orderNumbers, orderLines)}`;

/** What is to come today, and for whom it is. */
export function arrivalWords({
  poLineId,
  itemName,
  supplierName,
  openUnits,
  orderNumbers,
  waitingLines,
}: ArrivalItem): Mrkdwn {
  const whom = waitingLines === 0 ? 'nobody waits for it' : `first for ${orders(orderNumbers, waitingLines)}`;
  return mrkdwn`*${poLineId}* of ${clip(supplierName, LONGEST_NAME)}: ${sayCount(openUnits, 'unit')} of ${clip(itemName, LONGEST_NAME)}, ${whom}`;
}

const DONE: Readonly<Record<DigestFacts['decided'][number]['kind'], string>> = {
  allocated: 'gave out',
  offered: 'offered',
  approved: 'approved',
  changed: 'changed and approved',
  declined: 'declined',
  escalated: 'escalated',
  closed: 'closed',
  snoozed: 'snoozed',
};

/** What an item of the digest is about, by its key: `customer:1042`, `slip:PO-77-1`. */
function itemWords(item: string): string {
  const [part, about = item] = item.split(':');
  return part === 'customer' || part === 'due' ? `order ${about}` : about;
}

/** Something somebody decided, and what came of it. */
export function decisionWords({ kind, by, about, units, worth, outcome }: DigestFacts['decided'][number]): Mrkdwn {
  const what =
    units !== null
      ? `${sayCount(units, 'unit')} of ${about}`
      : worth !== null
        ? `${sayAbout(worth)} on order ${about}`
        : kind === 'snoozed'
          ? itemWords(about)
          : `order ${about}`;
  const who = /^[UW][A-Z0-9]{3,}$/.test(by) ? mention(by) : mrkdwn`${by}`;
  return mrkdwn`• ${who} ${DONE[kind]} ${what}${outcome === null ? '' : `: ${clip(outcome, 120)}`}`;
}

/** How the desk itself did. */
export function deskWords({ desk, todayOn }: DigestFacts, sinceWords: string): Mrkdwn {
  const promises =
    desk.promisesDue === 0
      ? 'no told date fell due'
      : `${desk.promisesKept} of ${sayCount(desk.promisesDue, 'told date')} kept`;
  const rated = desk.ratings === 0 ? '' : ` ${desk.ratedHelpful} of ${sayCount(desk.ratings, 'rating')} say it helped.`;
  const unanswered =
    desk.shopUnansweredSince === null
      ? ''
      : ` ${sayCount(desk.shopUnanswered, 'request')} to the shop's system unanswered since ${sayDate(desk.shopUnansweredSince, todayOn)}.`;
  return mrkdwn`${sayCount(desk.conversations, 'conversation')} since ${sinceWords}: ${desk.resolved} seen to be resolved, ${desk.unresolved} not; ${sayCount(desk.handOffs, 'hand-off')} (${desk.handOffsOpen} open now); ${promises}.${rated} ${sayCount(desk.offers, 'offer')} for ${sayAbout(desk.offersCost)}, of ${sayAbout(desk.budgetPerDay)} a day; ${sayAbout(desk.campaignLeft)} left of the campaign.${unanswered}`;
}
