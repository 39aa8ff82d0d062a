import { regularisedGamma } from '../gamma-distribution.js';
import { knownShare, leadMonths, monthlyRate, type StockItem } from './stock-item.js';

/** Taken where the lead time is not known. */
const USUAL_LEAD_MONTHS = 1;
/** Stock is looked at and ordered about so often: what is short today is mended a lead time and a review later. */
const REVIEW_MONTHS = 0.5;
/** Units a month assumed at least, so that an item without sales still ranks by what is on its shelf. */
const LEAST_RATE = 0.02;
/** Squared coefficient of variation of a month's demand beyond chance. */
const RATE_VARIATION = 0.6;
/** Share of a shipment that comes in time where the supplier's record is not known. */
const USUAL_PERFORMANCE = 0.75;

/**
 * The chance, 0 to 1, that demand over the lead time and one review exceeds what is there to meet it: on hand plus what
 * comes in time. Demand is a gamma variable with mean rate × time and variance mean + 0.6 × mean² / months (Poisson
 * buying at a rate that itself varies). Of what is in transit, units past due are not counted, the rest by the
 * supplier's record. Needs no outcomes to learn from.
 */
export function firstPrinciplesRisk(item: StockItem): number {
  const months = (leadMonths(item) ?? USUAL_LEAD_MONTHS) + REVIEW_MONTHS;
  const mean = Math.max(LEAST_RATE, monthlyRate(item)) * months;
  const comes = Math.max(0, (item.inTransit ?? 0) - Math.max(0, item.pastDue ?? 0));
  const position = (item.onHand ?? 0) + comes * (knownShare(item.supplierPerformance) ?? USUAL_PERFORMANCE);
  if (position < 0) return 1;
  const variance = mean + (RATE_VARIATION * mean * mean) / Math.max(1, months);
  // Demand is in whole units: what exceeds the position is at least half a unit above it.
  return 1 - regularisedGamma((mean * mean) / variance, ((position + 0.5) * mean) / variance);
}
