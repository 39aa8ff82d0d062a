import { z } from 'zod';
import { projectPath } from '../paths.js';
import { readPolicyFile } from './policy-file.js';

/** What customers can ask not to be told of. */
export const MESSAGE_TOPICS = ['shipping', 'dates'] as const;
export type MessageTopic = (typeof MESSAGE_TOPICS)[number];

const Ways = z.strictObject({
  email: z.enum(['always', 'unless_texted', 'never']),
  sms: z.boolean(),
  chat: z.boolean(),
  topic: z.enum(MESSAGE_TOPICS).nullable(),
});
export type MessageWays = z.infer<typeof Ways>;

/** By which ways customers are told what they did not ask; see knowledge/policy/messages.yaml for what each key means. */
export const MessagePolicy = z.strictObject({
  arrivingFrom: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'write a time as "08:00"' }),
  freshDays: z.int().min(1).max(30),
  dateSlackDays: z.int().min(0).max(30),
  refundShowsWithin: z.int().min(1).max(30),
  ways: z.record(z.string(), Ways),
});
export type MessagePolicy = z.infer<typeof MessagePolicy>;

/** Throws KnowledgeError naming file, key and what to write instead. */
export const loadMessagePolicy = (
  file = projectPath('knowledge/policy/messages.yaml'),
  changes?: unknown,
): MessagePolicy => readPolicyFile(file, MessagePolicy, 'a policy of messages to customers', changes);
