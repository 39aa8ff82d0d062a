import { optOut } from '../../../tools/opt-out.js';
import { call, defineFlow, tell } from '../flow.js';
import { optingOut, whoseMessages } from '../needs/whose-messages.js';
import { toPerson } from './person.js';

/** "I'd rather not get these", "no more e-mails": ended at once, by the ways they name. */
export default defineFlow({
  name: 'opt_out',
  intents: ['opt_out'],
  needs: [whoseMessages],
  steps: [
    call(optOut, (scene) => [optingOut(scene)], {
      stopped: (done) => [
        // by text the number itself is out, and only this message may still be sent to it
        done.endsThis ? tell('opted-out', { shopName: done.shopName }) : tell('no-more-messages', done),
      ],
    }),
    toPerson,
  ],
});
