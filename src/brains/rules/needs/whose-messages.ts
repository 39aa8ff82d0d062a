import { optOut } from '../../../tools/opt-out.js';
import type { Need, Scene } from '../flow.js';
import { readNotificationWish } from '../read-notification-wish.js';
import { identity } from './identity.js';

/**
 * Whose messages are to end. Who texts is known by the phone, and it ends at once; in a chat anybody else is asked who
 * they are first.
 */
export const whoseMessages: Need = {
  name: identity.name,
  async fill(scene) {
    const tried = await scene.tools.call(optOut, optingOut(scene));
    return tried.kind === 'stopped' ? { kind: 'filled', slots: scene.slots } : identity.fill(scene);
  },
};

/** What they asked to end, in the words it was first asked with; a message that names no way means every one. */
export function optingOut({ slots, reading, isAnswer, turn }: Scene) {
  const words = ((isAnswer && slots.said?.text) || turn.text || reading.text).slice(0, 2_000);
  const { byText, byEmail } = readNotificationWish(words);
  const channels = [...(byText === false ? ['sms' as const] : []), ...(byEmail === false ? ['email' as const] : [])];
  return { channels: channels.length === 2 ? [] : channels, words };
}
