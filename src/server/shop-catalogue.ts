import { type Availability, type CatalogueJson, type CatalogueProduct, readCatalogue } from '../demo/catalogue-page.js';
import { daysBetween } from '../domain/kernel/dates.js';
import type { DeskRules } from '../knowledge/desk-rules.js';
import type { ShopPolicy } from '../knowledge/shop-policy.js';
import { businessNow } from '../store/clock.js';
import type { SqlOrTx } from '../store/connect.js';
import { decideForProduct } from '../tools/taking-decision.js';

/** The storefront's catalogue, in which each sold-out product says what an order of one unit would get. */
export async function readShopCatalogue(
  sql: SqlOrTx,
  { policy, rules }: { policy: ShopPolicy; rules: DeskRules },
): Promise<CatalogueJson> {
  const now = await businessNow(sql);
  const soldOut = async (product: CatalogueProduct): Promise<Availability> => {
    const { decision, situation } = await decideForProduct(product, 1, { sql, now, policy, rules });
    if (decision.kind === 'only' || decision.kind === 'refuse') return { kind: 'not_taken' };
    const { quote } = decision;
    const likelyInDays = quote.kind === 'dated' ? daysBetween(situation.today, quote.dates.likelyOn) : null;
    return { kind: 'backordered', likelyInDays };
  };
  const { salesChannel, mostUnitsTold } = rules.backorders;
  return readCatalogue(sql, { salesChannel, mostUnitsTold, soldOut });
}
