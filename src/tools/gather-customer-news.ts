import { addToInstant, clockIn, dateIn } from '../domain/kernel/dates.js';
import { money } from '../domain/kernel/money.js';
import { parcelArrival } from '../domain/shipping/parcel-arrival.js';
import type { Tx } from '../store/connect.js';
import { addCustomerMessage, addNewMessages, type NewCustomerMessage } from '../store/customer-messages.js';
import { newsWatchedSince } from '../store/news-watch.js';
import { openStockWishes, stockWishTold } from '../store/notification-wishes.js';
import { type ParcelOnItsWay, parcelsOnTheirWay } from '../store/parcels.js';
import { findSellable } from '../store/sellable-products.js';
import type { ToolContext } from './define-tool.js';
import { liesFree } from './taking-decision.js';

type Looking = Pick<ToolContext, 'now' | 'policy' | 'rules'>;

/** Parcels are looked at for so many days after they left; one that takes longer is lost or was delivered unseen. */
const DAYS_ON_THE_WAY = 21;

/**
 * Puts in what customers are to be told of that no act of ours brings: a carrier took a parcel, it arrives today, a product
 * that was asked for can be had again. What happened before the first look is not told.
 */
export async function gatherCustomerNews(tx: Tx, looking: Looking): Promise<void> {
  const { now, rules } = looking;
  const since = await newsWatchedSince(tx, now);
  const freshFrom = addToInstant(now, { hours: -24 * rules.messages.freshDays });
  const parcels = await parcelsOnTheirWay(tx, { since: addToInstant(now, { hours: -24 * DAYS_ON_THE_WAY }), now });
  const news = parcels.flatMap((parcel) => [
    ...(parcel.leftAt >= since && parcel.leftAt >= freshFrom ? [shipped(parcel, looking)] : []),
    ...arriving(parcel, looking),
  ]);
  await addNewMessages(tx, news);
  await tellBackInStock(tx, looking);
}

function shipped(parcel: ParcelOnItsWay, { policy }: Looking): NewCustomerMessage {
  const { customerId, orderNumber, items, moreFollows } = parcel;
  const arrives = arrivalOf(parcel, policy);
  return {
    kind: 'shipped',
    customerId,
    facts: {
      orderNumber,
      parcel: shown(parcel),
      items,
      arrivesLikelyOn: arrives.likelyOn,
      arrivesCautiousOn: arrives.cautiousOn,
      moreFollows,
    },
  };
}

/** In the customer's morning: what the carrier has out for delivery, and what likely comes that day. */
function arriving(parcel: ParcelOnItsWay, { now, policy, rules }: Looking): NewCustomerMessage[] {
  const { customerId, orderNumber, items, zone, outForDeliveryAt } = parcel;
  const today = dateIn(zone, now);
  const saidByCarrier = outForDeliveryAt !== null && dateIn(zone, outForDeliveryAt) === today;
  const isLikely = arrivalOf(parcel, policy).likelyOn === today;
  if (clockIn(zone, now) < rules.messages.arrivingFrom || !(saidByCarrier || isLikely)) return [];
  const facts = { orderNumber, parcel: shown(parcel), items, arrivesOn: today, saidByCarrier };
  return [{ kind: 'arriving_today', customerId, facts }];
}

const shown = ({ shipmentId, carrier, tracking }: ParcelOnItsWay) => ({ shipmentId, carrier, tracking });

const arrivalOf = ({ zone, leftAt, service }: ParcelOnItsWay, policy: Looking['policy']) =>
  parcelArrival(dateIn(zone, leftAt), policy.fulfilment.transitDays[service]);

async function tellBackInStock(tx: Tx, looking: Looking): Promise<void> {
  const { now, policy, rules } = looking;
  const free = new Map<string, Awaited<ReturnType<typeof findSellable>>>();
  for (const { customerId, sku, askedAt } of await openStockWishes(tx)) {
    if (!free.has(sku)) {
      const product = await findSellable(tx, sku, policy.currency);
      free.set(sku, product && (await liesFree(sku, { sql: tx, rules })) ? product : null);
    }
    const product = free.get(sku);
    if (!product) continue;
    const facts = {
      sku,
      productName: product.title,
      price: money(product.priceCents, policy.currency),
      askedOn: dateIn(policy.zone, askedAt),
    };
    await addCustomerMessage(tx, { kind: 'back_in_stock', customerId, facts });
    await stockWishTold(tx, customerId, sku, now);
  }
}
