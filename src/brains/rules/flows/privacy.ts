import { eraseMyData } from '../../../tools/erase-my-data.js';
import { exportMyData } from '../../../tools/export-my-data.js';
import { call, defineFlow, RECAP, say, tell } from '../flow.js';
import { dataWish, wishIn } from '../needs/data-wish.js';
import { identity } from '../needs/identity.js';
import { toPerson } from './person.js';

const needs_proof = () => [tell('data-proof', {}, ['Talk to a person'])];

/** "send me what you have on me", "delete my data": a copy by mail, or the recap of what goes and stays, then the gate. */
export default defineFlow({
  name: 'privacy',
  intents: ['privacy_request'],
  needs: [dataWish, identity],
  steps: [
    say((scene) => (wishIn(scene) === 'card' ? [tell('card-number')] : [])),
    call(exportMyData, (scene) => (wishIn(scene) === 'copy' ? [{}] : []), {
      mailed: () => [tell('data-mailed')],
      needs_proof,
    }),
    call(eraseMyData, (scene) => (wishIn(scene) === 'erase' ? [{}] : []), {
      proposed: () => [RECAP],
      already_asked: ({ openOrders }) => [tell('data-erasure-under-way', { openOrders })],
      needs_proof,
    }),
    // there is no address to send a copy to: somebody hands it over
    toPerson,
  ],
});
