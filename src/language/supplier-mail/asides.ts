import type { Finding } from './finding.js';
import type { ParsedText } from './understood/parse-text.js';

/** Whether a sentence is told beside the day: a reason, thanks, a closed office. A day that it names is none of a line. */
export const isAside = ({ isHarmless, readings }: ParsedText): boolean => isHarmless && readings.length === 0;

/** Without what asides seem to say of a line, where another sentence says when it comes. */
export function withoutAsides(findings: readonly Finding[], asides: ReadonlySet<number>): Finding[] {
  const isTold = (one: Finding): boolean => asides.has(one.span[0]);
  const dated = findings.filter(
    (one) => !isTold(one) && (one.kind === 'date' || (one.kind === 'quantity' && one.day !== null)),
  );
  const telling = findings.filter((one) => !isTold(one) && one.kind === 'none');
  const isAnswered = ({ lines }: Finding): boolean =>
    lines === null
      ? dated.length + telling.length > 0
      : dated.length > 0 &&
        lines.every((line) =>
          dated.some((one) => one.lines === null || one.lines.length === 0 || one.lines.includes(line)),
        );
  return findings.filter((one) => !isTold(one) || !isAnswered(one));
}
