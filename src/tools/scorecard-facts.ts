import { z } from 'zod';
import type { AgreedTerms } from '../domain/suppliers/supplier-facts.js';
import type { SupplierScorecard } from '../domain/suppliers/supplier-scorecard.js';

/** One figure with what it rests on: src/domain/suppliers/measure.ts. */
export const Measure = z.object({ value: z.number().nullable(), count: z.int(), isThin: z.boolean() });

/** Rates are 0 to 1, times are days: src/domain/suppliers/supplier-scorecard.ts. */
export const Scorecard = z.object({
  onTimeRate: Measure,
  slipP50: Measure,
  slipP90: Measure,
  leadDaysP50: Measure,
  fillRate: Measure,
  defectRate: Measure,
  acknowledgedRate: Measure,
  acknowledgementDaysP50: Measure,
  answeredRate: Measure,
  answerDaysP50: Measure,
  revisionsKept: Measure,
  revisionSlipMean: Measure,
  noticeDaysP50: Measure,
}) satisfies z.ZodType<SupplierScorecard>;

/** What was agreed; null where nothing was: src/domain/suppliers/supplier-facts.ts. */
export const Terms = z.object({
  leadDays: z.number().nullable(),
  onTimeRate: z.number().nullable(),
  fillRate: z.number().nullable(),
  acknowledgementDays: z.number().nullable(),
  defectRate: z.number().nullable(),
}) satisfies z.ZodType<AgreedTerms>;
