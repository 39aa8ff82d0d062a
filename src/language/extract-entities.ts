import { cardNumbersIn } from './entities/card-numbers.js';
import { blank, type Entity, spansOf } from './entities/entity.js';
import { findEmails, findPhones, findPostcodes } from './entities/find-contacts.js';
import { findOrderNumbers } from './entities/find-order-numbers.js';
import { findAmounts, findQuantities, spansOfDatesAndMeasures } from './entities/find-quantities.js';
import { findReferences, findSkus } from './entities/find-references.js';
import { findSignals } from './entities/find-signals.js';
import { LONGEST_READ } from './normalise.js';

/**
 * Everything a message names, in the order it stands there: order numbers, e-mail addresses, phones, postcodes, SKUs,
 * amounts, quantities, references to something shown, and signals of tone. Reads the first 2,000 characters. Where the
 * same characters may be two things (97201: order or postcode?) both are returned, with `certain: false`.
 */
export function extractEntities(text: string): Entity[] {
  const read = text.slice(0, LONGEST_READ);
  const emails = findEmails(read);
  const afterEmails = blank(read, [...spansOf(emails), ...cardNumbersIn(read)]);
  const amounts = findAmounts(afterEmails);
  const plain = blank(blank(afterEmails, spansOf(amounts)), spansOfDatesAndMeasures(afterEmails));
  const phones = findPhones(plain);
  const afterPhones = blank(plain, spansOf(phones.filter(({ certain }) => certain)));
  const postcodes = findPostcodes(afterPhones);
  const skus = findSkus(afterPhones);
  const orders = findOrderNumbers(blank(afterPhones, spansOf(postcodes.filter(({ certain }) => certain))));
  const certainOrders = orders.filter(({ certain }) => certain);
  const rivals = [...phones, ...postcodes, ...skus].filter((one) => one.certain || !certainOrders.some(overlaps(one)));
  const quantities = findQuantities(plain);
  const references = findReferences(plain).filter((one) => ![...quantities, ...certainOrders].some(overlaps(one)));
  const found = [...emails, ...amounts, ...rivals, ...orders, ...quantities, ...references, ...findSignals(read)];
  return found.sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
}

const overlaps = (a: Entity) => (b: Entity) => a.span[0] < b.span[1] && b.span[0] < a.span[1];
