import { z } from 'zod';
import { projectPath } from '../paths.js';
import { readPolicyFile } from './policy-file.js';

const STANCE = { error: 'write accept, stop, or { cap: 40 } with a whole number of units' };

const Stance = z
  .union([z.enum(['accept', 'stop']), z.strictObject({ cap: z.int().min(1) })], STANCE)
  .transform((stance) =>
    typeof stance === 'string' ? { kind: stance } : { kind: 'cap' as const, mostWaiting: stance.cap },
  );

/** Which orders are taken for what is not free; see knowledge/policy/backorders.yaml for what each key means. */
export const BackorderPolicy = z
  .strictObject({
    default: Stance,
    categories: z.record(z.string(), Stance),
    skus: z.record(z.string(), Stance),
    withoutDate: z.enum(['refuse', 'take']),
    stopWithoutSupplier: z.boolean({ error: 'write true or false' }),
    mostDaysAhead: z.int().min(1).max(3650, { error: 'write 3650 or less' }),
    salesChannel: z.string().min(1),
    mostUnitsTold: z.int().min(0),
  })
  .transform(({ default: otherwise, categories, skus, ...limits }) => ({
    ...limits,
    stances: { default: otherwise, categories, skus },
  }));
export type BackorderPolicy = z.infer<typeof BackorderPolicy>;

/**
 * Throws KnowledgeError naming file, key and what to write instead. `changes` is laid over the file key by key, as a
 * scenario's `policies.backorders` does.
 */
export const loadBackorderPolicy = (
  file = projectPath('knowledge/policy/backorders.yaml'),
  changes?: unknown,
): BackorderPolicy => readPolicyFile(file, BackorderPolicy, 'a backorder policy', changes);
