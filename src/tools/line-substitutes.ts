import { countCatalogue } from '../domain/substitutes/catalogue-statistics.js';
import { chooseSubstitutes, type Substitute } from '../domain/substitutes/choose-substitutes.js';
import { makeRanker } from '../domain/substitutes/rank-substitutes.js';
import { readRules } from '../domain/substitutes/read-product.js';
import type { OrderLineRecord } from '../store/orders.js';
import { type CandidateRecord, findProduct, substituteCandidates } from '../store/substitutes.js';
import type { ToolContext } from './define-tool.js';

/** A substitute with the stock row it would come from. */
export interface LineSubstitute extends Substitute {
  readonly candidate: CandidateRecord;
}

/**
 * What could be sent in place of a waiting line, best first. Prices are held against what the customer agreed to pay
 * for the line, not against today's price of the SKU. `most` overrides the shop's own number, to look one of them up.
 */
export async function substitutesFor(
  line: OrderLineRecord,
  { sql, rules: { substitutes } }: Pick<ToolContext, 'sql' | 'rules'>,
  { mostCents = null, most = substitutes.offer.most }: { mostCents?: number | null; most?: number } = {},
): Promise<LineSubstitute[]> {
  const product = await findProduct(sql, line.sku);
  if (!product) return [];
  const wanted = { ...product, priceCents: line.unitPriceCents };
  const candidates = await substituteCandidates(sql, line.sku, line.orderNumber);
  const count = countCatalogue();
  for (const one of [wanted, ...candidates]) count.add(one);
  const rules = readRules(substitutes);
  const chosen = chooseSubstitutes(
    { wanted, quantity: line.quantity, mostCents },
    candidates.map(({ free, offered, accepted, ...one }) => ({ product: one, free, offered, accepted })),
    { ranker: makeRanker(count.statistics(), rules), rules, limits: { ...substitutes.offer, most } },
  );
  return chosen.flatMap((substitute) => {
    const candidate = candidates.find(({ sku }) => sku === substitute.product.sku);
    return candidate ? [{ ...substitute, candidate }] : [];
  });
}
