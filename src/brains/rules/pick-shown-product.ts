import type { Sku } from '../../domain/kernel/ids.js';
import type { Dialogue } from './dialogue.js';
import { pickByWords } from './pick.js';

/** Which of the products a question offered a message names: by its whole name as a button sends it, or by a word of it. */
export function pickShownProduct(text: string, { shownProducts }: Dialogue): Sku | undefined {
  const exact = shownProducts.find(({ productName }) => productName.toLowerCase() === text.trim().toLowerCase());
  const named = pickByWords(
    text,
    shownProducts.map(({ productName }) => productName),
  );
  return exact?.sku ?? (named === null ? undefined : shownProducts[named]?.sku);
}
