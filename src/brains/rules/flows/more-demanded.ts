import { defineFlow } from '../flow.js';
import { demandsMore } from '../situation-signs.js';
import { toPerson } from './person.js';

/** "Not enough, I said 50%": what policy allows was offered; anything above it is a person's to decide. */
export default defineFlow({ name: 'more_demanded', intents: [], hears: demandsMore, needs: [], steps: [toPerson] });
