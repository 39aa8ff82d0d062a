import type { Instant, LocalDate } from '../domain/kernel/dates.js';
import type { SupplyTrace } from '../tools/trace-purchase-order.js';

/** How days and moments are said, and what others wrote. */
export interface TraceScene {
  readonly day: (date: LocalDate) => string;
  readonly moment: (at: Instant) => string;
  readonly words: (text: string) => string;
}

type Claim = SupplyTrace['mailsIn'][number]['claims'][number];
type Promised = SupplyTrace['promises'][number];
type Message = Promised['messages'][number];

/** A trace for people, in the order of the chain; what follows from a line stands below it, further in. */
export function traceLines(trace: SupplyTrace, scene: TraceScene): string[] {
  const { poNumber, supplierName, orderedOn, acknowledgedOn, mailsOut, mailsIn, promises } = trace;
  const { day, moment, words } = scene;
  const acknowledged = acknowledgedOn === null ? 'not acknowledged yet' : `acknowledged ${day(acknowledgedOn)}`;
  return [
    `${poNumber}, ${words(supplierName)}: ordered ${day(orderedOn)}, ${acknowledged}`,
    '',
    ...section(
      'Mails to the supplier',
      mailsOut.map(({ mailKind, subject, state, settledAt, madeAt, answeredAt }) => {
        const answered = answeredAt === null ? '' : `, answered ${moment(answeredAt)}`;
        return `${moment(settledAt ?? madeAt)}  ${mailKind.replaceAll('_', ' ')}, ${state}${answered}: ${words(subject)}`;
      }),
    ),
    ...section(
      'Mails from the supplier',
      mailsIn.flatMap(({ receivedAt, sender, subject, mailKind, claims }) => [
        `${moment(receivedAt)}  ${sender ?? 'no single sender'}${mailKind === 'automatic' ? ' (automatic)' : ''}: ${words(subject)}`,
        ...claims.flatMap((claim) => claimLines(claim, scene)),
      ]),
    ),
    ...section(
      'Dates, and what customers were told',
      promises.flatMap((promise) => promiseLines(promise, scene)),
    ),
  ];
}

const section = (title: string, lines: readonly string[]): string[] => [
  title,
  ...(lines.length > 0 ? lines.map((line) => `  ${line}`) : ['  none']),
  '',
];

function claimLines({ poLineId, claimKind, day, units, quote, why, ...claim }: Claim, scene: TraceScene): string[] {
  const what = [claimKind, ...(units === null ? [] : [`${units} units`]), ...(day === null ? [] : [scene.day(day)])];
  const { state, decidedBy, decidedAt } = claim;
  const decided =
    decidedBy === null || decidedAt === null
      ? `waits for a person: ${why}`
      : `${state} by ${decidedBy}, ${scene.moment(decidedAt)}${why === '' ? '' : ` (${why})`}`;
  return [`  ${poLineId ?? 'no certain line'}: ${what.join(', ')}; ${decided}`, `    “${scene.words(quote)}”`];
}

function promiseLines(promise: Promised, scene: TraceScene): string[] {
  const { poLineId, before, promisedOn, givenOn, source, notices, messages } = promise;
  const { day, moment, words } = scene;
  const moved = before === null || before === promisedOn ? day(promisedOn) : `${day(before)} → ${day(promisedOn)}`;
  return [
    `${day(givenOn)}  ${poLineId}: ${moved} (${words(source)})`,
    ...notices.flatMap((notice) => {
      const answer =
        notice.answer === null || notice.answeredAt === null
          ? ''
          : `; answered ${notice.answer}, ${moment(notice.answeredAt)}`;
      const dropped = notice.droppedBecause === null ? '' : ` (${notice.droppedBecause.replaceAll('_', ' ')})`;
      return [
        `  order ${notice.orderNumber}: delay notice ${notice.state}${dropped}, ${moment(notice.settledAt ?? notice.madeAt)}${answer}`,
        ...notice.lines.map(
          (line) =>
            `    ${line.orderLineId} ${words(line.lineName)}: ships by ${day(line.shipByBefore)} → ${line.revisedShipBy === null ? 'no date' : day(line.revisedShipBy)}`,
        ),
        ...notice.beside.map((message) => `    ${messageLine(message, scene)}`),
      ];
    }),
    ...messages.map((message) => `  ${messageLine(message, scene)}`),
  ];
}

function messageLine(
  { messageKind, orderNumber, state, madeAt, droppedBecause, ways }: Message,
  { moment }: TraceScene,
): string {
  const went = ways.map(({ channel, state: how }) => `${channel} ${how}`).join(', ');
  const how = droppedBecause ?? (went === '' ? state : went);
  return `${orderNumber === null ? '' : `order ${orderNumber}: `}${messageKind.replaceAll('_', ' ')}, ${how}, ${moment(madeAt)}`;
}
