import { CATALOGUE } from './catalogue/catalogue.js';
import { isDropShipped, type LocationName } from './locations.js';
import { chance, type Random, randomFor, wholeBetween } from './random.js';
import type { AllocationRow, DemoRows, StockRow } from './rows.js';
import { shortageOf } from './suppliers/shortages.js';

/** Units on the shelves: those that belong to order lines already, and free ones except where people wait. */
export function stockRows(
  allocations: readonly AllocationRow[],
  seed: number,
): Pick<DemoRows, 'stock' | 'stock_buffers'> {
  const random = randomFor(seed, 'stock');
  const held = new Map<string, number>();
  for (const { sku, location_id, quantity } of allocations) {
    const key = `${sku} ${location_id}`;
    held.set(key, (held.get(key) ?? 0) + quantity);
  }
  const stock: StockRow[] = [];
  const buffers: DemoRows['stock_buffers'][number][] = [];
  for (const { sku, priceCents } of CATALOGUE) {
    const soldOut = shortageOf(sku) !== null;
    for (const location of shelvesOf(sku)) {
      const allocated = held.get(`${sku} ${location}`) ?? 0;
      const free = soldOut ? 0 : freeUnits(priceCents, location, random);
      // the last of some things lie in the store's window, for its own customers only
      const inTheWindow =
        location === 'chicago' && (soldOut ? chance(random, 0.2) : free > 0) ? wholeBetween(random, 1, 2) : 0;
      stock.push({ sku, location_id: location, on_hand: allocated + free + inTheWindow, allocated });
      if (inTheWindow > 0) buffers.push({ sku, location_id: location, sales_channel_id: 'store', units: inTheWindow });
      if (free > 9 && location === 'cmh')
        buffers.push({ sku, location_id: location, sales_channel_id: 'marketplace', units: 2 });
    }
  }
  return { stock, stock_buffers: buffers };
}

const shelvesOf = (sku: string): readonly LocationName[] =>
  isDropShipped(sku) ? ['foundry'] : ['pdx', 'cmh', 'chicago'];

/** Fewer of what is dear; Portland always has a few, the others not of everything. */
function freeUnits(priceCents: number, location: LocationName, random: Random): number {
  const most = Math.max(5, Math.round(190 / Math.sqrt(priceCents / 100)));
  if (location === 'pdx' || location === 'foundry') return wholeBetween(random, 3, most);
  if (chance(random, 0.25)) return 0;
  return wholeBetween(random, 0, location === 'cmh' ? most : 3);
}
