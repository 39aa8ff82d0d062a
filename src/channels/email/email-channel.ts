import { z } from 'zod';
import { type Channel, type Delivery, doublingPause } from '../../conversation/channel.js';
import type { Log } from '../../conversation/log.js';
import type { Claimed } from '../../store/outbox.js';
import type { KnownMailKind, OutgoingMail } from './mail-kind.js';
import type { MailTransport } from './mail-transport.js';
import type { MessageIdOf } from './message-id.js';

/** What is said in a conversation names no kind: every channel gets it alike. */
const Payload = z.looseObject({ kind: z.string().default('conversation_message') });

/** Few enough that a slow server answers all of them while their rows are held. */
const AT_ONCE = 4;
/** The pauses double up to the longest and never end: the check before each try ends it when the mail is void. */
const PAUSES = { first: 2, longest: 300 };
/** A mail of which nobody knows whether it went out rests so long before it goes again under its own Message-ID. */
const UNKNOWN_SECONDS = 60;

export interface EmailParts {
  readonly kinds: readonly KnownMailKind[];
  readonly transport: MailTransport;
  readonly messageIdOf: MessageIdOf;
  readonly log: Log;
}

/**
 * The way out by e-mail. A mail is looked at once more and worded as it goes, handed to the mail server, and what became
 * of it is kept. A crash between these repeats nothing that counts twice.
 */
export function createEmailChannel({ kinds, transport, messageIdOf, log }: EmailParts): Channel {
  const known = new Map(kinds.map((kind) => [kind.name, kind]));

  function outgoing(payload: unknown): OutgoingMail {
    const { kind: name } = Payload.parse(payload);
    const kind = known.get(name);
    if (!kind) throw new Error(`No mail is known by the kind ${name}`);
    return kind.read(payload);
  }

  async function deliver({ id, idempotencyKey, conversationId, payload, attempts }: Claimed): Promise<Delivery> {
    const outgoingMail = outgoing(conversationId === null ? payload : { ...payload, conversationId });
    const ready = await outgoingMail.compose();
    if (!ready) return { kind: 'sent', id };
    const mail = { ...ready, messageId: messageIdOf(idempotencyKey) };
    const attempt = await transport.send(mail);
    if (attempt.kind === 'not_yet') {
      log.warn({ outbox: id, attempts, error: attempt.error }, 'the mail server did not take a mail; trying again');
      return { kind: 'retry', id, afterSeconds: doublingPause(attempts, PAUSES), error: attempt.error };
    }
    if (attempt.kind === 'unanswered')
      return { kind: 'unknown', id, afterSeconds: UNKNOWN_SECONDS, error: attempt.error };
    await outgoingMail.settle(attempt.kind === 'accepted' ? 'accepted' : 'bounced', mail);
    return attempt.kind === 'accepted' ? { kind: 'sent', id } : { kind: 'dead', id, error: attempt.error };
  }

  return {
    name: 'email',
    // a row cut off is marked unknown first, so that it is seen; see lookUp
    resendable: false,
    atOnce: AT_ONCE,
    deliver: (rows) =>
      Promise.all(
        rows.map((row) =>
          deliver(row).catch((err: unknown): Delivery => {
            log.error({ err, outbox: row.id }, 'a mail could not be sent');
            return { kind: 'retry', id: row.id, afterSeconds: doublingPause(row.attempts, PAUSES), error: String(err) };
          }),
        ),
      ),
    // no mail server can be asked; who is owed a notice is better served by a second copy, which mail programs that know
    // its Message-ID show once, than by none
    lookUp: async (rows) =>
      rows.map(({ id }) => ({ kind: 'retry', id, afterSeconds: 0, error: 'sent again under its own Message-ID' })),
  };
}
