import { itemOf } from '../catalogue/catalogue.js';
import type { DemoRows, PurchaseOrderLineRow, PurchaseOrderRow } from '../rows.js';
import type { ShopDays } from '../shop-days.js';
import { type Dealings, type NumberedCourse, supplierDealings } from './dealings.js';
import { placedOrders } from './placed-orders.js';
import { SUPPLIERS } from './roster.js';
import { type OpenOrder, SHORTAGES, shortageOf } from './shortages.js';
import type { Course, PurchaseCourse } from './supplier.js';

export type PurchasingRows = Pick<
  DemoRows,
  'suppliers' | 'purchase_orders' | 'purchase_order_lines' | 'supplier_promises' | 'receipts' | keyof Dealings
>;

export interface Purchasing {
  readonly rows: PurchasingRows;
  /** The open purchase orders of a SKU that people wait for, with the first date promised and since when it is known. */
  readonly announced: (sku: string) => readonly Announced[];
  /** The same with every date they were given, oldest first. */
  readonly told: (sku: string) => readonly Announced[];
}

export interface Announced {
  readonly poNumber: string;
  readonly givenOn: number;
  readonly promisedOn: number;
}

/** Two years of purchase orders from twelve suppliers, and those that today's shortages wait for. */
export function buildPurchasing(seed: number, days: ShopDays): Purchasing {
  const drawn = [...SUPPLIERS.flatMap((supplier) => placedOrders(supplier, seed)), ...SHORTAGES.flatMap(openCourses)];
  drawn.sort((a, b) => a.orderedOn - b.orderedOn || (a.supplier < b.supplier ? -1 : a.supplier > b.supplier ? 1 : 0));

  const courses = drawn.map((course, index): NumberedCourse => ({ ...course, number: `PO-${101 + index}` }));
  const orders: PurchaseOrderRow[] = [];
  const lines: PurchaseOrderLineRow[] = [];
  const promises: PurchasingRows['supplier_promises'][number][] = [];
  const receipts: PurchasingRows['receipts'][number][] = [];
  const announced = new Map<string, Announced[]>();
  const told = new Map<string, Announced[]>();

  for (const course of courses) {
    const { number } = course;
    const given = course.promises.filter((promise) => promise.givenOn < 0);
    orders.push({
      number,
      supplier_id: course.supplier,
      location_id: course.location,
      ordered_on: days.workday(course.orderedOn),
      acknowledged_on:
        course.acknowledgedOn !== null && course.acknowledgedOn < 0 ? days.workday(course.acknowledgedOn) : null,
      state: stateOf(course),
    });
    for (const [at, line] of course.lines.entries()) {
      const sku = course.skus[at] ?? '';
      const lineId = `${number}-${at + 1}`;
      const arrived = line.deliveries.filter((delivery) => delivery.on < 0);
      lines.push({
        po_number: number,
        line_number: at + 1,
        sku,
        quantity: course.units[at] ?? 0,
        cancelled_quantity: isOver(course) ? line.cancelled : 0,
        unit_cost_cents: itemOf(sku).unitCostCents,
      });
      for (const { givenOn, promisedOn } of given)
        promises.push({
          po_line_id: lineId,
          promised_on: days.workday(promisedOn),
          given_on: days.workday(givenOn),
          source: 'supplier e-mail',
        });
      for (const { on, units } of arrived)
        receipts.push({ po_line_id: lineId, received_on: days.workday(on), quantity: units });
      if (!isOver(course) && shortageOf(sku))
        told.set(sku, [...(told.get(sku) ?? []), ...given.map((date) => ({ poNumber: number, ...date }))]);
      const first = given[0];
      if (first && !isOver(course) && shortageOf(sku))
        announced.set(sku, [...(announced.get(sku) ?? []), { poNumber: number, ...first }]);
    }
  }
  return {
    rows: {
      suppliers: SUPPLIERS.map(({ id, name, zone }, index) => ({
        id,
        name,
        email: `orders@${id}.example.com`,
        phone: `+12065550${150 + index}`,
        zone,
      })),
      purchase_orders: orders,
      purchase_order_lines: lines,
      supplier_promises: promises,
      receipts,
      ...supplierDealings(courses, seed, days),
    },
    announced: (sku) => announced.get(sku) ?? [],
    told: (sku) => told.get(sku) ?? [],
  };
}

/** A shop notices that nothing more will come a few days after the last date it was given. */
const PATIENCE_DAYS = 5;

function isOver(course: Course): boolean {
  const lastDelivery = Math.max(...course.lines.flatMap((line) => line.deliveries.map((delivery) => delivery.on)));
  if (Number.isFinite(lastDelivery)) return lastDelivery < 0;
  return (course.promises.at(-1)?.promisedOn ?? 0) + PATIENCE_DAYS < 0;
}

function stateOf(course: Course): PurchaseOrderRow['state'] {
  if (!isOver(course)) return 'open';
  return course.lines.some((line) => line.deliveries.length > 0) ? 'received' : 'cancelled';
}

function openCourses({ sku, supply }: (typeof SHORTAGES)[number]): PurchaseCourse[] {
  const { supplier } = itemOf(sku);
  return supply.map((order) => ({
    supplier,
    location: 'pdx',
    orderedOn: order.ordered,
    skus: [sku],
    units: [order.units],
    acknowledgedOn: order.promises[0]?.[0] ?? null,
    promises: order.promises.map(([givenOn, promisedOn]) => ({ givenOn, promisedOn })),
    lines: [{ deliveries: deliveriesOf(order), cancelled: 0 }],
  }));
}

/** The rest comes on a day nobody knows yet; for the shop it is enough that it lies ahead. */
function deliveriesOf({ units, received }: OpenOrder): { on: number; units: number }[] {
  const rest = { on: 60, units: units - (received?.units ?? 0) };
  return received ? [received, rest] : [rest];
}
