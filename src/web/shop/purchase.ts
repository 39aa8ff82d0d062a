import type { LiveAvailability, NotTaken } from './catalogue.js';

/** One of the page's people by their order number, or somebody new. */
export type Buyer =
  | { readonly kind: 'person'; readonly order: string }
  | { readonly kind: 'new'; readonly name: string; readonly email: string };

export interface Purchase {
  /** Stays the same however often the button is pressed: one purchase is one order. */
  readonly key: string;
  readonly sku: string;
  readonly quantity: number;
  readonly buyer: Buyer;
}

export interface TakenOrder {
  readonly kind: 'taken';
  readonly orderNumber: string;
  readonly email: string;
  readonly productName: string;
  readonly quantity: number;
  /** Set aside at once; the rest waits. */
  readonly unitsNow: number;
  readonly statedShipBy: string | null;
}

export type Bought =
  | TakenOrder
  | { readonly kind: 'not_taken'; readonly because: NotTaken; readonly mostUnits: number }
  | { readonly kind: 'failed'; readonly message: string };

const FAILED = { kind: 'failed' as const, message: 'The shop did not answer. Please try again in a moment.' };

/** Places the order. Never throws: what went wrong is an outcome. */
export async function buy(purchase: Purchase): Promise<Bought> {
  try {
    const response = await fetch('/shop/orders', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(purchase),
    });
    const body = (await response.json()) as Bought & { readonly error?: { readonly message: string } };
    if (response.status === 201 || response.status === 409) return body;
    return { kind: 'failed', message: body.error?.message ?? FAILED.message };
  } catch {
    return FAILED;
  }
}

/** What an order would get now; undefined when the server does not answer. */
export async function lookUp(sku: string): Promise<LiveAvailability | undefined> {
  try {
    const response = await fetch(`/shop/availability/${encodeURIComponent(sku)}`);
    return response.ok ? ((await response.json()) as LiveAvailability) : undefined;
  } catch {
    return undefined;
  }
}

/** Somebody's own key for one purchase. Pages without TLS have no randomUUID. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** What the ship date of a taken order rests on, for the one who bought. */
export function basisText({ quantity, unitsNow, statedShipBy }: TakenOrder): string {
  if (unitsNow === quantity) return 'It lies on our shelf and is set aside for you; that day leaves time to pack it.';
  const first = unitsNow > 0 ? `${unitsNow} of ${quantity} are set aside for you already. ` : '';
  return statedShipBy === null
    ? `${first}No supplier has named a date we could rely on, so we state none. Without one we have 30 days, or must ask you.`
    : `${first}It rests on what our supplier has promised, how punctual they have been before, and who waits already. It is the careful date: nine of ten such orders have left by then.`;
}
