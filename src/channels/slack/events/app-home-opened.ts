import { z } from 'zod';
import { defineEvent } from '../define-event.js';
import { drawHome } from '../home/draw-home.js';

/** Somebody looks at App Home: it is drawn anew, so that it shows what is now. */
export default defineEvent({
  type: 'app_home_opened',
  scopes: [],
  event: z.object({ user: z.string(), tab: z.literal('home') }),
  run: async ({ user }, handling) => [await drawHome(user, handling)],
});
