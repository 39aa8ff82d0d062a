import { findCustomer } from '../../../tools/find-customer.js';
import { rest } from '../arguments/argument.js';
import { customersCard } from '../cards/customers-card.js';
import { defineCommand } from '../define-command.js';

/** `/backorder find ana@example.com`: whose that is, and what of theirs is open. */
export default defineCommand({
  name: 'find',
  usage: 'find ana@…',
  summary: 'a customer by e-mail, phone, name or order, with what is open',
  arguments: { wanted: rest('an e-mail address, a phone number, a name or an order number') },
  async run({ wanted }, { call, reply, todayOn }) {
    return [reply(customersCard(await call(findCustomer, { wanted: wanted.slice(0, 200) }), todayOn))];
  },
});
