import type { Sku } from '../../../domain/kernel/ids.js';
import { previewAllocation } from '../../../tools/preview-allocation.js';
import { sayCount } from '../../../wording/formats.js';
import { optional } from '../arguments/argument.js';
import { sku } from '../arguments/ids.js';
import { wholeNumber } from '../arguments/numbers.js';
import { sentence } from '../blocks/build.js';
import { mrkdwn } from '../blocks/mrkdwn.js';
import { queueCard } from '../cards/queue-card.js';
import { defineCommand } from '../define-command.js';
import type { Handling } from '../handling.js';
import type { Post } from '../posts.js';

/** `/backorder queue LEN-50 120`: who gets the next units and why; a manager gives them out from there. */
export default defineCommand({
  name: 'queue',
  usage: 'queue LEN-50 [120]',
  summary: 'who gets the next units of an item and why',
  arguments: { item: sku, units: optional(wholeNumber) },
  run: (asked, handling) => answerQueue(asked, handling),
});

/** Whoever asks, by command or by button. */
export async function answerQueue(
  { item, units }: { readonly item: Sku; readonly units: number | null },
  { call, reply, staff }: Handling,
): Promise<readonly Post[]> {
  const preview = await call(previewAllocation, { sku: item, ...(units !== null && { units }) });
  if (preview.kind === 'not_found') return [reply(sentence(mrkdwn`There is no SKU ${item}.`))];
  if (preview.kind === 'nobody_waits')
    return [
      reply(sentence(mrkdwn`Nobody waits for *${preview.itemName}*; ${sayCount(preview.unitsFree, 'unit')} free.`)),
    ];
  return [reply(queueCard({ preview, units, mayApprove: staff.kind === 'manager' }))];
}
