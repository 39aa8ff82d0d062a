import type { Day, Receipt } from './delivery.js';

/** A number from 0 to 1 that looks random and is always the same for the same `index` and `purpose` (Murmur3's finaliser). */
export function toss(index: number, purpose: number): number {
  let x = Math.imul((index + Math.imul(purpose, 7_919)) ^ 0x9e3779b9, 0x85ebca6b);
  x ^= x >>> 13;
  x = Math.imul(x, 0xc2b2ae35);
  x ^= x >>> 16;
  return (x >>> 0) / 2 ** 32;
}

/**
 * A day on which to ask, for practice, about a delivery that nobody asked about: at the order, on the way, or up to
 * twelve days after the promised date. Drawn without a look at when it came, so that deliveries that were still open on
 * their day are a fair sample of open ones. Null where no day is open or neither order nor promise date is known.
 */
export function rehearsalDay(receipt: Omit<Receipt, 'supplier' | 'sku' | 'segment'>, index: number): Day | null {
  const { orderedOn, promisedOn, receivedOn, revisions } = receipt;
  const which = toss(index, 1);
  const where = toss(index, 2);
  const day = ((): Day | null => {
    const revision = revisions.at(-1);
    if (revision) return which < 0.5 ? revision.givenOn + 1 : revision.promisedOn - Math.floor(where * 6);
    if (orderedOn !== null && promisedOn !== null) {
      if (which < 0.45) return orderedOn;
      if (which < 0.8) return Math.round(orderedOn + where * (promisedOn - orderedOn));
      return promisedOn + Math.floor(where * 12);
    }
    if (promisedOn !== null) return promisedOn + (which < 0.7 ? -Math.floor(where * 40) : Math.floor(where * 12));
    if (orderedOn !== null) return which < 0.6 ? orderedOn : orderedOn + Math.floor(where * 30);
    return null;
  })();
  return day !== null && day < receivedOn ? day : null;
}
