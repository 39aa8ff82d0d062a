import type { z } from 'zod';
import type { MailResult } from '../../tools/mail-outcome.js';
import type { Principal } from '../../tools/principal.js';
import type { Mail } from './mail-transport.js';

/** Who checks and settles mails as they go out. */
export const MAILER: Principal = { kind: 'system', job: 'email' };

/** A mail that is ready to go, but for its Message-ID, which follows from its outbox row. */
export type ReadyMail = Omit<Mail, 'messageId'>;

/**
 * One kind of mail that goes out. An outbox row of the channel `email` names its kind and carries what the kind needs;
 * the channel hands it to the mail server and sees to pauses and repeats.
 */
export interface MailKind<Payload> {
  /** As in the `kind` of the payload. */
  readonly name: string;
  readonly payload: z.ZodType<Payload>;
  /**
   * Looks at the facts once more and words the mail; null when it is not to go any more. Runs again whenever the mail
   * is tried again.
   */
  compose(payload: Payload): Promise<ReadyMail | null>;
  /** Keeps what became of a mail that the server took or refused for good. A repeat must do no harm. */
  settle(payload: Payload, result: MailResult, mail: Mail): Promise<void>;
}

/** A mail of one outbox row, whatever its kind. */
export interface OutgoingMail {
  compose(): Promise<ReadyMail | null>;
  settle(result: MailResult, mail: Mail): Promise<void>;
}

/** A kind as the channel sees it: by its name, with its payload still to be read. */
export interface KnownMailKind {
  readonly name: string;
  /** Throws on a payload that is not of this kind. */
  read(payload: unknown): OutgoingMail;
}

export const defineMailKind = <Payload>(kind: MailKind<Payload>): KnownMailKind => ({
  name: kind.name,
  read(payload) {
    const known = kind.payload.parse(payload);
    return {
      compose: () => kind.compose(known),
      settle: (result, mail) => kind.settle(known, result, mail),
    };
  },
});
