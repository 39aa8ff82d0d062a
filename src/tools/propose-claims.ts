import { z } from 'zod';

/** What a language model takes a supplier's mail to say of one line. Only its shape is sure: what it says is checked. */
export const ProposedClaim = z.object({
  line: z.number(),
  kind: z.enum(['date', 'none', 'quantity', 'split', 'cancelled']),
  date: z.string().nullable(),
  quantity: z.number().nullable(),
  quote: z.string(),
});
export type ProposedClaim = z.infer<typeof ProposedClaim>;

/** A supplier's mail that rules do not read to its end, with the order it answers. */
export const UnclearAnswer = z.object({
  kind: z.literal('unclear'),
  poNumber: z.string(),
  sentOn: z.string(),
  /** Its newest words. */
  words: z.string(),
  lines: z.array(
    z.object({
      lineNumber: z.int(),
      sku: z.string(),
      title: z.string(),
      quantity: z.int(),
      promisedOn: z.string().nullable(),
    }),
  ),
});
export type UnclearAnswer = z.infer<typeof UnclearAnswer>;

/** Asks a language model once what a mail says. It has no tools and changes nothing. */
export type ProposeClaims = (
  answer: UnclearAnswer,
) => Promise<
  | { readonly kind: 'proposed'; readonly claims: readonly ProposedClaim[] }
  | { readonly kind: 'failed'; readonly reason: 'timeout' | 'provider' | 'malformed' }
>;
