import { z } from 'zod';
import { freeUnits } from '../domain/backorders/free-units.js';
import { Sku } from '../domain/kernel/ids.js';
import type { SqlOrTx } from '../store/connect.js';
import { CATEGORIES } from './catalogue/item.js';

/** What a visitor of the web shop can have of a SKU, as far as they may know. */
export type Availability =
  /** `units`: how many lie free; null when there are more than is told. */
  | { readonly kind: 'in_stock'; readonly units: number | null }
  /** `likelyInDays`: days until a new order of one unit likely ships; null when nobody can tell. */
  | { readonly kind: 'backordered'; readonly likelyInDays: number | null }
  | { readonly kind: 'not_taken' };

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
  waiting: z.int(),
});

export type CatalogueProduct = z.infer<typeof ProductRow>;

export interface CatalogueOptions {
  readonly salesChannel: string;
  /** The shelf's count is told up to here. */
  readonly mostUnitsTold: number;
  /** What can be had of a product of which nothing lies free: the decision that takes orders too. */
  soldOut(product: CatalogueProduct): Promise<Availability>;
}

/**
 * The storefront's product list by category, with what the web shop can have today: what lies free and nobody waits for.
 * What a sold-out product's orders get is asked of `soldOut`, so that page, chat and order never disagree.
 */
export async function readCatalogue(
  sql: SqlOrTx,
  { salesChannel, mostUnitsTold, soldOut }: CatalogueOptions,
): Promise<CatalogueJson> {
  const rows = await sql`
    select k.sku, k.title, p.brand, p.category, k.price_cents as "priceCents", k.currency, k.attributes, k.picture as image,
      coalesce((
        select jsonb_agg(jsonb_build_object('onHand', s.on_hand, 'allocated', s.allocated, 'buffers', coalesce((
          select jsonb_agg(jsonb_build_object('salesChannelId', b.sales_channel_id, 'units', b.units))
          from stock_buffers b where b.sku = s.sku and b.location_id = s.location_id), '[]')))
        from stock s where s.sku = k.sku), '[]') as shelves,
      coalesce((
        select sum(l.quantity - coalesce((select sum(sl.quantity) from shipment_lines sl where sl.order_line_id = l.id), 0)
          - coalesce((select sum(a.quantity) from allocations a where a.order_line_id = l.id), 0))
        from order_lines l where l.sku = k.sku and l.state in ('backordered', 'part_shipped')), 0)::int as waiting
    from skus k join products p on p.id = k.product_id where k.active
    order by array_position(${[...CATEGORIES] as string[]}::text[], p.category) nulls last, p.category, k.sku`;
  const products = rows.map((row) => ProductRow.parse(row));
  return {
    shop: { name: 'TechGadgets4U', tagline: 'Cameras, sound and desk things, honestly dated.' },
    categories: [...new Set(products.map((product) => product.category))],
    products: await Promise.all(
      products.map(async (row) => {
        const { shelves, waiting, ...product } = row;
        const units = freeUnits(shelves, salesChannel, waiting);
        const availability: Availability =
          units > 0 ? { kind: 'in_stock', units: units <= mostUnitsTold ? units : null } : await soldOut(row);
        return { ...product, availability };
      }),
    ),
  };
}
