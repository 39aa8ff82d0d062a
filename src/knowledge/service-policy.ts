import { z } from 'zod';
import { projectPath } from '../paths.js';
import { readPolicyFile } from './policy-file.js';

const Cents = z.int().min(0);
const Days = z.int().min(1).max(365);

/** Terms that the shop's pages tell and nothing reckons with; see knowledge/policy/service.yaml for what each key means. */
export const ServicePolicy = z.strictObject({
  postage: z.strictObject({ standardCents: Cents, freeFromCents: Cents }),
  shipsTo: z.string().min(1),
  returns: z.strictObject({ withinDays: Days, refundWithinBusinessDays: Days }),
  problems: z.strictObject({ reportWithinDays: Days, parcelSilentDays: Days }),
  loyalty: z.strictObject({ pointsPerUnitSpent: z.int().min(1) }),
});
export type ServicePolicy = z.infer<typeof ServicePolicy>;

/** Throws KnowledgeError naming file, key and what to write instead. */
export const loadServicePolicy = (
  file = projectPath('knowledge/policy/service.yaml'),
  changes?: unknown,
): ServicePolicy => readPolicyFile(file, ServicePolicy, 'a policy of terms of service', changes);
