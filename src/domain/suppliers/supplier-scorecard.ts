import { daysBetween, type LocalDate } from '../kernel/dates.js';
import type { Sku } from '../kernel/ids.js';
import { type Measure, meanOf, measure, quantileOf, shareOf } from './measure.js';
import type { PromiseRevision, SupplierFacts, SupplierReceipt, SupplierRequest } from './supplier-facts.js';

/** Rates are 0 to 1, times are calendar days. */
export interface SupplierScorecard {
  /** Share of promised lines that came in full on or before the date promised when ordered. */
  readonly onTimeRate: Measure;
  /** Receipt less that date; negative when early. */
  readonly slipP50: Measure;
  readonly slipP90: Measure;
  /** From order to receipt. */
  readonly leadDaysP50: Measure;
  /** Units delivered of units ordered; what came beyond an order does not make up for another. */
  readonly fillRate: Measure;
  readonly defectRate: Measure;
  /** Share of orders acknowledged, and the days until they were. */
  readonly acknowledgedRate: Measure;
  readonly acknowledgementDaysP50: Measure;
  readonly answeredRate: Measure;
  readonly answerDaysP50: Measure;
  /** Of the revised dates whose day has come: the share kept. */
  readonly revisionsKept: Measure;
  /** Days by which the goods came after a revised date; negative when before. */
  readonly revisionSlipMean: Measure;
  /** Days' notice that revisions gave: from the revision to the date it replaced; negative when that had passed. */
  readonly noticeDaysP50: Measure;
}

/** A span of days, both included. */
export interface Span {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

const isWithin = (date: LocalDate, { from, to }: Span): boolean => date >= from && date <= to;

/**
 * One supplier's record over a span of days, as known at its end: receipts by the day received, revisions by the day on
 * which the revised date was due or met, requests by the day asked.
 */
export function supplierScorecard(facts: SupplierFacts, span: Span): SupplierScorecard {
  return {
    ...deliveryMeasures(facts.receipts.filter(({ receivedOn }) => isWithin(receivedOn, span))),
    ...requestMeasures(
      facts.requests.filter(({ askedOn }) => isWithin(askedOn, span)),
      span.to,
    ),
    ...revisionMeasures(facts.revisions, span),
  };
}

function deliveryMeasures(receipts: readonly SupplierReceipt[]) {
  const promised = receipts.flatMap((receipt) => {
    const { promisedOn, receivedOn, quantityOrdered, quantityReceived } = receipt;
    if (promisedOn === null) return [];
    return [{ slip: daysBetween(promisedOn, receivedOn), isFull: quantityReceived >= quantityOrdered }];
  });
  const slips = promised.map(({ slip }) => slip);
  const onTime = promised.filter(({ slip, isFull }) => slip <= 0 && isFull).length;
  const ordered = receipts.reduce((all, { quantityOrdered }) => all + quantityOrdered, 0);
  const filled = receipts.reduce(
    (all, { quantityOrdered, quantityReceived }) => all + Math.min(quantityOrdered, quantityReceived),
    0,
  );
  const received = receipts.reduce((all, { quantityReceived }) => all + quantityReceived, 0);
  const defective = receipts.reduce((all, { quantityDefective }) => all + quantityDefective, 0);
  return {
    onTimeRate: shareOf(onTime, promised.length, promised.length),
    slipP50: quantileOf(slips, 0.5),
    slipP90: quantileOf(slips, 0.9),
    leadDaysP50: quantileOf(
      receipts.map(({ orderedOn, receivedOn }) => daysBetween(orderedOn, receivedOn)),
      0.5,
    ),
    fillRate: shareOf(filled, ordered, receipts.length),
    defectRate: shareOf(defective, received, receipts.length),
  };
}

function requestMeasures(requests: readonly SupplierRequest[], knownAt: LocalDate) {
  const [acknowledgedRate, acknowledgementDaysP50] = answers(requests, 'acknowledgement', knownAt);
  const [answeredRate, answerDaysP50] = answers(requests, 'question', knownAt);
  return { acknowledgedRate, acknowledgementDaysP50, answeredRate, answerDaysP50 };
}

/** Requests without an answer count in the rate and not in the days: nobody knows yet how long they take. */
function answers(
  requests: readonly SupplierRequest[],
  kind: SupplierRequest['kind'],
  knownAt: LocalDate,
): readonly [Measure, Measure] {
  const asked = requests.filter((request) => request.kind === kind);
  const days = asked.flatMap(({ askedOn, answeredOn }) =>
    answeredOn === null || answeredOn > knownAt ? [] : [daysBetween(askedOn, answeredOn)],
  );
  return [shareOf(days.length, asked.length, asked.length), quantileOf(days, 0.5)];
}

function revisionMeasures(revisions: readonly PromiseRevision[], span: Span) {
  const decided = revisions.flatMap((revision) => {
    const { to, receivedOn } = revision;
    const hasCome = receivedOn !== null && receivedOn <= span.to;
    const decidedOn = hasCome && receivedOn < to ? receivedOn : to;
    // A date that is today can still be kept.
    const isDecided = hasCome || to < span.to;
    return isDecided && isWithin(decidedOn, span) ? [{ to, receivedOn: hasCome ? receivedOn : null }] : [];
  });
  const kept = decided.filter(({ to, receivedOn }) => receivedOn !== null && receivedOn <= to).length;
  const slips = decided.flatMap(({ to, receivedOn }) => (receivedOn === null ? [] : [daysBetween(to, receivedOn)]));
  const notices = revisions
    .filter(({ revisedOn }) => isWithin(revisedOn, span))
    .map(({ revisedOn, from }) => daysBetween(revisedOn, from));
  return {
    revisionsKept: shareOf(kept, decided.length, decided.length),
    revisionSlipMean: meanOf(slips),
    noticeDaysP50: quantileOf(notices, 0.5),
  };
}

/**
 * The share of the SKUs bought from a supplier that no other supplier delivers. `suppliersOf` tells how many suppliers
 * deliver each SKU, this one included.
 */
export function singleSourceExposure(skus: readonly Sku[], suppliersOf: ReadonlyMap<Sku, number>): Measure {
  const distinct = [...new Set(skus)];
  const alone = distinct.filter((sku) => (suppliersOf.get(sku) ?? 1) < 2).length;
  return measure(distinct.length === 0 ? null : alone / distinct.length, distinct.length);
}
