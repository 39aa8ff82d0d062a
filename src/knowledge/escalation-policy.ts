import { z } from 'zod';
import { projectPath } from '../paths.js';
import { readPolicyFile } from './policy-file.js';

const Outcome = {
  name: z.string().regex(/^[a-z][a-z-]*$/, { error: 'write a short name such as vip-late' }),
  owner: z.enum(['rep', 'lead', 'manager']),
  priority: z.enum(['normal', 'high', 'urgent']),
  withinBusinessHours: z.number().positive(),
};
const AtLeast = z.number().positive();

/** When a person must look, who, and by when; see knowledge/policy/escalation.yaml. */
export const EscalationPolicy = z.strictObject({
  rules: z
    .array(
      z.strictObject({
        ...Outcome,
        when: z
          .strictObject({
            tier: z
              .array(z.enum(['standard', 'plus', 'vip']))
              .min(1)
              .optional(),
            daysLate: AtLeast.optional(),
            slips: AtLeast.optional(),
            openValue: AtLeast.optional(),
            repeatContacts: AtLeast.optional(),
            signals: z
              .array(z.enum(['anger', 'legal', 'safety', 'policy_exhausted']))
              .min(1)
              .optional(),
            misunderstandings: AtLeast.optional(),
          })
          .refine((when) => Object.keys(when).length > 0, { error: 'is empty: a rule needs a condition' }),
      }),
    )
    .refine((rules) => new Set(rules.map(({ name }) => name)).size === rules.length, {
      error: 'a name is there twice',
    }),
  otherwise: z.strictObject(Outcome),
  overdue: z.strictObject({ withinBusinessHours: Outcome.withinBusinessHours }),
  repeatContactDays: z.int().min(1),
});
export type EscalationPolicy = z.infer<typeof EscalationPolicy>;

/** Throws KnowledgeError naming file, key and what to write instead. */
export const loadEscalationPolicy = (
  file = projectPath('knowledge/policy/escalation.yaml'),
  changes?: unknown,
): EscalationPolicy => readPolicyFile(file, EscalationPolicy, 'an escalation policy', changes);
