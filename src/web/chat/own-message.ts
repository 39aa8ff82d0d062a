import type { OwnMessage } from './conversation-log.js';

/** What a chosen answer carries beside its words: the button's value and the proposal it answers. */
export type MessageExtras = Pick<Partial<OwnMessage>, 'value' | 'proposalCode'>;

/** A message the shopper has just written, on its way. */
export function composeMessage(text: string, extras: MessageExtras): OwnMessage {
  return { kind: 'own', key: newKey(), at: new Date().toISOString(), text, delivery: 'sending', ...extras };
}

/** The message as a Direct Line activity. The server keeps `clientActivityID` and gives it back in the echo. */
export function activityOf(message: OwnMessage): object {
  return {
    type: 'message',
    text: message.text,
    from: { id: 'me' },
    locale: navigator.language,
    ...(message.value !== undefined && { value: message.value }),
    channelData: { clientActivityID: message.key, ...(message.proposalCode && { proposal: message.proposalCode }) },
  };
}

/** A mark nobody else uses. (`crypto.randomUUID` is missing on shops served without TLS.) */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
