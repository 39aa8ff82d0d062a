import { z } from 'zod';

// https://docs.slack.dev/reference/block-kit/blocks/rich-text-block

const Style = z
  .strictObject({
    bold: z.boolean().optional(),
    italic: z.boolean().optional(),
    strike: z.boolean().optional(),
    code: z.boolean().optional(),
    underline: z.boolean().optional(),
  })
  .optional();

const Run = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: z.string().min(1), style: Style }),
  z.strictObject({ type: z.literal('link'), url: z.string().max(3000), text: z.string().optional(), style: Style }),
  z.strictObject({ type: z.literal('user'), user_id: z.string(), style: Style }),
  z.strictObject({ type: z.literal('usergroup'), usergroup_id: z.string(), style: Style }),
  z.strictObject({ type: z.literal('channel'), channel_id: z.string(), style: Style }),
  z.strictObject({ type: z.literal('emoji'), name: z.string(), unicode: z.string().optional(), style: Style }),
  z.strictObject({ type: z.literal('broadcast'), range: z.enum(['here', 'channel', 'everyone']), style: Style }),
]);
const Runs = z.array(Run);
const Section = z.strictObject({ type: z.literal('rich_text_section'), elements: Runs });

export const RichText = {
  type: z.literal('rich_text'),
  elements: z.array(
    z.discriminatedUnion('type', [
      Section,
      z.strictObject({ type: z.literal('rich_text_quote'), elements: Runs, border: z.int().optional() }),
      z.strictObject({
        type: z.literal('rich_text_preformatted'),
        elements: Runs,
        border: z.int().optional(),
        language: z.string().optional(),
      }),
      z.strictObject({
        type: z.literal('rich_text_list'),
        style: z.enum(['bullet', 'ordered']),
        elements: z.array(Section),
        indent: z.int().min(0).max(8).optional(),
        offset: z.int().min(0).optional(),
        border: z.int().optional(),
      }),
    ]),
  ),
};
