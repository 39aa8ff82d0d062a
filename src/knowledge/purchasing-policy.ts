import { z } from 'zod';
import { projectPath } from '../paths.js';
import { readPolicyFile } from './policy-file.js';

/** How stock is watched and bought; see knowledge/policy/purchasing.yaml for what each key means. */
export const PurchasingPolicy = z.strictObject({
  serviceLevelPercent: z.number().min(50).max(99.9, { error: 'write 99.9 or less: nothing is certain' }),
  reviewDays: z.int().min(1).max(365),
  forecastWeeks: z.int().min(1).max(52),
  historyWeeks: z.int().min(8).max(520),
  alertRecoverPercent: z.int().min(100).max(1_000),
  riskFromPercent: z.number().min(0).max(100),
  supplierMail: z.strictObject({
    mostDaysLater: z.int().min(0).max(365),
    mostDaysEarlier: z.int().min(0).max(365),
  }),
});
export type PurchasingPolicy = z.infer<typeof PurchasingPolicy>;

/** Throws KnowledgeError naming file, key and what to write instead. */
export const loadPurchasingPolicy = (
  file = projectPath('knowledge/policy/purchasing.yaml'),
  changes?: unknown,
): PurchasingPolicy => readPolicyFile(file, PurchasingPolicy, 'a purchasing policy', changes);
