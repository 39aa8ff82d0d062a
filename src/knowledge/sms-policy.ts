import { z } from 'zod';
import { LocalDate, Zone } from '../domain/kernel/dates.js';
import { projectPath } from '../paths.js';
import { readPolicyFile } from './policy-file.js';

const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'write a time as "08:00"' });
const Hours = z.strictObject({ from: Clock, to: Clock });
const StateHours = Hours.extend({ sunday: Hours.optional() });
export type StateHours = z.infer<typeof StateHours>;

/** When, how much and whom the desk texts; see knowledge/policy/sms.yaml for what each key means. */
export const SmsPolicy = z.strictObject({
  segmentCost: z.int().min(1).max(10_000),
  dailySpendCents: z.int().min(1),
  textsPerMinute: z.int().min(1).max(600),
  quietHours: z.strictObject({
    asOf: LocalDate,
    usual: StateHours,
    states: z.record(z.string().regex(/^[A-Z]{2}$/, { error: 'write a state as TX' }), StateHours),
    zones: z.array(Zone).min(1),
  }),
});
export type SmsPolicy = z.infer<typeof SmsPolicy>;

/** Throws KnowledgeError naming file, key and what to write instead. */
export const loadSmsPolicy = (file = projectPath('knowledge/policy/sms.yaml'), changes?: unknown): SmsPolicy =>
  readPolicyFile(file, SmsPolicy, 'a texting policy', changes);
