import { enqueue } from '../store/jobs/enqueue.js';
import type { ToolContext } from './define-tool.js';
import { inTransaction } from './transaction.js';

/** Has a supplier's mail shown to those who buy as it stands now, with the change that made it so. */
export const showSupplierAnswer = (mailId: number, context: ToolContext): Promise<boolean> =>
  enqueue(inTransaction(context), 'supplier-answer-card', { mailId });
