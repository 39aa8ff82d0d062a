import { setNotifications } from '../../../tools/set-notifications.js';
import { call, defineFlow, type Scene, say, tell } from '../flow.js';
import { identity } from '../needs/identity.js';
import { wishedProduct } from '../needs/wished-product.js';
import { readNotificationWish } from '../read-notification-wish.js';

/** "text me instead", "stop e-mailing me updates", "let me know when it ships": what they are told, and by which way. */
export default defineFlow({
  name: 'notify_me',
  intents: ['notify_me'],
  needs: [identity, wishedProduct],
  steps: [
    say((scene) => {
      const { cannotBy } = wishIn(scene);
      return cannotBy === null ? [] : [tell('notify-cannot', { cannotBy }, ['Text me', 'E-mail me'])];
    }),
    call(
      setNotifications,
      (scene) => {
        const { byText, byEmail } = wishIn(scene);
        return [{ byText, byEmail, product: scene.slots.product ?? null, words: said(scene) }];
      },
      {
        set: (set) => [tell('notifications-set', set, otherWay(set))],
        no_phone: () => [tell('notify-no-phone', {}, ['E-mail me'])],
        no_texting: () => [tell('notify-no-texting', {}, ['E-mail me'])],
        start_needed: ({ phoneEnding, textsFrom }) => [tell('notify-start-needed', { phoneEnding, textsFrom })],
        no_product: () => [tell('ask-product')],
      },
    ),
  ],
});

/** The way that is not set, as a button; none where both are. */
const otherWay = ({ byText, byEmail }: { byText: boolean; byEmail: boolean }): string[] =>
  byText && byEmail ? [] : [byText ? 'E-mail me instead' : 'Text me instead'];

/** What they asked for first: who they are and which product came after. */
const said = ({ slots, reading, isAnswer }: Scene): string =>
  ((isAnswer && slots.said?.text) || reading.text).slice(0, 2_000);

const wishIn = (scene: Scene) => readNotificationWish(said(scene));
