import type { z } from 'zod';
import type { LocalDate } from '../../../domain/kernel/dates.js';
import type { getDelayStatus } from '../../../tools/get-delay-status.js';
import type { getLineEta } from '../../../tools/get-line-eta.js';
import type { getOrderCase } from '../../../tools/get-order-case.js';
import type { getOrderStatus } from '../../../tools/get-order-status.js';
import type { LineFacts } from '../../../tools/order-facts.js';
import { sayDate, sayMoney } from '../../../wording/formats.js';
import { stateWords } from '../../../wording/state-words.js';
import { actions, button, clip, context, message, option, overflow, section } from '../blocks/build.js';
import { lines, type Mrkdwn, mrkdwn } from '../blocks/mrkdwn.js';
import type { Message } from '../blocks/schemas.js';
import { noticeButton } from './notice-words.js';
import { offerWords } from './offer-words.js';
import { ORDER_STATES } from './order-words.js';
import { shopRequestWords } from './shop-request-words.js';
import { TIER_WORDS } from './tier-words.js';

type Eta = z.infer<typeof getLineEta.output>;
type Delay = z.infer<typeof getDelayStatus.output>;
type Case = Extract<z.infer<typeof getOrderCase.output>, { kind: 'found' }>;

export interface OrderCardFacts {
  readonly status: Extract<z.infer<typeof getOrderStatus.output>, { kind: 'found' }>;
  /** A delay notice is owed to the customer, and can be sent. */
  readonly owesNotice: boolean;
  /** Of the lines that wait. */
  readonly etas: readonly Eta[];
  readonly delay: Delay;
  /** Whose it is, and what they were given before; the newest first. */
  readonly customer: Pick<Case['customer'], 'name' | 'tier' | 'lifetimeValue'>;
  readonly offers: Case['offers'];
  /** What was asked of the shop, the newest first. */
  readonly shopRequests: Case['shopRequests'];
  readonly todayOn: LocalDate;
}

/** Lines shown; the rest is counted. */
const MOST_LINES = 8;
const LONGEST_NAME = 80;
const MOST_REQUESTS = 2;

/** An order at a glance: each line with its dates as one says them, and what the delay rule asks for next. */
export function orderCard(facts: OrderCardFacts): Message {
  const { status, etas, delay, customer, offers, shopRequests, owesNotice, todayOn } = facts;
  const { orderNumber, placedOn, paid, state } = status;
  const title = mrkdwn`Order ${orderNumber}, ${ORDER_STATES[state]}`;
  const shown = status.lines.slice(0, MOST_LINES).map((line) => lineWords(line, etas, todayOn));
  const more = status.lines.length - shown.length;
  const asked = shopRequests.slice(0, MOST_REQUESTS).map((one) => context(shopRequestWords(one, todayOn)));
  return message(title, [
    section(
      mrkdwn`*Order ${orderNumber}* · ${ORDER_STATES[state]} · placed ${sayDate(placedOn, todayOn)} · ${sayMoney(paid)}`,
    ),
    section(lines(more > 0 ? [...shown, mrkdwn`… and ${more} more`] : shown)),
    context(clockWords(delay, todayOn), customerWords({ customer, offers })),
    ...asked,
    ...(etas.length > 0 || canStillLeave(status) ? [buttons(orderNumber, { waits: etas.length > 0, owesNotice })] : []),
  ]);
}

const canStillLeave = ({ lines: all }: OrderCardFacts['status']): boolean =>
  all.some(({ lineState }) => lineState === 'placed' || lineState === 'allocated');

/** In the order of use; each opens what it says. What helps against waiting is left out where nothing waits. */
const buttons = (order: string, { waits, owesNotice }: { readonly waits: boolean; readonly owesNotice: boolean }) =>
  actions(
    ...(owesNotice ? [noticeButton(order)] : []),
    ...(waits
      ? [
          button({
            text: 'Offer',
            action: 'offer:choose',
            value: { order },
            ...(!owesNotice && { style: 'primary' as const }),
          }),
          button({ text: 'Substitutes', action: 'substitutes:show', value: { order } }),
        ]
      : []),
    button({ text: 'Escalate', action: 'escalation:open', value: { order } }),
    overflow('order:more', [
      option('Send by express', JSON.stringify({ act: 'upgrade', order })),
      option('Send in two parts', JSON.stringify({ act: 'split', order })),
      option('Cancel items', JSON.stringify({ act: 'cancel', order })),
    ]),
  );

function customerWords({ customer, offers }: Pick<OrderCardFacts, 'customer' | 'offers'>): Mrkdwn {
  const given = offers.filter(({ offerState }) => offerState !== 'void');
  const [last] = given;
  const had = last ? `last offer: ${offerWords(last)}, order ${last.orderNumber}` : 'no offers so far';
  const { name, tier, lifetimeValue } = customer;
  return mrkdwn`${clip(name, LONGEST_NAME)} · ${TIER_WORDS[tier]} · ${sayMoney(lifetimeValue)} with the shop so far · ${had}`;
}

function lineWords(line: LineFacts, etas: readonly Eta[], todayOn: LocalDate): Mrkdwn {
  const eta = etas.find((one) => one.kind !== 'not_found' && one.orderLineId === line.orderLineId);
  const item = `${line.quantity > 1 ? `${line.quantity} × ` : ''}${clip(line.lineName, LONGEST_NAME)}`;
  return mrkdwn`${line.line}. *${item}*  ${stateWords(line.lineState)}${dateWords(line, eta, todayOn)}`;
}

function dateWords(line: LineFacts, eta: Eta | undefined, todayOn: LocalDate): string {
  if (eta?.kind === 'estimated')
    return `: ships likely ${sayDate(eta.likelyOn, todayOn)}; count on ${sayDate(eta.cautiousOn, todayOn)}`;
  if (eta?.kind === 'unknown') return `: no date, ${NO_DATE[eta.reason]}`;
  if (line.deliveredOn) return ` ${sayDate(line.deliveredOn, todayOn)}`;
  return line.shippedOn ? ` since ${sayDate(line.shippedOn, todayOn)}` : '';
}

const NO_DATE = {
  no_open_purchase_order: 'nothing is on order',
  not_enough_on_order: 'too little is on order',
  no_record: 'the supplier has no record yet',
} as const;

/** What the delay rule (16 CFR part 435) asks for first. */
function clockWords(delay: Delay, todayOn: LocalDate): Mrkdwn {
  if (delay.kind === 'not_found') return mrkdwn`Delay rule: nothing to watch.`;
  const owed = delay.lines
    .flatMap((line) => ('owed' in line ? line.owed : []))
    .flatMap(({ kind, legalBy }) => (legalBy ? [{ kind, legalBy }] : []))
    .sort((a, b) => a.legalBy.localeCompare(b.legalBy));
  const [next] = owed;
  if (next) return mrkdwn`Delay rule: ${next.kind.replaceAll('_', ' ')} due by ${sayDate(next.legalBy, todayOn)}.`;
  const ends = delay.lines
    .filter(({ delayState }) => delayState === 'in_time' || delayState === 'delayed')
    .flatMap(({ shippingTimeEndsOn }) => shippingTimeEndsOn ?? [])
    .sort();
  return ends[0]
    ? mrkdwn`Delay rule: must ship by ${sayDate(ends[0], todayOn)} or a notice is due.`
    : mrkdwn`Delay rule: nothing is due.`;
}
