import { setNotifications } from '../../../tools/set-notifications.js';
import { stopTexts } from '../../../tools/stop-texts.js';
import { call, defineFlow, type Scene, tell } from '../flow.js';
import { readNotificationWish } from '../read-notification-wish.js';
import { toldWays } from '../told-ways.js';
import { toPerson } from './person.js';

/**
 * "I'd rather not get these": no more texts, at once. In a chat, who is known gets no more updates of the kind they speak
 * of; of anybody else a person sees what is meant.
 */
export default defineFlow({
  name: 'opt_out',
  intents: ['opt_out'],
  needs: [],
  steps: [
    call(stopTexts, ({ reading }) => [{ words: reading.text }], {
      stopped: ({ shopName }) => [tell('opted-out', { shopName })],
    }),
    call(setNotifications, (scene) => (scene.turn.identified ? [{ ...refusedIn(scene), words: wordsOf(scene) }] : []), {
      set: (output) => [toldWays(output)],
    }),
    toPerson,
  ],
});

const wordsOf = ({ turn }: Scene): string => turn.text.slice(0, 2_000);

/** The whole message says by which way it may still be; one that names none means every way. */
function refusedIn({ turn }: Scene): { readonly byText: boolean | null; readonly byEmail: boolean | null } {
  const { byText, byEmail } = readNotificationWish(turn.text);
  return byText === null && byEmail === null ? { byText: false, byEmail: false } : { byText, byEmail };
}
