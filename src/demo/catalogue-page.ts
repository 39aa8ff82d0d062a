import { z } from 'zod';
import { availableToPromise } from '../domain/allocation/available-to-promise.js';
import { daysBetween, LocalDate } from '../domain/kernel/dates.js';
import type { SqlOrTx } from '../store/connect.js';
import { CATEGORIES } from './catalogue/item.js';

/** What a visitor of the web shop can have of a SKU: so many now, or an order that waits. */
export type Availability =
  | { readonly kind: 'in_stock'; readonly units: number }
  /** `likelyInDays`: days until a new order ships if the supplier keeps its date; null when there is none to keep. */
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
  sku: z.string(),
  title: z.string(),
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
  unitsWaitedFor: z.int(),
  supply: z.array(z.object({ units: z.int(), promisedOn: LocalDate.nullable() })),
});

const WEB = 'web';
/** From the dock to the carrier: a day to receive, a day to pack. */
const DOCK_TO_CARRIER_DAYS = 2;

/**
 * The storefront's product list by category, with what the web shop can promise today. A sold-out product's days rest
 * on the supplier's date for the purchase order that a new order would be served from; a date that has passed, or none,
 * gives none. Customers who ordered are told the ETA instead, which also knows how suppliers keep their dates.
 */
export async function readCatalogue(sql: SqlOrTx, today: LocalDate): Promise<CatalogueJson> {
  const rows = await sql`
    select k.sku, k.title, p.brand, p.category, k.price_cents as "priceCents", k.currency, k.attributes,
      coalesce((
        select jsonb_agg(jsonb_build_object('onHand', s.on_hand, 'allocated', s.allocated, 'buffers', coalesce((
          select jsonb_agg(jsonb_build_object('salesChannelId', b.sales_channel_id, 'units', b.units))
          from stock_buffers b where b.sku = s.sku and b.location_id = s.location_id), '[]')))
        from stock s where s.sku = k.sku), '[]') as shelves,
      (select coalesce(sum(l.quantity), 0)::int from order_lines l
        where l.sku = k.sku and l.state = 'backordered') as "unitsWaitedFor",
      coalesce((
        select jsonb_agg(jsonb_build_object('units', open.units, 'promisedOn', open.promised_on)
          order by open.promised_on nulls last, open.id)
        from (
          select l.id, l.quantity - l.cancelled_quantity - coalesce(sum(r.quantity), 0) as units,
            (select v.promised_on from supplier_promises v where v.po_line_id = l.id order by v.id desc limit 1)
          from purchase_order_lines l join purchase_orders o on o.number = l.po_number
          left join receipts r on r.po_line_id = l.id
          where l.sku = k.sku and o.state = 'open' group by l.id
        ) open), '[]') as supply
    from skus k join products p on p.id = k.product_id where k.active
    order by array_position(${[...CATEGORIES] as string[]}::text[], p.category) nulls last, p.category, k.sku`;
  const products = rows.map((row) => ProductRow.parse(row));
  return {
    shop: { name: 'TechGadgets4U', tagline: 'Cameras, sound and desk things, honestly dated.' },
    categories: [...new Set(products.map((product) => product.category))],
    products: products.map(({ shelves, unitsWaitedFor, supply, ...product }) => ({
      ...product,
      image: `/shop/pictures/${product.sku}.svg`,
      availability: availabilityOf({ shelves, unitsWaitedFor, supply }, today),
    })),
  };
}

type Position = Pick<z.infer<typeof ProductRow>, 'shelves' | 'unitsWaitedFor' | 'supply'>;

function availabilityOf({ shelves, unitsWaitedFor, supply }: Position, today: LocalDate): Availability {
  const units = shelves.reduce((total, shelf) => total + availableToPromise(shelf, WEB), 0);
  if (units > 0) return { kind: 'in_stock', units };
  let ahead = unitsWaitedFor;
  for (const { units: coming, promisedOn } of supply) {
    ahead -= coming;
    if (ahead >= 0) continue;
    if (promisedOn === null || promisedOn < today) break;
    return { kind: 'backordered', likelyInDays: daysBetween(today, promisedOn) + DOCK_TO_CARRIER_DAYS };
  }
  return { kind: 'backordered', likelyInDays: null };
}
