import { getLineEta } from '../../../tools/get-line-eta.js';
import { call, defineFlow } from '../flow.js';
import { waitingLines } from '../line-groups.js';
import { identity } from '../needs/identity.js';
import { namedLines } from '../needs/line.js';
import { order } from '../needs/order.js';
import { doubtsTheDate } from '../situation-signs.js';
import { tellLapsed } from '../tell-lapsed.js';
import { sayWaiting } from '../tell-waiting.js';
import { CHOICES } from './promise-history.js';

/** "If I wait, will it really come?": how sure each date is, on what it rests, and that nobody can promise it. */
export default defineFlow({
  name: 'really_come',
  intents: [],
  hears: doubtsTheDate,
  needs: [identity, order, namedLines],
  steps: [...tellLapsed, call(getLineEta, waitingLines), sayWaiting('really-come', CHOICES)],
});
