import { addDays, isBefore, LocalDate } from '../../../domain/kernel/dates.js';
import type { NamedDay } from '../../../language/entities/find-dates.js';
import type { Filling, Need } from '../flow.js';
import { OF_A_CHANCE } from '../situation-signs.js';

/** The day by which it must be there, when the message names one. Never asks. First of a flow's needs: it is said once. */
export const neededBy: Need = {
  name: 'needed_by',
  async fill({ reading, turn, slots, dialogue }): Promise<Filling> {
    const named = deadlineIn(reading.days.filter(isAhead(turn.text)), turn.today);
    // the day that was asked about before, where its chance is asked for once more
    const day = named ?? (OF_A_CHANCE.test(reading.text) ? dialogue.last?.slots.neededBy : undefined);
    return { kind: 'filled', slots: day ? { ...slots, neededBy: day } : slots };
  },
};

/** "I asked on Saturday" tells of a day that was. */
const WAS =
  /\b(?:asked|wrote|called|rang|ordered|bought|placed|spoke|contacted|messaged|checked|looked)\b[^.?!;,]{0,40}$/i;
const isAhead =
  (text: string) =>
  ({ span }: NamedDay): boolean =>
    !WAS.test(text.slice(0, span[0]));

/**
 * The last day that still does, of the days a message names: a "by" or "before" goes ahead of a plain mention, and one
 * that may be meant otherwise counts only alone. "Before friday" is Thursday. What is over is no deadline.
 */
function deadlineIn(days: readonly NamedDay[], today: LocalDate): LocalDate | undefined {
  const lasts = days.map((day) => ({ ...day, last: lastDay(day) })).filter(({ last }) => !isBefore(last, today));
  const bound = lasts.find(({ kind }) => kind !== 'on');
  const sure = lasts.find(({ certain }) => certain);
  return (bound ?? sure ?? (lasts.length === 1 ? lasts[0] : undefined))?.last;
}

function lastDay({ kind, value }: NamedDay): LocalDate {
  const day = LocalDate.parse(value);
  return kind === 'before' ? addDays(day, -1) : day;
}
