import { z } from 'zod';

/** What the mail server said to a mail. */
export const MailResult = z.enum(['accepted', 'bounced']);
export type MailResult = z.infer<typeof MailResult>;

/** The state of a mail after it. */
export const stateAfter = (result: MailResult): 'sent' | 'bounced' => (result === 'accepted' ? 'sent' : 'bounced');

/** A mail to a customer as it went out, word for word. */
export const SentMail = { result: MailResult, messageId: z.string(), subject: z.string(), body: z.string() };

/** Kept; or it was before. */
export const Settled = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('settled') }),
  z.object({ kind: z.literal('over') }),
]);
