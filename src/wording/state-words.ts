import type { LineState } from '../domain/orders/line-state.js';

const WORDS: Readonly<Record<LineState | 'leaving_ahead' | 'swap_asked', string>> = {
  placed: 'Being prepared',
  leaving_ahead: 'Going out ahead of the rest',
  allocated: 'Set aside for you, not shipped yet',
  backordered: 'Waiting for stock',
  part_shipped: 'Partly on its way',
  shipped: 'On its way',
  delivered: 'Delivered',
  swap_asked: 'Waiting, swap asked for',
  cancelling: 'Cancelling',
  cancelled: 'Cancelled',
};

/**
 * A line's state as a shopper reads it; `leaving_ahead`: all of it goes ahead of the rest of its order; `swap_asked`: the
 * shop was asked to send something else instead.
 */
export const stateWords = (state: LineState | 'leaving_ahead' | 'swap_asked'): string => WORDS[state];
