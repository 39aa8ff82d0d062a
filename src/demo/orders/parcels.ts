import { type LocationName, locationFor, PICKED_UP_IN } from '../locations.js';
import { between, chance, type Random, wholeBetween } from '../random.js';
import type { ScanRow, ShipmentRow } from '../rows.js';
import type { ShopDays } from '../shop-days.js';
import type { Fate, OrderPlan } from './order-plan.js';

type Sent = Extract<Fate, { kind: 'sent' }>;

interface Parcel {
  readonly location: LocationName;
  readonly sent: Sent;
  readonly lines: readonly { readonly lineId: string; readonly units: number }[];
}

export interface ParcelRows {
  readonly shipments: ShipmentRow[];
  readonly shipment_lines: { shipment_id: string; order_line_id: string; quantity: number }[];
  readonly carrier_scans: ScanRow[];
}

/** An order's parcels: what was labelled at one moment in one place travels together. */
export function parcelRows(plan: OrderPlan, number: string, days: ShopDays, random: Random): ParcelRows {
  const rows: ParcelRows = { shipments: [], shipment_lines: [], carrier_scans: [] };
  for (const [index, parcel] of packed(plan, number).entries()) {
    const id = `SH-${number}-${index + 1}`;
    const carrier = plan.service === 'express' || chance(random, 0.55) ? 'UPS' : 'USPS';
    rows.shipments.push({
      id,
      order_number: number,
      location_id: parcel.location,
      carrier,
      tracking_number: trackingNumber(carrier, random),
      labelled_at: days.at(parcel.sent.labelled),
    });
    for (const { lineId, units } of parcel.lines)
      rows.shipment_lines.push({ shipment_id: id, order_line_id: lineId, quantity: units });
    rows.carrier_scans.push(...scans(id, parcel, plan, days, random));
  }
  return rows;
}

function packed(plan: OrderPlan, number: string): Parcel[] {
  const parcels = new Map<string, Parcel>();
  for (const [index, { sku, quantity, fate }] of plan.lines.entries()) {
    if (fate.kind !== 'sent') continue;
    const location = locationFor(sku, plan.salesChannel, plan.customer.address.zone);
    const key = `${location} ${fate.labelled}`;
    const line = { lineId: `${number}-${index + 1}`, units: fate.units ?? quantity };
    parcels.set(key, { location, sent: fate, lines: [...(parcels.get(key)?.lines ?? []), line] });
  }
  return [...parcels.values()];
}

/** In the carrier's form; 999AA1 is the sender number of the carrier's own examples, so that nobody's parcel is met. */
function trackingNumber(carrier: 'UPS' | 'USPS', random: Random): string {
  const digits = (count: number) => Array.from({ length: count }, () => wholeBetween(random, 0, 9)).join('');
  return carrier === 'UPS' ? `1Z999AA1${digits(10)}` : `940010000000${digits(10)}`;
}

function scans(
  shipmentId: string,
  { location, sent }: Parcel,
  plan: OrderPlan,
  days: ShopDays,
  random: Random,
): ScanRow[] {
  const { handedOver, delivered } = sent;
  if (handedOver === null) return [];
  const { city, region } = plan.customer.address;
  const there = `${city}, ${region}`;
  const arrives = delivered ?? Number.POSITIVE_INFINITY;
  const hub = handedOver + between(random, 0.3, 0.7);
  const held = hub + 0.15;
  const found: [ScanRow['kind'], number, string][] = [
    ['accepted', handedOver, PICKED_UP_IN[location]],
    ['in_transit', hub, 'Salt Lake City, UT'],
    ...(chance(random, 0.02)
      ? [['exception', held, 'Salt Lake City, UT'] satisfies [ScanRow['kind'], number, string]]
      : []),
    ['out_for_delivery', arrives - between(random, 0.1, 0.3), there],
    ['delivered', arrives, there],
  ];
  return found
    .filter(([kind, at]) => at < 0 && (at < arrives || kind === 'delivered'))
    .sort(([, a], [, b]) => a - b)
    .map(([kind, at, place]) => ({ shipment_id: shipmentId, kind, at: days.at(at), place }));
}
