import { z } from 'zod';
import { projectPath } from '../paths.js';
import { readPolicyFile } from './policy-file.js';

const Outcome = {
  name: z.string().regex(/^[a-z][a-z-]*$/, { error: 'write a short name such as put-off-often' }),
  tone: z.enum(['plain', 'apologetic', 'personal']),
  offer: z.enum(['none', 'points']),
  review: z.enum(['none', 'person']),
};
const Days = z.int().min(1);

/** How customers are told of delays; see knowledge/policy/notices.yaml for what each key means. */
export const NoticePolicy = z.strictObject({
  automatic: z.strictObject({ lookEveryHours: z.int().min(1).max(24), fromDaysMoved: Days }),
  segments: z
    .array(
      z.strictObject({
        ...Outcome,
        when: z
          .strictObject({
            tier: z
              .array(z.enum(['standard', 'plus', 'vip']))
              .min(1)
              .optional(),
            orderValue: z.number().positive().optional(),
            slips: Days.optional(),
            timeSensitive: z.boolean().optional(),
          })
          .refine((when) => Object.keys(when).length > 0, { error: 'is empty: an entry needs a condition' }),
      }),
    )
    .refine((segments) => new Set(segments.map(({ name }) => name)).size === segments.length, {
      error: 'a name is there twice',
    }),
  otherwise: z.strictObject(Outcome),
  review: z.strictObject({ withinBusinessHours: z.number().positive() }),
  reminders: z.array(Days.max(29)).refine((days) => new Set(days).size === days.length, {
    error: 'a number of days is there twice',
  }),
  missed: z.enum(['at_once', 'at_target']),
  news: z.strictObject({ fromDaysMoved: Days }),
});
export type NoticePolicy = z.infer<typeof NoticePolicy>;
export type NoticeSegment = NoticePolicy['otherwise'];

/** Throws KnowledgeError naming file, key and what to write instead. */
export const loadNoticePolicy = (
  file = projectPath('knowledge/policy/notices.yaml'),
  changes?: unknown,
): NoticePolicy => readPolicyFile(file, NoticePolicy, 'a policy for delay notices', changes);
