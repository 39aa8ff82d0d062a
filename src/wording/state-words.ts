import type { LineState } from '../domain/orders/line-state.js';

const WORDS: Readonly<Record<LineState | 'leaving_ahead', string>> = {
  placed: 'Being prepared',
  leaving_ahead: 'Going out ahead of the rest',
  allocated: 'Set aside for you, not shipped yet',
  backordered: 'Waiting for stock',
  part_shipped: 'Partly on its way',
  shipped: 'On its way',
  delivered: 'Delivered',
  cancelling: 'Cancelling',
  cancelled: 'Cancelled',
};

/** A line's state as a shopper reads it; `leaving_ahead`: all of it goes ahead of the rest of its order. */
export const stateWords = (state: LineState | 'leaving_ahead'): string => WORDS[state];
