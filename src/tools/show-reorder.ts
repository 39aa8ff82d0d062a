import { enqueue } from '../store/jobs/enqueue.js';
import type { ToolContext } from './define-tool.js';
import { inTransaction } from './transaction.js';

/** Has the card of a request to order brought up to date in Slack, with the change that made it so. */
export const showReorder = (reorderId: number, context: ToolContext): Promise<boolean> =>
  enqueue(inTransaction(context), 'reorder-card', { reorderId });
