import { matchPhrase } from '../../language/text-likeness.js';

/** Scores closer than this are not told apart. */
const AS_GOOD = 0.1;

/**
 * Which suppliers a few words mean: an id to the letter, else the names most like them ("kestral" → Kestrel Imaging).
 * One that stands out is the answer; several as good as it come together, for a person to choose. Empty: none.
 */
export function matchSupplier<One extends { readonly supplierId: string; readonly supplierName: string }>(
  words: string,
  suppliers: readonly One[],
): One[] {
  const wanted = words.trim().toLowerCase();
  const exact = suppliers.filter(
    ({ supplierId, supplierName }) => supplierId.toLowerCase() === wanted || supplierName.toLowerCase() === wanted,
  );
  if (exact.length > 0) return exact;
  const found = matchPhrase(
    words,
    suppliers.map(({ supplierName }) => supplierName),
  );
  const best = found[0]?.score ?? 0;
  return found.flatMap(({ index, score }) => {
    const one = suppliers[index];
    return one && score >= best - AS_GOOD ? [one] : [];
  });
}
