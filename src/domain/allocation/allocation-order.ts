import { type Moment, type Priority, type PriorityRules, priorityOf, type WaitingLine } from './priority.js';

export type RankedLine<Line extends WaitingLine = WaitingLine> = Line & { readonly priority: Priority };

/**
 * The lines in the order in which they are served. First those on the fairness floor, longest wait first; then the
 * others, most points first. What is equal goes by when the wait began and then by line id, so that the order in which
 * lines come in changes nothing. A line on the floor is passed by nobody who began to wait later.
 */
export function allocationOrder<Line extends WaitingLine>(
  lines: readonly Line[],
  rules: PriorityRules,
  moment: Moment,
): RankedLine<Line>[] {
  const ranked = lines.map((line) => ({
    line: { ...line, priority: priorityOf(line, rules, moment) },
    since: Date.parse(line.backorderedAt),
  }));
  ranked.sort((a, b) => {
    const [x, y] = [a.line.priority, b.line.priority];
    if (x.goesFirst !== y.goesFirst) return x.goesFirst ? -1 : 1;
    const byPoints = x.goesFirst ? 0 : y.points - x.points;
    return byPoints || a.since - b.since || (a.line.orderLineId < b.line.orderLineId ? -1 : 1);
  });
  return ranked.map(({ line }) => line);
}
