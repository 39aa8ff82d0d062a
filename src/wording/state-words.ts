import type { LineState } from '../domain/orders/line-state.js';

const WORDS: Readonly<Record<LineState, string>> = {
  placed: 'Being prepared',
  allocated: 'Set aside for you, not shipped yet',
  backordered: 'Waiting for stock',
  part_shipped: 'Partly on its way',
  shipped: 'On its way',
  delivered: 'Delivered',
  cancelled: 'Cancelled',
};

/** A line's state as a shopper reads it. */
export const stateWords = (state: LineState): string => WORDS[state];
