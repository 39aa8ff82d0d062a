import { businessNow } from '../../store/clock.js';
import { gatherCustomerNews } from '../../tools/gather-customer-news.js';
import { tellCustomer } from '../../tools/tell-customer.js';
import { textsWhoseHoursCame } from '../../tools/texts-whose-hours-came.js';
import { defineJob } from '../define-job.js';

/** Texts that waited for their hours, taken up again at one look. */
const MOST_TEXTS = 200;

/** Finds what customers are to be told, and sends the texts whose hours have come. */
export default defineJob({
  queue: 'customer-news',
  pace: 'background',
  async run(_data, { sql, door, policy, rules, wakeSenders }) {
    const now = await businessNow(sql);
    await sql.begin((tx) => gatherCustomerNews(tx, { now, policy, rules }));
    for (const messageId of await textsWhoseHoursCame({ sql, now, rules }, MOST_TEXTS))
      await door.call(tellCustomer, { messageId }, { kind: 'system', job: 'customer-news' });
    wakeSenders();
  },
});
