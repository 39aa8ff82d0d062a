import { z } from 'zod';
import type { LocalDate } from '../../domain/kernel/dates.js';
import type { applySupplierClaims } from '../../tools/apply-supplier-claims.js';
import type { Denied } from '../../tools/door.js';
import { sayDate } from '../../wording/formats.js';
import { type Mrkdwn, mention, mrkdwn } from './blocks/mrkdwn.js';

/** Names a claim of a supplier's mail. */
export const OfClaim = z.object({ claimId: z.int() });

/** Who decides what a supplier meant: it is told to every customer behind it. */
export const BUYERS = ['lead', 'manager'] as const;

type Over = Extract<z.infer<typeof applySupplierClaims.output>, { kind: 'over' }>;

const OVER: Readonly<Record<Over['state'], string>> = {
  proposed: 'still waiting',
  applied: 'accepted',
  rejected: 'set aside',
  asked: 'asked about once more',
  undone: 'taken back',
};

/** Somebody was faster, or it came about by policy. */
export function overWords({ state, decidedBy }: Pick<Over, 'state' | 'decidedBy'>): Mrkdwn {
  const by = decidedBy !== null && /^[UW]/.test(decidedBy) ? mrkdwn` by ${mention(decidedBy)}` : mrkdwn``;
  return mrkdwn`Nothing was changed: that was ${OVER[state]} already${by}.`;
}

/** What came of accepting or correcting. */
export function appliedWords(
  applied: Exclude<z.infer<typeof applySupplierClaims.output>, Denied>,
  todayOn: LocalDate,
): Mrkdwn {
  switch (applied.kind) {
    case 'applied':
      return applied.promiseIds.length > 0
        ? mrkdwn`Done. Whoever’s date moves by it is told, as policy and law say.`
        : mrkdwn`Done. No date moves by it.`;
    case 'over':
      return overWords(applied);
    case 'incomplete':
      return mrkdwn`Nothing was changed: say which ${applied.missing} is meant, with *Correct …*`;
    case 'past':
      return mrkdwn`Nothing was changed: ${sayDate(applied.day, todayOn)} is over. Use *Correct …* with another day.`;
    case 'nothing_open':
      return mrkdwn`Nothing was changed: nothing of that line is still to come.`;
    case 'units_out_of_range':
      return mrkdwn`Nothing was changed: it can be ${applied.least} to ${applied.most} units. Use *Correct …*`;
    case 'for_a_person':
    case 'not_found':
      return mrkdwn`That is not there any more.`;
  }
}
