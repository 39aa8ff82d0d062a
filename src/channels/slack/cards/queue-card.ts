import { sayCount } from '../../../wording/formats.js';
import { actions, button, clip, context, message, section, words } from '../blocks/build.js';
import { type Mrkdwn, mrkdwn } from '../blocks/mrkdwn.js';
import type { Block, Message } from '../blocks/schemas.js';
import { type AllocationPreview, shareWords, waitingWords } from './allocation-words.js';
import { firstOf, LONGEST_NAME } from './supply-words.js';

export interface QueueCardFacts {
  readonly preview: AllocationPreview;
  /** The units that were asked about; null for what lies free now. */
  readonly units: number | null;
  /** Whether who reads it may give them out. */
  readonly mayApprove: boolean;
}

const MOST_SHARES = 8;
const MOST_WAITING = 3;

/** Who gets the next units of a SKU and why, and who comes after them. */
export function queueCard({ preview, units, mayApprove }: QueueCardFacts): Message {
  const { sku, itemName, shares, waiting } = preview;
  const title = mrkdwn`Who gets the next units of ${sku}`;
  return message(title, [
    section(mrkdwn`*${clip(itemName, LONGEST_NAME)}* · ${sku}\n${headWords(preview, units)}`),
    ...listed(shares.map(shareWords), MOST_SHARES),
    ...(waiting.length > 0 ? [section(mrkdwn`*Still wait*\n${firstOf(waiting.map(waitingWords), MOST_WAITING)}`)] : []),
    ...approval(preview, units, mayApprove),
  ]);
}

function headWords({ unitsFree, unitsGiven, unitsStillWanted }: AllocationPreview, units: number | null): Mrkdwn {
  const free =
    unitsFree === 0 ? 'Nothing lies free' : `${sayCount(unitsFree, 'unit')} ${unitsFree === 1 ? 'lies' : 'lie'} free`;
  if (unitsGiven === 0)
    return mrkdwn`${unitsFree === 0 ? free : `${free}, but kept for other channels`}. Those who wait want ${sayCount(unitsStillWanted, 'unit')}; \`queue\` with a number shows who would get the next ones.`;
  const supposed = units !== null && units > unitsFree ? `, shown as if ${sayCount(units, 'unit')} were here` : '';
  const after =
    unitsStillWanted > 0 ? `; ${sayCount(unitsStillWanted, 'more is', 'more are')} wanted` : '; then nobody waits';
  return mrkdwn`${free}${supposed}. ${sayCount(unitsGiven, 'unit')} would be given${after}.`;
}

const listed = (all: readonly Mrkdwn[], most: number): Block[] => (all.length > 0 ? [section(firstOf(all, most))] : []);

function approval({ planId, sku }: AllocationPreview, units: number | null, mayApprove: boolean): Block[] {
  if (planId === null) return [];
  if (!mayApprove) return [context(words('A manager can give them out.'))];
  return [
    actions(
      button({
        text: 'Approve …',
        action: 'allocation:approve',
        value: { sku, ...(units !== null && { units }) },
        style: 'primary',
      }),
    ),
  ];
}
