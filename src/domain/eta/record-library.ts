import { DecayedRecord } from './decayed-record.js';
import type { Day, Delivery, Receipt } from './delivery.js';
import { MeasureBook, type Membership, promisedLeadClass } from './measure-book.js';

/** Waits are remembered as all suppliers' records are. */
const WAITS = { days: 400, receiptDays: 400 };

/** All that receipts have shown, by what it is measured from. */
export class RecordLibrary {
  /** Days from the first promise. */
  readonly slips = new MeasureBook(['segment', 'sku', 'promisedLead', 'month']);
  /** Days from the order. */
  readonly leads = new MeasureBook(['segment', 'sku']);
  /** Days from a promise that replaced an earlier one: how honest revisions are. */
  readonly revisions = new MeasureBook([]);
  /** Days from when somebody asked. */
  readonly waits = new DecayedRecord(WAITS);
  readonly #codes = new Map<string, number>();
  readonly #suppliers = new Map<string, number>();

  /** What a delivery belongs to. Names seen for the first time get a code. */
  membership({ supplier, sku, segment, orderedOn, promisedOn }: Delivery): Membership {
    return {
      supplier: supplier === null ? -1 : codeOf(this.#suppliers, supplier),
      sku: sku === null ? -1 : codeOf(this.#codes, sku),
      segment: segment === null ? -1 : codeOf(this.#codes, segment),
      promisedLead: promisedLeadClass(orderedOn, promisedOn),
      month: promisedOn === null ? -1 : monthOf(promisedOn),
    };
  }

  /** -1 where nothing was ever seen of this supplier. */
  supplierCode(supplier: string): number {
    return this.#suppliers.get(supplier) ?? -1;
  }

  learn(receipt: Receipt, member: Membership): void {
    const { orderedOn, promisedOn, receivedOn, knownOn, revisions } = receipt;
    if (promisedOn !== null) this.slips.learn(receivedOn - promisedOn, knownOn, member);
    // where there is a promise, the SKU's slips say what its lead times would
    const inLeads = promisedOn === null ? member : { ...member, sku: -1 };
    if (orderedOn !== null) this.leads.learn(receivedOn - orderedOn, knownOn, inLeads);
    for (const revision of revisions) this.revisions.learn(receivedOn - revision.promisedOn, knownOn, member);
  }
}

function codeOf(codes: Map<string, number>, name: string): number {
  const known = codes.get(name);
  if (known !== undefined) return known;
  codes.set(name, codes.size);
  return codes.size - 1;
}

/** Month of a day, 0 to 11, by the mean length of months: a season needs no calendar. */
const monthOf = (day: Day): number => Math.floor((((day % 365.2425) + 365.2425) % 365.2425) / 30.436875) % 12;
