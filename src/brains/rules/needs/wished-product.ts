import type { Need } from '../flow.js';
import { readNotificationWish } from '../read-notification-wish.js';
import { product } from './product.js';

/** Which product somebody wants to hear of, when that is what they ask for: not of their own order, which is told anyway. */
export const wishedProduct: Need = {
  name: 'wished-product',
  async fill(scene) {
    const asked = scene.slots.said?.text ?? scene.reading.text;
    if (!readNotificationWish(asked).whenBack) return { kind: 'filled', slots: scene.slots };
    return product.fill(scene);
  },
};
