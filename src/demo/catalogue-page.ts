import { z } from 'zod';
import { availableToPromise } from '../domain/allocation/available-to-promise.js';
import { Sku } from '../domain/kernel/ids.js';
import type { SqlOrTx } from '../store/connect.js';
import { CATEGORIES } from './catalogue/item.js';

/** What a visitor of the web shop can have of a SKU: so many now, or an order that waits. */
export type Availability =
  | { readonly kind: 'in_stock'; readonly units: number }
  /** `likelyInDays`: days until a new order of one unit likely ships; null when nobody can tell. */
  | { readonly kind: 'backordered'; readonly likelyInDays: number | null };

export interface CatalogueJson {
  readonly shop: { readonly name: string; readonly tagline: string };
  readonly categories: readonly string[];
  readonly products: readonly {
    readonly sku: string;
    readonly title: string;
    readonly brand: string;
    readonly category: string;
    readonly priceCents: number;
    readonly currency: string;
    readonly image: string;
    readonly attributes: Readonly<Record<string, string | number | boolean>>;
    readonly availability: Availability;
  }[];
}

const ProductRow = z.object({
  sku: Sku,
  title: z.string(),
  image: z.string(),
  brand: z.string(),
  category: z.string(),
  priceCents: z.int(),
  currency: z.string(),
  attributes: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  shelves: z.array(
    z.object({
      onHand: z.int(),
      allocated: z.int(),
      buffers: z.array(z.object({ salesChannelId: z.string(), units: z.int() })),
    }),
  ),
});

const WEB = 'web';

/**
 * The storefront's product list by category, with what the web shop can have today. How long a sold-out product takes
 * is asked of `likelyInDays`, the same estimate that customers are told, so that page and chat never disagree.
 */
export async function readCatalogue(
  sql: SqlOrTx,
  likelyInDays: (sku: Sku) => Promise<number | null>,
): Promise<CatalogueJson> {
  const rows = await sql`
    select k.sku, k.title, p.brand, p.category, k.price_cents as "priceCents", k.currency, k.attributes, k.picture as image,
      coalesce((
        select jsonb_agg(jsonb_build_object('onHand', s.on_hand, 'allocated', s.allocated, 'buffers', coalesce((
          select jsonb_agg(jsonb_build_object('salesChannelId', b.sales_channel_id, 'units', b.units))
          from stock_buffers b where b.sku = s.sku and b.location_id = s.location_id), '[]')))
        from stock s where s.sku = k.sku), '[]') as shelves
    from skus k join products p on p.id = k.product_id where k.active
    order by array_position(${[...CATEGORIES] as string[]}::text[], p.category) nulls last, p.category, k.sku`;
  const products = rows.map((row) => ProductRow.parse(row));
  return {
    shop: { name: 'TechGadgets4U', tagline: 'Cameras, sound and desk things, honestly dated.' },
    categories: [...new Set(products.map((product) => product.category))],
    products: await Promise.all(
      products.map(async ({ shelves, ...product }) => {
        const units = shelves.reduce((total, shelf) => total + availableToPromise(shelf, WEB), 0);
        const availability: Availability =
          units > 0
            ? { kind: 'in_stock', units }
            : { kind: 'backordered', likelyInDays: await likelyInDays(product.sku) };
        return { ...product, availability };
      }),
    ),
  };
}
