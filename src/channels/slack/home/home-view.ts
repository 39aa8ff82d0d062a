import type { z } from 'zod';
import type { listHandOffs } from '../../../tools/list-hand-offs.js';
import { context, divider, header, section, words } from '../blocks/build.js';
import { type Mrkdwn, mrkdwn } from '../blocks/mrkdwn.js';
import type { Block, Home } from '../blocks/schemas.js';
import { SLASH } from '../say.js';
import type { HomeScene } from './home-scene.js';
import { type QueueRow, queueWords } from './my-queue.js';
import { type Clock, clockBlocks } from './todays-clock.js';
import { approvalBlocks, type Waiting } from './waiting-approvals.js';

export interface HomeFacts {
  readonly shopName: string;
  readonly handOffs: z.infer<typeof listHandOffs.output>['handOffs'];
  /** Hand-offs and escalated orders that are this person's. */
  readonly mine: readonly QueueRow[];
  /** Requests that wait for a decision. */
  readonly approvals: readonly Waiting[];
  /** What the delay rule makes due soon. */
  readonly clock: Clock;
  /** Jobs that were given up; null for who does not look after them. */
  readonly deadJobs: number | null;
}

/** App Home: what is this person's to do, what they may decide, and what the day's clock says. */
export function homeView({ shopName, handOffs, mine, approvals, clock, deadJobs }: HomeFacts, scene: HomeScene): Home {
  return {
    type: 'home',
    blocks: [
      header(shopName),
      section(queueWords(mine)),
      section(waitingWords(handOffs, scene)),
      divider(),
      ...approvalBlocks(approvals, scene),
      divider(),
      ...clockBlocks(clock, scene),
      divider(),
      ...deadJobBlocks(deadJobs),
      context(mrkdwn`Write \`${SLASH} help\` in any channel to see what I can do.`),
    ],
  };
}

function waitingWords(handOffs: HomeFacts['handOffs'], { now }: HomeScene): Mrkdwn {
  const { length } = handOffs;
  if (length === 0) return mrkdwn`*Nobody waits for a person.*`;
  const late = handOffs.filter(({ dueAt, isAnswered }) => dueAt !== null && !isAnswered && dueAt < now).length;
  return mrkdwn`*${length} ${length === 1 ? 'customer waits' : 'customers wait'} for a person*${late > 0 ? `, ${late} past the time we set ourselves` : ''}.`;
}

const deadJobBlocks = (deadJobs: number | null): Block[] =>
  deadJobs
    ? [
        section(
          mrkdwn`*${deadJobs} ${deadJobs === 1 ? 'job' : 'jobs'} given up.* \`desk jobs\` on the server lists them.`,
        ),
      ]
    : [];

/** App Home of somebody without a role. */
export const strangersHome = (shopName: string): Home => ({
  type: 'home',
  blocks: [
    header(shopName),
    section(words('This desk is for the shop’s team, and you have no role in it yet. A manager can add you.')),
  ],
});
