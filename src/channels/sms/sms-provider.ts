import type { FormParameters } from './twilio-signature.js';

/** A text as it is handed over. */
export interface OutgoingText {
  readonly to: string;
  readonly text: string;
  /** Where the provider tells what becomes of it. */
  readonly statusUrl: string;
}

/** What came of handing it over. */
export type Handed =
  | { readonly kind: 'taken'; readonly providerId: string }
  /** The number has opted out at the provider. */
  | { readonly kind: 'opted_out' }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'later'; readonly afterSeconds: number; readonly error: string }
  /** Nobody knows whether it was taken. */
  | { readonly kind: 'unanswered'; readonly error: string };

/** A text somebody sent us. */
export interface IncomingText {
  /** The provider's own id of it: the same one comes in once. */
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly text: string;
  readonly pictures: number;
  /** Set when the provider took it for a word of its own, and has answered it. */
  readonly answeredAs: 'stop' | 'start' | 'help' | null;
}

export const TEXT_STATES = ['queued', 'sending', 'sent', 'delivered', 'undelivered', 'failed'] as const;
export type TextState = (typeof TEXT_STATES)[number];

/** News of a text of ours. */
export interface TextReport {
  readonly providerId: string;
  readonly state: TextState;
  readonly errorCode: string | null;
  readonly isOptOut: boolean;
}

/** Who carries texts. */
export interface SmsProvider {
  readonly name: string;
  /** The header its signature is in. */
  readonly signatureHeader: string;
  send(text: OutgoingText): Promise<Handed>;
  /** `url` is the address as it was given to the provider, never the one a request claims. */
  isGenuine(signature: string | undefined, url: string, parameters: FormParameters): boolean;
  /** Null for what is no text. */
  readIncoming(parameters: FormParameters): IncomingText | null;
  /** Null for what is no news of a text, or of a state that does not matter here. */
  readReport(parameters: FormParameters): TextReport | null;
}
