import type { z } from 'zod';
import type { Instant, LocalDate, Zone } from '../../../domain/kernel/dates.js';
import type { listEscalations } from '../../../tools/list-escalations.js';
import type { listHandOffs } from '../../../tools/list-hand-offs.js';
import type { StaffPrincipal } from '../../../tools/principal.js';
import { sayMoment } from '../../../wording/formats.js';
import { clip } from '../blocks/build.js';
import { lines, type Mrkdwn, mrkdwn } from '../blocks/mrkdwn.js';

/** One thing that is somebody's to look at. */
export interface QueueRow {
  readonly what: string;
  readonly dueAt: Instant | null;
  /** As one says it; empty for what has been answered. */
  readonly due: string;
  readonly isLate: boolean;
}

const MOST_ROWS = 10;
const LONGEST_ROW = 120;

/**
 * What is this person's: hand-offs they have claimed, those of their rank that nobody has, and escalated orders that name
 * them or their rank; by when they are due.
 */
export function myQueue({
  staff: { kind: rank, staffId, name },
  handOffs,
  escalations,
  now,
  todayOn,
  zone,
}: {
  readonly staff: StaffPrincipal;
  readonly handOffs: z.infer<typeof listHandOffs.output>['handOffs'];
  readonly escalations: z.infer<typeof listEscalations.output>['escalations'];
  readonly now: Instant;
  readonly todayOn: LocalDate;
  readonly zone: Zone;
}): QueueRow[] {
  const row = (what: string, dueAt: Instant | null): QueueRow => ({
    ...{ what, dueAt },
    due: dueAt ? sayMoment(dueAt, zone, todayOn) : '',
    isLate: dueAt !== null && dueAt < now,
  });
  const talks = handOffs
    .filter(({ claimedBy, owner }) => claimedBy === staffId || (claimedBy === null && (owner ?? 'rep') === rank))
    .map(({ customerName, claimedBy, isAnswered, dueAt }) => {
      const state = claimedBy === null ? ', nobody has it yet' : isAnswered ? ', answered' : ', not answered yet';
      return row(`${customerName ?? 'A customer'} in the chat${state}`, isAnswered ? null : dueAt);
    });
  const orders = escalations
    .filter(({ assignedTo, owner }) => (assignedTo === null ? owner === rank : [staffId, name].includes(assignedTo)))
    .map(({ orderNumber, reason, dueAt }) => row(`Order ${orderNumber}: ${reason}`, dueAt));
  return [...talks, ...orders].sort((a, b) => (a.dueAt ?? '~').localeCompare(b.dueAt ?? '~'));
}

/** The queue in lines, the first due first. */
export function queueWords(mine: readonly QueueRow[]): Mrkdwn {
  if (mine.length === 0) return mrkdwn`*Nothing waits for you.*`;
  const rows = mine.slice(0, MOST_ROWS).map(({ what, due, isLate }) => {
    const by = due === '' ? '' : isLate ? ` · was due ${due}` : ` · by ${due}`;
    return mrkdwn`${clip(what, LONGEST_ROW)}${by}`;
  });
  const more = mine.length - rows.length;
  return lines([mrkdwn`*Yours to look at*`, ...rows, ...(more > 0 ? [mrkdwn`… and ${more} more`] : [])]);
}
