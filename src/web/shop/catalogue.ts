/** What the demo shop sells, as its server gives it. Prices are in minor units. */
export interface Catalogue {
  readonly shop: { readonly name: string; readonly tagline: string };
  readonly categories: readonly string[];
  readonly products: readonly Product[];
}

export interface Product {
  readonly sku: string;
  readonly title: string;
  readonly brand: string;
  readonly category: string;
  readonly priceCents: number;
  readonly currency: string;
  readonly image: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly availability: Availability;
}

/**
 * `units`: how many are left; null when more than is told. `likelyInDays`: days until a new order likely ships; null when
 * nobody knows yet.
 */
export type Availability =
  | { readonly kind: 'in_stock'; readonly units: number | null }
  | { readonly kind: 'backordered'; readonly likelyInDays: number | null }
  | { readonly kind: 'not_taken' };

export type NotTaken =
  | 'stopped'
  | 'cap_reached'
  | 'no_supplier'
  | 'too_far_ahead'
  | 'no_open_purchase_order'
  | 'not_enough_on_order'
  | 'no_record'
  | 'not_sold';

/** What an order of one unit would get at this moment. Days as 2026-12-04. */
export interface LiveAvailability {
  readonly availability: 'in_stock' | 'can_order' | 'fewer' | 'not_taken';
  readonly unitsInStock: number | null;
  readonly likelyOn: string | null;
  readonly cautiousOn: string | null;
  readonly because: NotTaken | null;
}

/** One of the made-up shoppers whose orders one may ask about. */
export interface DemoPerson {
  readonly name: string;
  readonly order: string;
  readonly email: string;
  readonly situation: string;
  readonly try: string;
}

/** The catalogue and the demo people. Rejects when the shop's server does not answer. */
export async function loadShop(): Promise<{ readonly catalogue: Catalogue; readonly people: readonly DemoPerson[] }> {
  const [catalogue, people] = await Promise.all([getJson('/shop/catalogue.json'), getJson('/shop/people.json')]);
  return { catalogue: catalogue as Catalogue, people: people as readonly DemoPerson[] };
}

async function getJson(path: string): Promise<unknown> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return response.json();
}
