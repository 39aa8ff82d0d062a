import { z } from 'zod';
import { arrivalDistribution } from '../domain/eta/arrival-distribution.js';
import type { DayDistribution } from '../domain/eta/day-distribution.js';
import type { EtaContext } from '../domain/eta/estimate-eta.js';
import { dayBy } from '../domain/eta/eta-levers.js';
import { CAUTIOUS, LIKELY } from '../domain/eta/serve-queue.js';
import { daysBetween, LocalDate } from '../domain/kernel/dates.js';
import { LocationId, PurchaseOrderLineId, SupplierId } from '../domain/kernel/ids.js';
import type { OpenSupply } from '../store/purchasing.js';

/** An open purchase order line with when it is likely to come; null where no record says anything. */
export interface DatedSupplyLine {
  readonly line: OpenSupply;
  readonly arrival: DayDistribution | null;
  readonly likelyOn: LocalDate | null;
  readonly cautiousOn: LocalDate | null;
  /** Days by which its newest promised date has passed; 0 where it has not, or there is none. */
  readonly overdueDays: number;
}

/** Open lines of one SKU in the order in which they are likely to come, the undated last. */
export function datedSupply(supply: readonly OpenSupply[], context: EtaContext): DatedSupplyLine[] {
  const dated = supply.map((line): DatedSupplyLine => {
    const arrival = arrivalDistribution(line, line.sku, context.today, context) ?? null;
    return {
      line,
      arrival,
      likelyOn: arrival && dayBy(arrival, LIKELY),
      cautiousOn: arrival && dayBy(arrival, CAUTIOUS),
      overdueDays: line.promisedOn === null ? 0 : Math.max(0, daysBetween(line.promisedOn, context.today)),
    };
  });
  const key = ({ likelyOn, cautiousOn, line }: DatedSupplyLine) =>
    `${likelyOn ?? 'none'} ${cautiousOn ?? 'none'} ${line.poLineId}`;
  return dated.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** A purchase order line still to come, with when, as tools tell it. */
export const OnOrder = z.object({
  poLineId: PurchaseOrderLineId,
  supplierId: SupplierId,
  supplierName: z.string(),
  toLocationId: LocationId,
  openUnits: z.int(),
  orderedOn: LocalDate,
  firstPromisedOn: LocalDate.nullable(),
  promisedOn: LocalDate.nullable(),
  overdueDays: z.int(),
  /** At the dock; null where no record says anything. */
  receiptLikelyOn: LocalDate.nullable(),
  receiptCautiousOn: LocalDate.nullable(),
});

export const onOrderFacts = ({
  line,
  likelyOn,
  cautiousOn,
  overdueDays,
}: DatedSupplyLine): z.infer<typeof OnOrder> => ({
  poLineId: line.poLineId,
  supplierId: line.supplierId,
  supplierName: line.supplierName,
  toLocationId: line.locationId,
  openUnits: line.openQuantity,
  orderedOn: line.orderedOn,
  firstPromisedOn: line.firstPromisedOn,
  promisedOn: line.promisedOn,
  overdueDays,
  receiptLikelyOn: likelyOn,
  receiptCautiousOn: cautiousOn,
});
