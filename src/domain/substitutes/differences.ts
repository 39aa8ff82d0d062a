import { isSameValue, keyOf } from './attribute-values.js';
import type { ReadProduct, ReadRules } from './read-product.js';

/** One attribute in which a substitute is not what was ordered, as the catalogue writes it. */
export interface Difference {
  readonly name: string;
  readonly ordered: string;
  readonly substitute: string;
}

/** Enough to decide on, few enough to read. */
const MOST_DIFFERENCES = 3;

/** The differences that matter: what changes its use before looks; what only one of them says is left out. */
export function differencesOf(
  wanted: ReadProduct,
  offered: ReadProduct,
  { cosmetic, ignored }: ReadRules,
): Difference[] {
  const written = new Map(
    Object.entries(offered.product.attributes).map(([name, value]) => [keyOf(name), String(value)]),
  );
  const found = Object.entries(wanted.product.attributes).flatMap(([key, ordered]) => {
    const name = keyOf(key);
    const [mine, theirs, substitute] = [wanted.attributes.get(name), offered.attributes.get(name), written.get(name)];
    if (ignored.has(name) || !mine || !theirs || substitute === undefined || isSameValue(mine, theirs)) return [];
    return [{ name, ordered: String(ordered), substitute }];
  });
  return found.sort((a, b) => Number(cosmetic.has(a.name)) - Number(cosmetic.has(b.name))).slice(0, MOST_DIFFERENCES);
}
