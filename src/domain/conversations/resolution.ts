/** What happened in a conversation and after it. */
export interface WhatHappened {
  /** Something the customer asked for was carried out in it. */
  readonly wasDone: boolean;
  /** Dates told in it that have fallen due: how many came true, how many did not. */
  readonly datesKept: number;
  readonly datesBroken: number;
  /** A person was asked for; `solved` once they closed it so. */
  readonly handOff: 'none' | 'open' | 'solved' | 'not_solved';
  /** The customer came back with the same wish within the days that count. */
  readonly cameBack: boolean;
  /** Its last message was not understood. */
  readonly endedInMiss: boolean;
  /** What the customer said when asked whether it helped. */
  readonly helped: boolean | null;
}

export const VERDICTS = ['resolved', 'resolved_by_person', 'unresolved', 'not_known_yet'] as const;
export type Verdict = (typeof VERDICTS)[number];

/**
 * Whether a conversation helped, by what happened and never by silence: a customer who says nothing more may have given
 * up. It failed where they came back with the same wish, a told date did not come true, nobody understood them at the
 * end, they said so, or a person who was asked for has not solved it. It helped where what they asked for was done, or
 * a date they were told came true. Of all others nothing is known yet.
 */
export function verdictOf(what: WhatHappened): Verdict {
  const failed = what.cameBack || what.datesBroken > 0 || what.endedInMiss || what.helped === false;
  if (failed || what.handOff === 'open' || what.handOff === 'not_solved') return 'unresolved';
  if (what.handOff === 'solved') return 'resolved_by_person';
  return what.wasDone || what.datesKept > 0 ? 'resolved' : 'not_known_yet';
}
