import { createHmac, timingSafeEqual } from 'node:crypto';
import { addressOf } from './address-of.js';

/**
 * What an answer is about: a purchase order, or something the customer was told. Read from an address, the id of a
 * notice comes in lower case, since case does not survive the way: look it up without regard to it.
 */
export type ReplySubject = { readonly kind: 'po' | 'notice'; readonly id: string };

/** Makes and reads the addresses that answers come back to; who writes to one has seen our mail. */
export interface ReplyAddresses {
  /** orders+po-po-77.3f9c1a2b4d@shop.example */
  of(subject: ReplySubject): string;
  /** What an address stands for; null when it is none of ours, or was made up. Mail programs change the case: it does not count. */
  read(address: string): ReplySubject | null;
}

const PLUS = /^([^+@]+)\+(po|notice)-([a-z0-9-]+)\.([0-9a-f]{10})@(.+)$/;

/** `secret`: shared by all replicas. `from`: the sender, as in MAIL_FROM; its mailbox must take +tags. */
export function createReplyAddresses(secret: string, from: string): ReplyAddresses {
  const [mailbox = '', domain = ''] = addressOf(from).toLowerCase().split('@');
  const sign = (kind: string, id: string) =>
    createHmac('sha256', secret).update(`reply\n${kind}\n${id}`).digest('hex').slice(0, 10);
  return {
    of({ kind, id }) {
      const plain = id.toLowerCase();
      return `${mailbox}+${kind}-${plain}.${sign(kind, plain)}@${domain}`;
    },
    read(address) {
      const [, box, kind, id = '', given = '', host] = PLUS.exec(address.trim().toLowerCase()) ?? [];
      if (box !== mailbox || host !== domain || (kind !== 'po' && kind !== 'notice')) return null;
      if (!timingSafeEqual(Buffer.from(given), Buffer.from(sign(kind, id)))) return null;
      return { kind, id: kind === 'po' ? id.toUpperCase() : id };
    },
  };
}
