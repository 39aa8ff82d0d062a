import type { z } from 'zod';
import type { Instant } from '../../../domain/kernel/dates.js';
import type { listHandOffs } from '../../../tools/list-hand-offs.js';
import { sayCount } from '../../../wording/formats.js';
import { context, divider, header, section, words } from '../blocks/build.js';
import { mrkdwn } from '../blocks/mrkdwn.js';
import type { Home } from '../blocks/schemas.js';
import { SLASH } from '../say.js';
import { type QueueRow, queueWords } from './my-queue.js';

export interface HomeFacts {
  readonly shopName: string;
  readonly now: Instant;
  readonly handOffs: z.infer<typeof listHandOffs.output>['handOffs'];
  /** Hand-offs and escalated orders that are this person's. */
  readonly mine: readonly QueueRow[];
  /** Requests that wait for a decision. */
  readonly approvals: number;
  /** Jobs that were given up; null for who does not look after them. */
  readonly deadJobs: number | null;
}

/** App Home: what waits for people right now. */
export function homeView({ shopName, now, handOffs, mine, approvals, deadJobs }: HomeFacts): Home {
  const late = handOffs.filter(({ dueAt, isAnswered }) => dueAt !== null && !isAnswered && dueAt < now).length;
  const waiting =
    handOffs.length === 0
      ? mrkdwn`*Nobody waits for a person.*`
      : mrkdwn`*${handOffs.length} ${handOffs.length === 1 ? 'customer waits' : 'customers wait'} for a person*${late > 0 ? `, ${late} past the time we set ourselves` : ''}.`;
  return {
    type: 'home',
    blocks: [
      header(shopName),
      section(waiting),
      section(queueWords(mine)),
      ...(approvals > 0
        ? [section(mrkdwn`*${sayCount(approvals, 'request')} for approval* ${approvals === 1 ? 'waits' : 'wait'}.`)]
        : []),
      ...(deadJobs
        ? [
            section(
              mrkdwn`*${deadJobs} ${deadJobs === 1 ? 'job' : 'jobs'} given up.* \`desk jobs\` on the server lists them.`,
            ),
          ]
        : []),
      divider(),
      context(mrkdwn`Write \`${SLASH} help\` in any channel to see what I can do.`),
    ],
  };
}

/** App Home of somebody without a role. */
export const strangersHome = (shopName: string): Home => ({
  type: 'home',
  blocks: [
    header(shopName),
    section(words('This desk is for the shop’s team, and you have no role in it yet. A manager can add you.')),
  ],
});
