import type { SupplierAnswer } from '../../tools/get-supplier-answer.js';
import { clip, input, option, section } from './blocks/build.js';
import { lines, mrkdwn } from './blocks/mrkdwn.js';
import type { Opening } from './handling.js';

const LONGEST_QUOTE = 600;
/** Slack's limit of a select. */
const MOST_LINES = 100;

/** Asks what a claim means where it was not read rightly: the line, the day, and how many units will come. */
export function claimModal(
  { claimId, poLineId, day, units, quote, claimKind }: SupplierAnswer['claims'][number],
  { poNumber, supplierName, lines: answered }: NonNullable<SupplierAnswer['order']>,
): Opening {
  const options = answered
    .slice(0, MOST_LINES)
    .map(({ poLineId: id, lineNumber, itemName, sku }) => option(`${lineNumber}: ${itemName}`, id, sku));
  const chosen = options.find(({ value }) => value === (poLineId ?? (options.length === 1 ? options[0]?.value : '')));
  return {
    view: 'claim-correct',
    keeps: { claimId },
    title: 'What do they mean?',
    submit: 'Make it count',
    blocks: [
      section(
        lines([
          mrkdwn`*${clip(supplierName, 80)}* on *${poNumber}*`,
          mrkdwn`>“${clip(quote.replace(/\s+/g, ' '), LONGEST_QUOTE)}”`,
        ]),
      ),
      input('line', 'Line', {
        type: 'static_select',
        action_id: 'line-input',
        options,
        ...(chosen && { initial_option: chosen }),
      }),
      input(
        'day',
        'It arrives on',
        { type: 'datepicker', action_id: 'day-input', ...(day !== null && { initial_date: day }) },
        { hint: 'The day by which all of it is here. Empty: the day stays.', optional: true },
      ),
      input(
        'units',
        'Units that will come in all',
        {
          ...{ type: 'number_input', action_id: 'units-input', is_decimal_allowed: false, min_value: '0' },
          ...(units !== null && claimKind === 'quantity' && { initial_value: String(units) }),
        },
        { hint: 'With those that have come already. Empty: as many as were ordered.', optional: true },
      ),
    ],
  };
}
