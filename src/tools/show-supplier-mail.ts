import { enqueue } from '../store/jobs/enqueue.js';
import type { ToolContext } from './define-tool.js';
import { inTransaction } from './transaction.js';

/** Has a mail's card in Slack brought up to date, with the change that made it so. */
export const showSupplierMail = (mailId: string, context: ToolContext): Promise<boolean> =>
  enqueue(inTransaction(context), 'supplier-mail-card', { mailId });
