import { z } from 'zod';
import { projectPath } from '../paths.js';
import { readPolicyFile } from './policy-file.js';

const Words = z.array(z.string().min(1));

/** What may replace what; see knowledge/policy/substitutes.yaml for what each key means. */
export const SubstitutePolicy = z.strictObject({
  offer: z.strictObject({
    most: z.int().min(1).max(3),
    cheapestPercent: z.number().min(0),
    dearestPercent: z.number().min(100),
    leastScore: z.number().min(0).max(1),
  }),
  compatibility: z.array(
    z
      .strictObject({
        name: z.string().min(1),
        categories: Words,
        keys: Words.min(1),
        match: z.enum(['same', 'at_least', 'at_most', 'within']),
        percent: z.number().min(0).max(100).optional(),
      })
      .refine(({ match, percent }) => match !== 'within' || percent !== undefined, {
        error: 'is missing: match: within needs percent',
        path: ['percent'],
      }),
  ),
  cosmeticKeys: Words,
  ignoredKeys: Words,
  exclusiveWords: z.array(z.strictObject({ name: z.string().min(1), words: Words.min(2) })),
  accessoryWords: Words,
  otherKindWords: Words,
  variantWords: Words,
});
export type SubstitutePolicy = z.infer<typeof SubstitutePolicy>;

/** Throws KnowledgeError naming file, key and what to write instead. */
export const loadSubstitutePolicy = (
  file = projectPath('knowledge/policy/substitutes.yaml'),
  changes?: unknown,
): SubstitutePolicy => readPolicyFile(file, SubstitutePolicy, 'a substitute policy', changes);
