import { z } from 'zod';
import { projectPath } from '../paths.js';
import { readPolicyFile } from './policy-file.js';

/** What the digest tells; see knowledge/policy/digest.yaml for what each key means. */
export const DigestPolicy = z.strictObject({
  dueWithinHours: z.int().min(24).max(720),
  longWaitDays: z.int().min(1).max(365),
  slips: z.int().min(1).max(20),
  staleAfterDays: z.int().min(1).max(60),
  shopAnswerHours: z.int().min(1).max(240),
  mostPerSection: z.int().min(1).max(10),
});
export type DigestPolicy = z.infer<typeof DigestPolicy>;

/** Throws KnowledgeError naming file, key and what to write instead. */
export const loadDigestPolicy = (file = projectPath('knowledge/policy/digest.yaml'), changes?: unknown): DigestPolicy =>
  readPolicyFile(file, DigestPolicy, 'a digest policy', changes);
