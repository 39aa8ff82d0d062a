import { CATALOGUE } from '../catalogue/catalogue.js';
import type { CatalogueItem } from '../catalogue/item.js';
import { between, chance, type Random, randomFor, wholeBetween } from '../random.js';
import type { DemoSupplier } from './roster.js';
import { shortageOf } from './shortages.js';
import type { Course, Placed, PurchaseCourse } from './supplier.js';

/** How far back the shop's books go, in days. */
const FIRST_ORDER = -745;
/** A SKU that people wait for has had no delivery since: its shelf has been empty that long. */
const SHELF_EMPTY_SINCE = -30;

interface Writing extends Placed {
  readonly items: readonly CatalogueItem[];
}

/** All purchase orders that went to one supplier by rhythm, each with the course its habit gave it. */
export function placedOrders(supplier: DemoSupplier, seed: number): PurchaseCourse[] {
  const random = randomFor(seed, `orders to ${supplier.id}`);
  const written = write(supplier, random);
  const courses = supplier.habit(written, randomFor(seed, `habit of ${supplier.id}`));
  return written.flatMap((order, index) => {
    const course = courses[index];
    return course ? leaveShelvesEmpty(order, course, supplier) : [];
  });
}

function write({ id, rhythm }: DemoSupplier, random: Random): Writing[] {
  const assortment = CATALOGUE.filter((item) => item.supplier === id);
  const orders: Writing[] = [];
  let next = 0;
  for (
    let on = FIRST_ORDER + wholeBetween(random, 0, 9);
    on < 0;
    on += Math.round(rhythm * between(random, 0.75, 1.25))
  ) {
    const count = Math.min(assortment.length, wholeBetween(random, 1, 3));
    const items = Array.from({ length: count }, (_, at) => assortment[(next + at) % assortment.length]).filter(
      (item) => item !== undefined,
    );
    next += count;
    orders.push({
      on,
      items,
      units: items.map((item) => usualQuantity(item, random)),
      to: chance(random, 0.65) ? 'pdx' : 'cmh',
    });
  }
  return orders;
}

/** Cheap things are bought by the carton, cameras by the handful. */
function usualQuantity({ priceCents }: CatalogueItem, random: Random): number {
  return Math.max(4, Math.round((260 / Math.sqrt(priceCents / 100)) * between(random, 0.6, 1.5)));
}

/** Leaves out lines that would have filled, or would soon fill, a shelf that the shop's story needs empty. */
function leaveShelvesEmpty(order: Writing, course: Course, supplier: DemoSupplier): PurchaseCourse[] {
  const kept = order.items.flatMap((item, at) => {
    const line = course.lines[at];
    const last = Math.max(order.on, ...(line?.deliveries.map((delivery) => delivery.on) ?? []));
    const tooLate = shortageOf(item.sku) !== null && last > SHELF_EMPTY_SINCE;
    return line && !tooLate ? [{ sku: item.sku, units: order.units[at] ?? 0, line }] : [];
  });
  if (kept.length === 0) return [];
  return [
    {
      supplier: supplier.id,
      location: order.to,
      orderedOn: order.on,
      skus: kept.map(({ sku }) => sku),
      units: kept.map(({ units }) => units),
      acknowledgedOn: course.acknowledgedOn,
      promises: course.promises,
      lines: kept.map(({ line }) => line),
    },
  ];
}
