import { sayCount } from '../../../wording/formats.js';
import { clip, context, section, words } from '../blocks/build.js';
import { lines, mrkdwn } from '../blocks/mrkdwn.js';
import type { Opening } from '../handling.js';
import { type AllocationPreview, shareWords } from './allocation-words.js';
import { LONGEST_NAME } from './supply-words.js';

/** Lines that surely fit in one section, and sections: what is approved is shown as far as a modal can. */
const IN_SECTION = 10;
const MOST_SECTIONS = 20;

/** What exactly a manager approves: each share, before anything is given. */
export function allocationModal(preview: AllocationPreview, units: number | null): Opening {
  const { sku, itemName, unitsGiven, unitsStillWanted, shares, planId } = preview;
  const all = shares.map(shareWords);
  const sections = all.flatMap((_, at) => (at % IN_SECTION === 0 ? [all.slice(at, at + IN_SECTION)] : []));
  const more = all.length - IN_SECTION * MOST_SECTIONS;
  const blocks = [
    section(
      mrkdwn`*${clip(itemName, LONGEST_NAME)}* · ${sku}\n${sayCount(unitsGiven, 'unit')} to ${sayCount(shares.length, 'order line')}${
        unitsStillWanted > 0 ? `; ${sayCount(unitsStillWanted, 'more is', 'more are')} wanted` : ''
      }.`,
    ),
    ...sections.slice(0, MOST_SECTIONS).map((told) => section(lines(told))),
    ...(more > 0 ? [context(mrkdwn`… and ${more} more`)] : []),
    context(words('Given exactly as shown, or not at all: if orders or stock move before you press, I tell you.')),
  ];
  return {
    view: 'approve-allocation',
    keeps: { sku, planId, ...(units !== null && { units }) },
    title: 'Approve allocation',
    submit: 'Give them out',
    blocks,
  };
}
