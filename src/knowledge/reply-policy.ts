import { z } from 'zod';
import { projectPath } from '../paths.js';
import { KnowledgeError, readPolicyFile } from './policy-file.js';
import { sectionOf } from './sops/load-sops.js';
import type { Sop } from './sops/sop.js';

const AtLeast = z.int().min(1);
const Name = z.string().regex(/^[a-z][a-z-]*$/, { error: 'write a short name such as second-slip' });

const When = z.strictObject({
  tier: z
    .array(z.enum(['standard', 'plus', 'vip']))
    .min(1)
    .optional(),
  signals: z
    .array(z.enum(['anger', 'legal', 'safety']))
    .min(1)
    .optional(),
  slips: AtLeast.optional(),
  daysLate: AtLeast.optional(),
  waits: z.boolean().optional(),
  noDate: z.boolean().optional(),
  willMiss: z.boolean().optional(),
  dateMissed: z.boolean().optional(),
  deliveryOverdue: z.boolean().optional(),
  partShipped: z.boolean().optional(),
  allLeft: z.boolean().optional(),
  cancelledByRule: z.boolean().optional(),
  refund: z.boolean().optional(),
  mayComeTooLate: z.boolean().optional(),
  canReplace: z.boolean().optional(),
  hasOffer: z.boolean().optional(),
  queued: z.boolean().optional(),
  canRedirect: z.boolean().optional(),
});

const Step = z.strictObject({
  name: Name,
  kind: Name,
  when: When,
  onRequest: z.boolean().optional(),
  because: z.string().min(1),
  cite: z.string().regex(/^[a-z-]+#[a-z0-9-]+$/, { error: 'write the section as id#heading-with-hyphens' }),
  say: z.array(Name).min(1),
});

/** A text that is a part of a regular expression, matched as whole words in any case. */
const Pattern = z.string().min(1).refine(compiles, { error: 'is no regular expression' });

const Forbidden = z.strictObject({
  name: Name,
  severity: z.enum(['stop', 'think']),
  /** "No guarantee" is no guarantee. */
  deniable: z.boolean().default(false),
  words: z.array(Pattern).min(1),
  why: z.string().min(1),
  sayInstead: z.string().min(1),
});

/** Which reply fits which case, and what no reply says; see knowledge/policy/replies.yaml. */
export const ReplyPolicy = z
  .strictObject({
    steps: z.array(Step).min(1),
    unborne: z.strictObject({
      date: z.strictObject({ why: z.string().min(1), sayInstead: z.string().min(1) }),
      amount: z.strictObject({ why: z.string().min(1), sayInstead: z.string().min(1) }),
      code: z.strictObject({ why: z.string().min(1), sayInstead: z.string().min(1) }),
      number: z.strictObject({ why: z.string().min(1), sayInstead: z.string().min(1) }),
    }),
    forbidden: z.array(Forbidden).min(1),
  })
  .superRefine(({ steps, forbidden }, { addIssue }) => {
    const twice = (names: readonly string[]) => names.find((name, place) => names.indexOf(name) !== place);
    for (const [path, names] of [
      ['steps', steps.map(({ name }) => name)],
      ['forbidden', forbidden.map(({ name }) => name)],
    ] as const) {
      const name = twice(names);
      if (name) addIssue({ code: 'custom', path: [path], message: `${name} is there twice: give one another name` });
    }
    if (!steps.some(({ when, onRequest }) => !onRequest && Object.keys(when).length === 0))
      addIssue({ code: 'custom', path: ['steps'], message: 'has none for every other case: end with when: {}' });
  });
export type ReplyPolicy = z.infer<typeof ReplyPolicy>;

/** Throws KnowledgeError naming file, key and cure; also for a step that cites a section which no SOP has. */
export function loadReplyPolicy(
  sops: readonly Sop[],
  file = projectPath('knowledge/policy/replies.yaml'),
): ReplyPolicy {
  const policy = readPolicyFile(file, ReplyPolicy, 'a reply policy');
  const unknown = policy.steps.filter(({ cite }) => !sectionOf(sops, cite));
  if (unknown.length === 0) return policy;
  const faults = unknown.map(
    ({ name, cite }) => `  steps.${name}.cite: no SOP has ${cite}: write id#heading-with-hyphens`,
  );
  throw new KnowledgeError(`${file} is not a reply policy. Mend these keys:\n${faults.join('\n')}`);
}

function compiles(words: string): boolean {
  try {
    new RegExp(words);
    return true;
  } catch {
    return false;
  }
}
