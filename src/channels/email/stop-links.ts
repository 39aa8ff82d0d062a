import { createHmac, timingSafeEqual } from 'node:crypto';

/** Where the pages behind "no more of these" are. */
export const STOP_PATH = '/updates/stop';

/** Makes and checks the links in mails by which a customer asks for no more of them: whoever holds one may do that alone. */
export interface StopLinks {
  of(messageId: string): string;
  isGenuine(link: { readonly messageId: string; readonly signature: string }): boolean;
}

/** `secret`: shared by all replicas. `publicUrl`: where customers reach the desk. */
export function createStopLinks(secret: string, publicUrl: string): StopLinks {
  const sign = (messageId: string) => createHmac('sha256', secret).update(`stop\n${messageId}`).digest('base64url');
  return {
    of: (messageId) => `${publicUrl}${STOP_PATH}/${messageId}/${sign(messageId)}`,
    isGenuine({ messageId, signature }) {
      const [given, right] = [Buffer.from(signature), Buffer.from(sign(messageId))];
      return given.length === right.length && timingSafeEqual(given, right);
    },
  };
}
