/** An order's state as the team says it. */
export const ORDER_STATES = {
  open: 'open',
  part_shipped: 'partly on its way',
  shipped: 'on its way',
  delivered: 'delivered',
  cancelled: 'cancelled',
} as const;
