import type { OrderNumber } from '../../domain/kernel/ids.js';
import { previewOffer } from '../../tools/preview-offer.js';
import { quoteSplit } from '../../tools/quote-split.js';
import { quoteUpgrade } from '../../tools/quote-upgrade.js';
import { splitCard } from './cards/split-card.js';
import { upgradeCard } from './cards/upgrade-card.js';
import type { Handling } from './handling.js';
import type { Post } from './posts.js';

type Shown = Pick<Handling, 'call' | 'reply' | 'todayOn'>;

/** Shows what express would gain and cost. Where it costs, with what giving it away would be: an offer like others. */
export async function showUpgrade(order: OrderNumber, { call, reply, todayOn }: Shown): Promise<readonly Post[]> {
  const quote = await call(quoteUpgrade, { orderNumber: order });
  const costs = quote.kind === 'quoted' && !quote.isFree;
  const given = costs
    ? await call(previewOffer, {
        orderNumber: order,
        offer: 'free_express',
        worth: { cents: quote.upgradeCost.cents },
      })
    : null;
  return [reply(upgradeCard({ quote, given, order }, todayOn))];
}

/** Shows what would go now and what later. */
export async function showSplit(order: OrderNumber, { call, reply, todayOn }: Shown): Promise<readonly Post[]> {
  return [reply(splitCard(order, await call(quoteSplit, { orderNumber: order }), todayOn))];
}
