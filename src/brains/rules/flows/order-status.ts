import { getLineEta } from '../../../tools/get-line-eta.js';
import { call, defineFlow, say } from '../flow.js';
import { waitingLines } from '../line-groups.js';
import { identity } from '../needs/identity.js';
import { spokenOf } from '../needs/line.js';
import { order } from '../needs/order.js';
import { sayStatus } from '../say-status.js';
import { lookUpOrder, lookUpStanding } from '../tell-lapsed.js';

/** "wheres my oder": every item of the order, with tracking or with its likely and cautious date. */
export default defineFlow({
  name: 'order_status',
  intents: ['order_status'],
  needs: [identity, order, spokenOf],
  steps: [lookUpOrder, lookUpStanding, call(getLineEta, waitingLines), say(sayStatus)],
});
