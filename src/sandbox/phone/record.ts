import { z } from 'zod';

/** A person whose phone can be taken in hand. */
export const Person = z.object({ name: z.string(), phone: z.string(), try: z.string() });
export type Person = z.infer<typeof Person>;

export const STATES = ['queued', 'sent', 'delivered', 'undelivered'] as const;

/** What happened on the network, as the ledger keeps it. */
export const PhoneRecord = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('text'),
    sid: z.string(),
    phone: z.string(),
    /** `in`: to the app; `out`: from the app; `carrier`: the network's own answer. */
    way: z.enum(['in', 'out', 'carrier']),
    body: z.string(),
    picture: z.boolean(),
    segments: z.int(),
    at: z.string(),
  }),
  z.object({ kind: z.literal('state'), sid: z.string(), state: z.enum(STATES) }),
  z.object({ kind: z.literal('not_taken'), sid: z.string() }),
  z.object({ kind: z.literal('opted'), phone: z.string(), out: z.boolean() }),
]);
export type PhoneRecord = z.infer<typeof PhoneRecord>;
