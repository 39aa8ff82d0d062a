import { type Need, type Scene, tell } from '../flow.js';
import { type DataWish, readDataWish } from '../read-data-wish.js';

/** What is to become of somebody's data: asked where only data is spoken of. */
export const dataWish: Need = {
  name: 'data_wish',
  async fill(scene) {
    if (wishIn(scene)) return { kind: 'filled', slots: scene.slots };
    return { kind: 'ask', says: [tell('data-choice', {}, ['Send me a copy of my data', 'Delete my data'])] };
  },
};

/** What this message wishes, or the one that began the flow. */
export const wishIn = ({ reading, slots }: Scene): DataWish | null =>
  readDataWish(reading.text) ?? readDataWish(slots.said?.text ?? '');
