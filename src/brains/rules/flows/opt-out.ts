import { stopTexts } from '../../../tools/stop-texts.js';
import { call, defineFlow, tell } from '../flow.js';
import { toPerson } from './person.js';

/** "I'd rather not get these": no more texts, at once. Where nobody is texted, a person sees what is meant. */
export default defineFlow({
  name: 'opt_out',
  intents: ['opt_out'],
  needs: [],
  steps: [
    call(stopTexts, ({ reading }) => [{ words: reading.text }], {
      stopped: ({ shopName }) => [tell('opted-out', { shopName })],
    }),
    toPerson,
  ],
});
