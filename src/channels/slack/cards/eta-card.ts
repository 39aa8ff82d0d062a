import type { z } from 'zod';
import type { LocalDate } from '../../../domain/kernel/dates.js';
import type { EtaChange, Explanation } from '../../../tools/eta-explanation.js';
import type { explainEta } from '../../../tools/explain-eta.js';
import { sayCount, sayNumber, sayShare, sayTimes } from '../../../wording/formats.js';
import { stateWords } from '../../../wording/state-words.js';
import { clip, context, divider, message, section, words } from '../blocks/build.js';
import { lines, type Mrkdwn, mrkdwn } from '../blocks/mrkdwn.js';
import type { Block, Message } from '../blocks/schemas.js';
import { firstOf, LONGEST_NAME, onOrderWords, sayDates } from './supply-words.js';

export type Explained = Extract<z.infer<typeof explainEta.output>, { kind: 'explained' }>;
type Link = Extract<Explanation, { kind: 'estimated' }>['purchaseOrders'][number];

const MOST_LINES = 3;
const MOST_LINKS = 3;

/** When something ships and why: the chain from the queue to the door, the supplier's record, what would change it. */
export function etaCard(explained: Explained, about: string, todayOn: LocalDate): Message {
  const { explanations, total, notWaiting } = explained;
  const told = explanations.slice(0, MOST_LINES);
  const others = notWaiting.map(
    ({ itemName, lineState }) => mrkdwn`${clip(itemName, LONGEST_NAME)}: ${stateWords(lineState)}`,
  );
  const title = total === 0 ? mrkdwn`Nothing of ${about} waits.` : mrkdwn`When ${about} ships, and why`;
  return message(title, [
    section(mrkdwn`*${title}*`),
    ...told.flatMap((one, at) => [...(at > 0 ? [divider()] : []), ...explanationBlocks(one, todayOn)]),
    ...(total > told.length ? [context(mrkdwn`… and ${sayCount(total - told.length, 'more line')}`)] : []),
    ...(others.length > 0 ? [context(firstOf(others, MOST_LINKS))] : []),
  ]);
}

function explanationBlocks(one: Explanation, todayOn: LocalDate): Block[] {
  const place =
    one.orderLineId === null
      ? `ordered now, behind ${sayCount(one.waitingUnits, 'unit')} that others wait for`
      : `place ${one.queuePosition} of ${one.waitingLines}, ${sayCount(one.unitsAhead, 'unit')} ahead`;
  const head = mrkdwn`*${clip(one.itemName, LONGEST_NAME)}* · ${one.sku} · ${sayCount(one.units, 'unit')}, ${place}`;
  switch (one.kind) {
    case 'estimated':
      return [
        section(
          lines([
            head,
            mrkdwn`Ships ${sayDates(one.ships, todayOn)}. Arrives ${sayDates(one.arrives, todayOn)}.`,
            mrkdwn`Why: ${becauseWords(one.because)}.`,
          ]),
        ),
        section(
          firstOf(
            one.purchaseOrders.map((link) => linkWords(link, todayOn)),
            MOST_LINKS,
          ),
        ),
        ...changeBlocks(one.wouldChange, todayOn),
        context(
          words(
            `Then ${sayCount(one.receivingDays, 'business day')} to the shelf, ${one.packingDays} to pack, ${one.transitLikelyDays} to ${sayCount(one.transitCautiousDays, 'day')} with the carrier.`,
          ),
        ),
      ];
    case 'not_covered': {
      const { ifOrderedToday: order } = one;
      const lacks =
        one.reason === 'no_supply'
          ? 'No date: nothing is on order.'
          : `No date: what is on order does not reach it, ${sayCount(one.missingUnits, 'unit')} are missing.`;
      const cure = order
        ? mrkdwn` If ${sayCount(order.units, 'unit')} were ordered today from ${order.supplierName}, it would ship ${sayDates(order, todayOn)}.`
        : mrkdwn``;
      return [
        section(lines([head, mrkdwn`${lacks}${cure}`])),
        ...onOrderBlocks(one.onOrder, todayOn),
        ...changeBlocks(one.wouldChange, todayOn),
      ];
    }
    case 'no_record':
      return [
        section(lines([head, mrkdwn`No date: the supplier has no record to go by yet.`])),
        ...onOrderBlocks(one.onOrder, todayOn),
      ];
  }
}

const onOrderBlocks = (onOrder: Extract<Explanation, { kind: 'no_record' }>['onOrder'], todayOn: LocalDate): Block[] =>
  onOrder.length === 0
    ? []
    : [
        section(
          firstOf(
            onOrder.map((line) => onOrderWords(line, todayOn)),
            MOST_LINKS,
          ),
        ),
      ];

/** A delivery the dates rest on, and how its supplier keeps dates. */
function linkWords(link: Link, todayOn: LocalDate): Mrkdwn {
  const { habit, timesMoved } = link;
  const moved = timesMoved > 0 ? `; put off ${sayTimes(timesMoved)}` : '';
  const slip =
    habit.usualSlipDays !== null && habit.usualSlipDays > 0
      ? `, usually ${sayCount(habit.usualSlipDays, 'day')} after the promise`
      : '';
  const record =
    habit.receipts === 0
      ? 'no deliveries yet'
      : `late in ${sayShare(habit.lateShare)} of ${sayCount(habit.receipts, 'delivery', 'deliveries')}${slip}`;
  return mrkdwn`${onOrderWords(link, todayOn)} _Record: ${record}${moved}._`;
}

function becauseWords({ reason, days, receipts }: Extract<Explanation, { kind: 'estimated' }>['because']): string {
  switch (reason) {
    case 'on_time':
      return 'this supplier is more often on time than late';
    case 'supplier_usually_late':
      return `this supplier usually comes ${days === null ? 'late' : `${sayCount(days, 'day')} late`}`;
    case 'overdue':
      return `the promised day has passed${days === null ? '' : ` by ${sayCount(days, 'day')}`}`;
    case 'thin_history':
      return `only ${sayCount(receipts ?? 0, 'delivery', 'deliveries')} of this supplier to go by, so the span is wide`;
    case 'no_promise':
      return 'the supplier has promised no date; it goes by its usual lead time';
  }
}

function changeBlocks(changes: readonly EtaChange[], todayOn: LocalDate): Block[] {
  if (changes.length === 0) return [];
  return [section(lines([mrkdwn`*What would change it*`, ...changes.map((change) => changeWords(change, todayOn))]))];
}

function changeWords(change: EtaChange, todayOn: LocalDate): Mrkdwn {
  switch (change.kind) {
    case 'served_first':
      return mrkdwn`• served before all others: ships ${sayDates(change.ships, todayOn)}`;
    case 'sent_express':
      return mrkdwn`• sent by express: with the customer ${sayDates(change.arrives, todayOn)}`;
    case 'without_order':
      return change.ships
        ? mrkdwn`• if ${change.poLineId} never comes: ships ${sayDates(change.ships, todayOn)}`
        : mrkdwn`• if ${change.poLineId} never comes: no date, nothing else reaches it`;
    case 'free_units_allocated':
      return mrkdwn`• ${sayNumber(change.unitsFree)} free on the shelf: give them out with \`queue\``;
  }
}
