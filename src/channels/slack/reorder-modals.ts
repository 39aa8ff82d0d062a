import type { z } from 'zod';
import type { LocalDate } from '../../domain/kernel/dates.js';
import type { previewReorder } from '../../tools/preview-reorder.js';
import { whyInput } from './approval-modals.js';
import { clip, context, input, section, verbatim, words } from './blocks/build.js';
import { mrkdwn } from './blocks/mrkdwn.js';
import { orderWords, RANKS, reasonWords, refusedWords } from './cards/reorder-words.js';
import { LONGEST_NAME } from './cards/supply-words.js';
import type { Opening } from './handling.js';

type Previewed = z.infer<typeof previewReorder.output>;

const unitsInput = (units: number | null, hint: string) =>
  input(
    'units',
    'Units',
    {
      type: 'plain_text_input',
      action_id: 'units-input',
      max_length: 9,
      ...(units !== null && { initial_value: String(units) }),
    },
    { hint },
  );

/** What to order of an item, with the number of units to edit; or why nothing is to be ordered. */
export function editReorder(shown: Previewed, todayOn: LocalDate): Opening {
  if (shown.kind !== 'ready') return nothingToOrder(shown);
  const { facts } = shown;
  const { sku, units, packSize, leastOrder } = facts;
  return {
    view: 'reorder-edit',
    keeps: { sku },
    title: `Order ${clip(sku, 16)}`,
    submit: 'Preview',
    blocks: [
      section(mrkdwn`*${orderWords(facts)}*`),
      section(reasonWords(facts, todayOn)),
      unitsInput(
        units,
        `In packs of ${packSize}, from ${leastOrder} on. The reorder rule proposes ${facts.proposedUnits}.`,
      ),
    ],
  };
}

const nothingToOrder = (shown: Exclude<Previewed, { kind: 'ready' }>): Opening => ({
  view: 'reorder-none',
  keeps: {},
  title: 'Nothing to order',
  submit: null,
  blocks: [section(refusedWords(shown))],
});

/** The purchase order as its supplier will read it, with the button that orders it or asks for leave. */
export function previewOrder(shown: Previewed): Opening {
  if (shown.kind !== 'ready') return nothingToOrder(shown);
  const { facts, authority, isWithinOwnLimit, recipient, subject, text } = shown;
  return {
    view: 'reorder-send',
    keeps: { sku: facts.sku, units: facts.units, supplier: facts.supplierId },
    title: 'Purchase order',
    submit: isWithinOwnLimit ? 'Order it' : 'Request approval',
    blocks: [
      section(mrkdwn`*${orderWords(facts)}*`),
      section(mrkdwn`To *${clip(facts.supplierName, LONGEST_NAME)}*, ${recipient}: *${clip(subject, 150)}*`),
      verbatim(text),
      context(
        isWithinOwnLimit
          ? words('It is written and mailed at once; an order that was sent cannot be taken back from here.')
          : mrkdwn`That is above your limit: a ${RANKS[authority]} must allow it. Nothing is ordered before.`,
      ),
    ],
  };
}

/** Asks how many to order instead. */
export const changeReorder = (reorderId: number): Opening => ({
  view: 'reorder-change',
  keeps: { reorderId },
  title: 'Change and order',
  submit: 'Order this many',
  blocks: [unitsInput(null, 'How many instead?'), whyInput('Whoever asked reads it, and it stands on the card.')],
});

/** Asks why it is not ordered. */
export const declineReorder = (reorderId: number): Opening => ({
  view: 'reorder-decline',
  keeps: { reorderId },
  title: 'Decline',
  submit: 'Decline',
  blocks: [whyInput('Whoever asked reads it, and it stands on the card.')],
});
