import { purchaseOrderOf } from '../../../domain/kernel/ids.js';
import type { DigestFacts } from '../../../tools/digest-facts.js';
import { sayAbout, sayCount, sayDate, sayList } from '../../../wording/formats.js';
import { actions, button, context, divider, header, message, section } from '../blocks/build.js';
import { lines, type Mrkdwn, mrkdwn } from '../blocks/mrkdwn.js';
import type { Block, Message, Pressable } from '../blocks/schemas.js';
import * as words from './digest-lines.js';
import { allNoticesButton, noticeButton } from './notice-words.js';
import { reorderButton } from './reorder-words.js';
import { chaseButton } from './supplier-mail-words.js';
import { firstOf } from './supply-words.js';

interface Told {
  readonly item: string;
  readonly text: Mrkdwn;
  /** What may be done about it here; in the first message only the first of them. */
  readonly acts: readonly Pressable[];
}
interface Part {
  readonly title: string;
  readonly items: readonly Told[];
  readonly more: number;
  readonly unchanged: number;
  readonly snoozed: number;
  /** Told in the first message with their buttons; the others are counted there. */
  readonly isDecision: boolean;
  /** What may be done about all of it at once. */
  readonly forAll?: Pressable;
}

/** Of each part of decisions so many stand in the first message; all of them in its thread. */
const MOST_IN_HEAD = 3;

/** The first message: what is to be decided, what changed, how the desk did. */
export function digestHead(facts: DigestFacts): Message {
  const { decisions, revenueAtRisk, todayOn, sinceOn } = facts;
  const first = `${decisions === 0 ? 'Nothing to decide' : sayCount(decisions, 'decision')} today, ${sayAbout(revenueAtRisk)} at risk`;
  const parts = partsOf(facts);
  return message(mrkdwn`${first}`, [
    header(first),
    context(
      mrkdwn`${facts.shopName}, ${sayDate(todayOn, todayOn)}. What changed since ${sayDate(sinceOn, todayOn)}; details are in the thread.`,
    ),
    ...staleBlocks(facts),
    ...parts.filter(({ isDecision }) => isDecision).flatMap(decisionBlocks),
    ...newsBlocks(parts.filter(({ isDecision }) => !isDecision)),
    section(mrkdwn`*The desk*  ${words.deskWords(facts, sayDate(sinceOn, todayOn))}`),
    ...quietBlocks(parts, facts),
  ]);
}

/** One message for each part that has something to tell, for the thread. */
export function digestDetails(facts: DigestFacts): Message[] {
  const told = partsOf(facts)
    .filter(({ items }) => items.length > 0)
    .map((part) => message(mrkdwn`${part.title}`, detailBlocks(part)));
  if (facts.decided.length === 0) return told;
  const decided = facts.decided.map(words.decisionWords);
  const title = mrkdwn`*Decided since the last digest, and what came of it*`;
  return [
    ...told,
    message(mrkdwn`What was decided`, [
      section(mrkdwn`${title}\n${firstOf(decided, decided.length, decided.length + facts.decidedMore)}`),
    ]),
  ];
}

function partsOf(facts: DigestFacts): Part[] {
  const { todayOn } = facts;
  const open = (order: string) => button({ text: 'Open', action: 'digest:open', value: { order } });
  const part = <Item extends { readonly item: string }>(
    title: string,
    {
      items,
      ...counts
    }: { readonly items: readonly Item[]; readonly more: number; readonly unchanged: number; readonly snoozed: number },
    text: (item: Item) => Mrkdwn,
    acts: (item: Item) => readonly Pressable[] = () => [],
    isDecision = false,
  ): Part => ({
    title,
    ...counts,
    isDecision,
    items: items.map((one) => ({ item: one.item, text: text(one), acts: acts(one) })),
  });
  const isNotice = ({ duty, waitsForStock }: DigestFacts['due']['items'][number]) => duty === 'notice' && waitsForStock;
  const clock = part(
    `Legal clock, due within ${facts.dueWithinHours} hours`,
    facts.due,
    (one) => words.dueWords(one, todayOn),
    (one) => [isNotice(one) ? noticeButton(one.orderNumber) : open(one.orderNumber)],
    true,
  );
  return [
    facts.due.items.some(isNotice) ? { ...clock, forAll: allNoticesButton('Send all …') } : clock,
    part(
      'Free now, and waited for',
      facts.free,
      words.freeWords,
      ({ sku }) => [button({ text: 'Approve …', action: 'allocation:approve', value: { sku }, style: 'primary' })],
      true,
    ),
    part(
      'Customers at risk',
      facts.customers,
      words.customerWords,
      ({ orderNumber }) => [button({ text: 'Assign …', action: 'digest:assign', value: { order: orderNumber } })],
      true,
    ),
    part(
      'Suppliers to call',
      facts.calls,
      (one) => words.callWords(one, todayOn),
      ({ callId, takenBy }) => [
        takenBy === null
          ? button({ text: 'I’ll call', action: 'supplier-call:take', value: { callId } })
          : button({ text: 'Done …', action: 'supplier-call:close', value: { callId } }),
      ],
      true,
    ),
    part(
      'New stock-outs',
      facts.stockouts,
      (one) => words.stockoutWords(one, todayOn),
      ({ sku }) => [reorderButton(sku, 'Draft PO …')],
    ),
    part(
      'Suppliers that slipped',
      facts.slips,
      (one) => words.slipWords(one, todayOn),
      ({ poLineId, sku, waitingCustomers }) => [
        chaseButton(purchaseOrderOf(poLineId)),
        ...(waitingCustomers > 0 ? [allNoticesButton('Notify …', sku)] : []),
      ],
    ),
    part(
      'May run out',
      facts.willRunOut,
      (one) => words.riskLine(one, todayOn),
      ({ sku, order }) => (order === null ? [] : [reorderButton(sku, 'Approve reorder …')]),
    ),
    part('Arriving today', facts.arrivals, words.arrivalWords),
  ];
}

const decisionBlocks = (part: Part): Block[] => {
  if (part.items.length === 0) return [];
  const rest = part.items.length - MOST_IN_HEAD + part.more;
  return [
    section(mrkdwn`*${part.title}*  ${part.items.length + part.more}`, part.forAll),
    ...part.items.slice(0, MOST_IN_HEAD).map(({ text, acts: [first] }) => section(text, first)),
    ...(rest > 0 ? [context(mrkdwn`… and ${rest} more`)] : []),
  ];
};

/** What changed and asks for no decision here: the first of each part and how many there are. */
function newsBlocks(parts: readonly Part[]): Block[] {
  const told = parts.filter(({ items }) => items.length > 0);
  if (told.length === 0) return [];
  return [
    divider(),
    ...told.map(({ title, items, more }) => {
      const [first] = items;
      const rest = items.length - 1 + more;
      return section(
        lines([mrkdwn`*${title}*`, ...(first ? [first.text] : []), ...(rest > 0 ? [mrkdwn`… and ${rest} more`] : [])]),
      );
    }),
  ];
}

/** What was left out, and how many. */
function quietBlocks(parts: readonly Part[], { customersWithColleague }: DigestFacts): Block[] {
  const count = (of: 'unchanged' | 'snoozed') => parts.reduce((all, part) => all + part[of], 0);
  const [unchanged, snoozed] = [count('unchanged'), count('snoozed')];
  const quiet = [
    ...(unchanged > 0 ? [`${unchanged} as before`] : []),
    ...(snoozed > 0 ? [`${snoozed} snoozed`] : []),
    ...(customersWithColleague > 0
      ? [`${sayCount(customersWithColleague, 'order')} at risk with a colleague already`]
      : []),
  ];
  return quiet.length === 0 ? [] : [context(mrkdwn`Left out: ${sayList(quiet)}.`)];
}

function staleBlocks({ stale, todayOn }: DigestFacts): Block[] {
  const old = [
    ...(stale.noReceiptSince ? [`no receipt has been booked since ${sayDate(stale.noReceiptSince, todayOn)}`] : []),
    ...(stale.noScanSince ? [`no carrier has told of a parcel since ${sayDate(stale.noScanSince, todayOn)}`] : []),
  ];
  return old.length === 0 ? [] : [context(mrkdwn`:warning: The figures may be old: ${sayList(old)}.`)];
}

const detailBlocks = ({ title, items, more, unchanged, snoozed }: Part): Block[] => [
  section(mrkdwn`*${title}*`),
  ...items.flatMap(({ item, text, acts }) => [
    section(text),
    actions(...acts, button({ text: 'Snooze …', action: 'digest:snooze', value: { item } })),
  ]),
  ...(more + unchanged + snoozed > 0
    ? [
        context(
          mrkdwn`${sayList([...(more > 0 ? [`${more} more`] : []), ...(unchanged > 0 ? [`${unchanged} as before`] : []), ...(snoozed > 0 ? [`${snoozed} snoozed`] : [])])}`,
        ),
      ]
    : []),
];
