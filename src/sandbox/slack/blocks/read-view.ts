import { z } from 'zod';
import { SlackError } from '../slack-error.js';
import { StoredBlock, ViewBlocks } from './blocks.js';
import { faultMessages } from './fault-messages.js';
import { parseJson, repeatedIds, withIds } from './read-blocks.js';
import { plainText } from './text-objects.js';

// https://docs.slack.dev/reference/views

const Common = {
  blocks: ViewBlocks,
  private_metadata: z.string().max(3000).optional(),
  callback_id: z.string().max(255).optional(),
  external_id: z.string().max(255).optional(),
};
const GivenView = z.discriminatedUnion('type', [
  z.strictObject({
    ...Common,
    type: z.literal('modal'),
    title: plainText(24),
    submit: plainText(24).optional(),
    close: plainText(24).optional(),
    clear_on_close: z.boolean().optional(),
    notify_on_close: z.boolean().optional(),
    submit_disabled: z.boolean().optional(),
  }),
  z.strictObject({ ...Common, type: z.literal('home') }),
]);

/** A checked view: what its surface shows and what Slack hands back with it. */
export const ViewContent = z.looseObject({
  type: z.enum(['modal', 'home']),
  blocks: z.array(StoredBlock),
  private_metadata: z.string(),
  callback_id: z.string(),
  external_id: z.string().optional(),
  clear_on_close: z.boolean().optional(),
  notify_on_close: z.boolean().optional(),
});
export type ViewContent = z.infer<typeof ViewContent>;

/** Slack's most for a view as JSON. */
const MOST_BYTES = 250_000;

/** A view as it came: JSON text or an object. Checked against Slack's limits, ids filled in. */
export function readView(given: unknown, type: ViewContent['type']): ViewContent {
  const value = typeof given === 'string' ? parseJson(given, 'invalid_arguments') : given;
  if (JSON.stringify(value ?? null).length > MOST_BYTES) throw new SlackError('view_too_large');
  const read = GivenView.safeParse(value, { reportInput: true });
  if (!read.success) throw new SlackError('invalid_arguments', faultMessages(read.error.issues, '/view'));
  const view = read.data;
  if (view.type !== type) throw new SlackError('invalid_arguments', ['unsupported type [json-pointer:/view/type]']);
  if (view.type === 'modal' && view.submit === undefined && view.blocks.some(({ type: kind }) => kind === 'input'))
    throw new SlackError('invalid_arguments', ['missing required field: submit [json-pointer:/view]']);
  const blocks = withIds(view.blocks);
  const repeated = repeatedIds(blocks, '/view/blocks');
  if (repeated.length > 0) throw new SlackError('invalid_arguments', repeated);
  return ViewContent.parse({
    ...view,
    blocks,
    private_metadata: view.private_metadata ?? '',
    callback_id: view.callback_id ?? '',
  });
}
