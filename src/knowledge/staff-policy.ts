import { z } from 'zod';
import { Zone } from '../domain/kernel/dates.js';
import { projectPath } from '../paths.js';
import { readPolicyFile } from './policy-file.js';

const Role = z.enum(['rep', 'lead', 'manager']);
const UserId = z.string().regex(/^[UW][A-Z0-9]+$/, { error: 'write a Slack user id such as U024BE7LH' });
const ChannelId = z.string().regex(/^[CG][A-Z0-9]+$/, { error: 'write a Slack channel id such as C024BE91L' });

/** The shop's team in Slack; see knowledge/policy/staff.yaml. */
export const StaffPolicy = z.strictObject({
  people: z
    .array(z.strictObject({ slack: UserId, name: z.string().min(1), role: Role }))
    .refine((people) => new Set(people.map(({ slack }) => slack)).size === people.length, {
      error: 'a user id is there twice',
    }),
  groups: z.array(
    z.strictObject({
      handle: z.string().regex(/^[\w.-]+$/, { error: 'write the handle without @, such as backorder-leads' }),
      role: Role,
    }),
  ),
  channels: z.strictObject({
    alerts: ChannelId,
    approvals: ChannelId,
    handOffs: ChannelId,
    purchasing: ChannelId,
    digest: z.array(
      z.strictObject({
        channel: ChannelId,
        zone: z
          .string()
          .refine((name) => Zone.safeParse(name).success, { error: 'write a time zone such as America/Los_Angeles' })
          .pipe(Zone),
        at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'write a time as "08:00"' }),
      }),
    ),
  }),
});
export type StaffPolicy = z.infer<typeof StaffPolicy>;

/** Throws KnowledgeError naming file, key and what to write instead. */
export const loadStaffPolicy = (file = projectPath('knowledge/policy/staff.yaml')): StaffPolicy =>
  readPolicyFile(file, StaffPolicy, 'a staff policy');
