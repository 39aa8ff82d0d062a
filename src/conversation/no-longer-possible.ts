import type { Say } from '../brains/brain.js';

/** What is said to what a tool answers when that can no longer be done which somebody has just agreed to. */
const WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  cancel_line: cancelling(),
  cancel_order: cancelling(),
  change_address: {
    already_shipped: 'address-too-late',
    already_cancelled: 'already-cancelled',
    being_changed: 'address-being-changed',
  },
  swap_line: {
    not_available: 'no-substitute',
    not_waiting: 'no-substitute',
    dearer: 'substitute-dearer',
    being_swapped: 'being-swapped',
  },
  split_shipment: {
    all_ready: 'split-all-ready',
    nothing_ready: 'split-nothing-ready',
    already_split: 'split-already',
    being_asked: 'split-being-asked',
    nothing_left: 'nothing-left',
  },
  upgrade_shipping: {
    already_express: 'already-express',
    being_asked: 'express-being-asked',
    nothing_left: 'nothing-left',
  },
};

function cancelling() {
  return {
    already_shipped: 'already-shipped',
    part_shipped: 'part-shipped',
    already_cancelled: 'already-cancelled',
    being_cancelled: 'being-cancelled',
    being_swapped: 'being-swapped',
  };
}

/** Why nothing was done, by how things stand now; null where nothing better can be said than that the question is over. */
export function noLongerPossible(tool: string, outcome: { readonly kind: string }): readonly Say[] | null {
  const template = WORDS[tool]?.[outcome.kind];
  if (template === undefined) return null;
  return [
    { kind: 'template', template: 'facts-moved', facts: { isExpired: false } },
    { kind: 'template', template, facts: { ...outcome }, quickReplies: ['Where is my order?', 'Talk to a person'] },
  ];
}
