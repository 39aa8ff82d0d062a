import { optional } from '../arguments/argument.js';
import { lineNumber, orderNumber, sku } from '../arguments/ids.js';
import { sentence } from '../blocks/build.js';
import { defineCommand } from '../define-command.js';
import { lookAtSubstitute, showSubstitutes, wrongSubstitute } from '../substitutes.js';

/** `/backorder sub 1042 2 LEN-55`: what could go instead of what waits, and the customer's agreement to one. */
export default defineCommand({
  name: 'sub',
  usage: 'sub 1042 [line] [SKU]',
  summary: 'what could be sent instead, and asking the customer',
  arguments: { order: orderNumber, line: optional(lineNumber), sku: optional(sku) },
  async open({ sku: wanted, ...where }, handling) {
    const looked = wanted && (await lookAtSubstitute(where, wanted, handling));
    return looked?.kind === 'shown' ? looked.opening : null;
  },
  async run({ sku: wanted, ...where }, handling) {
    const shown = await showSubstitutes(where, handling);
    const looked = wanted && (await lookAtSubstitute(where, wanted, handling));
    if (!wanted || !looked) return shown;
    return [handling.reply(sentence(await wrongSubstitute(wanted, looked, handling))), ...shown];
  },
});
