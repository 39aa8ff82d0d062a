import { answered, refunding } from './case-facts.js';

/** What is said about refunds. */
export const REFUND_FACTS = {
  'no-refund': { orderNumber: '1042' },
  'refund-not-sent': { ...answered, refusal: 'more_than_paid' },
  'refund-sent': answered,
  'refund-status': { refunds: refunding },
  'refund-way': { refundMethod: 'Visa ending 4417' },
} as const;
