import { sayCount } from '../../../wording/formats.js';
import { clip, context, section, words } from '../blocks/build.js';
import { mrkdwn } from '../blocks/mrkdwn.js';
import type { Block } from '../blocks/schemas.js';
import { type AllocationPreview, shareWords } from './allocation-words.js';
import { firstOf, LONGEST_NAME } from './supply-words.js';

const MOST_SHARES = 25;

/** What exactly a manager approves: each share, before anything is given. */
export function allocationModal({ sku, itemName, unitsGiven, unitsStillWanted, shares }: AllocationPreview): Block[] {
  return [
    section(
      mrkdwn`*${clip(itemName, LONGEST_NAME)}* · ${sku}\n${sayCount(unitsGiven, 'unit')} to ${sayCount(shares.length, 'order line')}${
        unitsStillWanted > 0 ? `; ${sayCount(unitsStillWanted, 'more is', 'more are')} wanted` : ''
      }.`,
    ),
    section(firstOf(shares.map(shareWords), MOST_SHARES)),
    context(words('Given exactly as shown, or not at all: if orders or stock move before you press, I tell you.')),
  ];
}
