/** What the page is told; see src/server/world/open-world.ts. */
export interface Seen {
  /** Another one once the demo was begun afresh. */
  readonly run: string;
  /** The demo's time. */
  readonly now: string;
  /** The shop's zone. */
  readonly zone: string;
  /** Where the clock is being moved to; null while it stands. */
  readonly journey: { readonly from: string; readonly to: string; readonly at: string } | null;
  readonly deliveries: readonly Delivery[];
  /** The newest day first. */
  readonly happened: readonly Happened[];
  readonly people: readonly Person[];
}

/** A delivery that customers wait for. */
export interface Delivery {
  readonly poNumber: string;
  readonly supplierName: string;
  readonly title: string;
  readonly promisedOn: string;
  readonly customers: number;
}

export interface Happened {
  readonly on: string;
  readonly kind: string;
  readonly count: number;
  /** How many people or suppliers it concerned. */
  readonly people: number;
  /** Whom it concerned: the first few. */
  readonly names: readonly string[];
}

export interface Person {
  readonly name: string;
  readonly orderNumber: string;
  readonly email: string;
}

export type SupplierAnswer = 'ten_days' | 'three_weeks' | 'in_parts';

const PLACE = '/sandbox/home/ui';

export async function look(): Promise<Seen> {
  const response = await fetch(`${PLACE}/seen`);
  if (!response.ok) throw new Error(`The desk answered ${response.status}`);
  return response.json() as Promise<Seen>;
}

async function post(path: string, body: object): Promise<Response> {
  return fetch(`${PLACE}/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

export const letPass = (days: 1 | 7): Promise<Response> => post('days', { days });
export const startOver = (): Promise<Response> => post('start-over', {});

/** Has a supplier write. True when the desk took the mail. */
export async function answer(poNumber: string, how: SupplierAnswer): Promise<boolean> {
  const response = await post('answer', { poNumber, how });
  const { outcome } = (await response.json()) as { readonly outcome?: string };
  return outcome === 'taken';
}
