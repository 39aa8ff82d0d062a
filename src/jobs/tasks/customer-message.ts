import { tellCustomer } from '../../tools/tell-customer.js';
import { defineJob } from '../define-job.js';

/** Tells a customer what was put in to be told them. */
export default defineJob({
  queue: 'customer-message',
  pace: 'prompt',
  async run({ messageId }, { door, wakeSenders }) {
    await door.call(tellCustomer, { messageId }, { kind: 'system', job: 'customer-message' });
    wakeSenders();
  },
});
