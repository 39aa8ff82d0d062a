import { z } from 'zod';
import { SupplierId } from '../domain/kernel/ids.js';
import { projectPath } from '../paths.js';
import { Amount, readPolicyFile } from './policy-file.js';

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;

/** Days from the promised one, in the order in which they come. */
const DaysAround = z
  .array(z.int().min(-60).max(30))
  .min(1)
  .refine((days) => days.every((day, at) => at === 0 || day > (days[at - 1] ?? day)), {
    error: 'write the days in the order in which they come, each once, such as [-10, -3, 0, 2]',
  });
const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'write a time as "08:00"' });
const LetOutBy = z.enum(['nobody', 'person', 'person_at_high_risk']);
/** How suppliers are asked and what is ordered from them; see knowledge/policy/suppliers.yaml for what each key means. */
export const SupplierPolicy = z.strictObject({
  acknowledgement: z.strictObject({
    afterDays: z.int().min(1).max(30),
    againAfterDays: z.int().min(1).max(30),
    most: z.int().min(1).max(10),
  }),
  dateChecks: z.strictObject({ usual: DaysAround, highRisk: DaysAround }),
  quietDays: z.strictObject({ usual: z.int().min(1).max(30), highRisk: z.int().min(1).max(30) }),
  highRisk: z.strictObject({ slipDays: z.int().min(1).max(365), revenueWaiting: Amount }),
  hours: z
    .strictObject({ from: Clock, until: Clock })
    .refine(({ from, until }) => from < until, { error: 'write an end that is later than the start' }),
  letOutBy: z.strictObject({ acknowledgement: LetOutBy, date_check: LetOutBy, overdue: LetOutBy }),
  silence: z.strictObject({
    questions: z.int().min(1).max(20),
    owner: z.enum(['rep', 'lead', 'manager']),
    withinBusinessHours: z.int().min(1).max(200),
  }),
  forecastShare: z.strictObject({
    weekday: z.enum(WEEKDAYS).transform((day) => WEEKDAYS.indexOf(day)),
    weeks: z.int().min(1).max(52),
    suppliers: z.array(SupplierId),
  }),
  ordering: z.strictObject({
    numbers: z
      .string()
      .regex(/^[A-Z0-9][A-Z0-9-]*\{n\}$/, { error: 'write capitals, digits and hyphens, then {n}, such as "PO-{n}"' }),
    limits: z
      .strictObject({ rep: Amount, lead: Amount, manager: Amount })
      .refine(({ rep, lead, manager }) => rep <= lead && lead <= manager, {
        error: 'write limits that grow from rep to manager',
      }),
    approvalHours: z.int().min(1).max(720),
  }),
});
export type SupplierPolicy = z.infer<typeof SupplierPolicy>;

/** Throws KnowledgeError naming file, key and what to write instead. */
export const loadSupplierPolicy = (
  file = projectPath('knowledge/policy/suppliers.yaml'),
  changes?: unknown,
): SupplierPolicy => readPolicyFile(file, SupplierPolicy, 'a supplier policy', changes);
