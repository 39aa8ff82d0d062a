import { z } from 'zod';

// https://docs.slack.dev/reference/block-kit/composition-objects

export const plainText = (most: number) =>
  z.strictObject({ type: z.literal('plain_text'), text: z.string().min(1).max(most), emoji: z.boolean().optional() });

const mrkdwn = (most: number) =>
  z.strictObject({ type: z.literal('mrkdwn'), text: z.string().min(1).max(most), verbatim: z.boolean().optional() });

export const anyText = (most: number) => z.discriminatedUnion('type', [plainText(most), mrkdwn(most)]);

export const ActionId = z.string().min(1).max(255);
export const BlockId = z.string().max(255);

export const Confirm = z.strictObject({
  title: plainText(100),
  text: anyText(300),
  confirm: plainText(30),
  deny: plainText(30),
  style: z.enum(['primary', 'danger']).optional(),
});

const optionOf = (text: z.ZodType) =>
  z.strictObject({ text, value: z.string().min(1).max(150), description: anyText(75).optional() });

export const Option = optionOf(plainText(75));
/** Beside a box or a dot, an option's text may be mrkdwn. */
export const MarkedOption = optionOf(anyText(75));
export const OverflowOption = z.strictObject({
  text: plainText(75),
  value: z.string().min(1).max(150),
  description: plainText(75).optional(),
  url: z.string().max(3000).optional(),
});
export const OptionGroup = z.strictObject({ label: plainText(75), options: z.array(Option).min(1).max(100) });

export const WebAddress = z
  .string()
  .max(3000)
  .regex(/^https?:\/\/\S+$/, { error: 'invalid url' });
