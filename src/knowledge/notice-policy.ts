import { z } from 'zod';
import { projectPath } from '../paths.js';
import { readPolicyFile } from './policy-file.js';

/** How customers are told of delays; see knowledge/policy/notices.yaml for what each key means. */
export const NoticePolicy = z.strictObject({
  automatic: z.strictObject({ lookEveryHours: z.int().min(1).max(24), fromDaysMoved: z.int().min(1) }),
});
export type NoticePolicy = z.infer<typeof NoticePolicy>;

/** Throws KnowledgeError naming file, key and what to write instead. */
export const loadNoticePolicy = (
  file = projectPath('knowledge/policy/notices.yaml'),
  changes?: unknown,
): NoticePolicy => readPolicyFile(file, NoticePolicy, 'a policy for delay notices', changes);
