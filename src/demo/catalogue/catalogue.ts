import { AUDIO } from './audio.js';
import { CAMERAS } from './cameras.js';
import { DESK } from './desk.js';
import type { CatalogueItem } from './item.js';
import { LENSES } from './lenses.js';
import { LIGHTING } from './lighting.js';
import { POWER } from './power.js';
import { STORAGE } from './storage.js';
import { TRIPODS } from './tripods.js';

/** Everything the demo shop sells: 120 SKUs, fifteen in each of eight categories, in the order of the shop's page. */
export const CATALOGUE: readonly CatalogueItem[] = [
  ...CAMERAS,
  ...LENSES,
  ...TRIPODS,
  ...LIGHTING,
  ...AUDIO,
  ...POWER,
  ...STORAGE,
  ...DESK,
];

const bySku = new Map(CATALOGUE.map((item) => [item.sku, item]));

export const findItem = (sku: string): CatalogueItem | null => bySku.get(sku) ?? null;

/** As findItem, for the demo's own lists. Throws when one of them names a SKU that is not sold. */
export function itemOf(sku: string): CatalogueItem {
  const item = bySku.get(sku);
  if (!item) throw new Error(`The demo shop names ${sku}, which is not in its catalogue`);
  return item;
}
