import { z } from 'zod';
import { type Channel, type Delivery, doublingPause } from '../../conversation/channel.js';
import type { Log } from '../../conversation/log.js';
import type { ShopPolicy } from '../../knowledge/shop-policy.js';
import type { Claimed } from '../../store/outbox.js';
import { checkDelayNotice } from '../../tools/check-delay-notice.js';
import type { Door } from '../../tools/door.js';
import type { Principal } from '../../tools/principal.js';
import { settleDelayNotice } from '../../tools/settle-delay-notice.js';
import { wordNotice } from '../../tools/word-notice.js';
import type { AnswerLinks } from './answer-links.js';
import type { MailTransport } from './mail-transport.js';
import { messageIdOf } from './message-id.js';

const Payload = z.object({ kind: z.literal('delay_notice'), noticeId: z.string() });

/** Few enough that a slow server answers all of them while their rows are held. */
const AT_ONCE = 4;
/** The pauses double up to the longest and never end: the check before each try ends it when the notice is void. */
const PAUSES = { first: 2, longest: 300 };
/** A mail of which nobody knows whether it went out rests so long before it goes again under its own Message-ID. */
const UNKNOWN_SECONDS = 60;

const MAILER: Principal = { kind: 'system', job: 'email' };

export interface EmailParts {
  readonly door: Door;
  readonly transport: MailTransport;
  readonly links: AnswerLinks;
  /** The sender, as in MAIL_FROM. */
  readonly from: string;
  readonly policy: Pick<ShopPolicy, 'name' | 'assistantName'>;
  readonly log: Log;
}

/**
 * The way out by e-mail. A notice is looked at once more as it goes, worded, handed to the mail server, and what became
 * of it is recorded with its exact words. All three act through the door, so that a crash between them repeats nothing.
 */
export function createEmailChannel({ door, transport, links, from, policy, log }: EmailParts): Channel {
  async function deliver({ id, idempotencyKey, payload, attempts }: Claimed): Promise<Delivery> {
    const { noticeId } = Payload.parse(payload);
    const checked = await door.call(checkDelayNotice, { noticeId }, MAILER);
    if (checked.kind === 'denied') throw new Error('The mailer may not check a notice');
    if (checked.kind === 'dropped') {
      log.info({ notice: noticeId, because: checked.because }, 'a delay notice was not sent: things have changed');
      return { kind: 'sent', id };
    }
    if (checked.kind === 'over') return { kind: 'sent', id };
    const { recipient, facts, todayOn, earlierMessageIds } = checked;
    const words = wordNotice(facts, {
      links: links.linksOf(noticeId),
      todayOn,
      shopName: policy.name,
      assistantName: policy.assistantName,
    });
    const messageId = messageIdOf(idempotencyKey, from);
    const attempt = await transport.send({ ...words, to: recipient, messageId, references: earlierMessageIds });
    if (attempt.kind === 'not_yet') {
      log.warn(
        { notice: noticeId, attempts, error: attempt.error },
        'the mail server did not take a mail; trying again',
      );
      return { kind: 'retry', id, afterSeconds: doublingPause(attempts, PAUSES), error: attempt.error };
    }
    if (attempt.kind === 'unanswered')
      return { kind: 'unknown', id, afterSeconds: UNKNOWN_SECONDS, error: attempt.error };
    const result = attempt.kind === 'accepted' ? ('accepted' as const) : ('bounced' as const);
    await door.call(
      settleDelayNotice,
      { noticeId, result, messageId, subject: words.subject, body: words.text },
      MAILER,
    );
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
