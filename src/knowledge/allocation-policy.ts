import { z } from 'zod';
import { projectPath } from '../paths.js';
import { readPolicyFile } from './policy-file.js';

const Days = z.int().min(0).max(365);
const AtLeastOne = z.int().min(1);
const Percent = z.int().min(0).max(100, { error: 'write 100 or less' });
const Cents = z.int().min(0);
const Tiers = z.array(z.enum(['standard', 'plus', 'vip']));
const Sending = z.strictObject({ parcelCents: Cents, unitCents: Cents, days: z.int().min(0) });

/** Who is served first, from where, and what a split or express costs; see knowledge/policy/allocation.yaml for what each key means. */
export const AllocationPolicy = z.strictObject({
  worthDays: z.strictObject({
    promiseAge: Days,
    urgency: Days,
    tier: Days,
    lifetimeValue: Days,
    business: Days,
    orderSize: Days,
    skuImportance: Days,
  }),
  fullAt: z.strictObject({
    promiseLateDays: AtLeastOne,
    lifetimeValueCents: AtLeastOne,
    urgencyDays: AtLeastOne,
    orderValueCents: AtLeastOne,
  }),
  tierPercent: z.strictObject({ standard: Percent, plus: Percent, vip: Percent }),
  skuPercent: z.record(z.string(), Percent),
  fairness: z.strictObject({ afterDays: AtLeastOne, afterRounds: AtLeastOne }),
  routing: z.strictObject({ centsPerUnitDay: Cents, warehouse: Sending, store: Sending, drop_ship: Sending }),
  split: z.strictObject({ parcelCents: Cents, freeForTiers: Tiers }),
  express: z.strictObject({ parcelCents: Cents, unitCents: Cents, freeForTiers: Tiers }),
});
export type AllocationPolicy = z.infer<typeof AllocationPolicy>;

/** Throws KnowledgeError naming file, key and what to write instead. */
export const loadAllocationPolicy = (
  file = projectPath('knowledge/policy/allocation.yaml'),
  changes?: unknown,
): AllocationPolicy => readPolicyFile(file, AllocationPolicy, 'an allocation policy', changes);
