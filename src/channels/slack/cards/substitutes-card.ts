import type { z } from 'zod';
import type { findSubstitutes } from '../../../tools/find-substitutes.js';
import { sayMoney } from '../../../wording/formats.js';
import { actions, button, clip, context, message, section } from '../blocks/build.js';
import { lines, type Mrkdwn, mrkdwn } from '../blocks/mrkdwn.js';
import type { Block, Message } from '../blocks/schemas.js';

type Found = Exclude<z.infer<typeof findSubstitutes.output>, { kind: 'not_found' }>;
type Substitute = Extract<Found, { kind: 'found' }>['substitutes'][number];

const LONGEST_NAME = 80;
const MOST_LINES = 5;
const MOST_DIFFERENCES = 4;

/** What could go instead of what waits, line by line, best first, with what differs; and asking the customer for one. */
export function substitutesCard(order: string, all: readonly Found[]): Message {
  const title = mrkdwn`*Substitutes for order ${order}*`;
  const shown = all.slice(0, MOST_LINES);
  return message(title, [
    section(title),
    ...shown.flatMap((line) => [
      section(lines([mrkdwn`*${clip(line.lineName, LONGEST_NAME)}*`, ...lineWords(line)])),
      ...askButtons(line),
    ]),
    ...(all.length > shown.length ? [context(mrkdwn`… and ${all.length - shown.length} more lines`)] : []),
    context(mrkdwn`Only sent when the customer agrees. You see what they will read before it goes.`),
  ]);
}

/** One for each that the customer can agree to in the chat: a dearer one would need a payment. */
function askButtons(line: Found): readonly Block[] {
  if (line.kind !== 'found') return [];
  const { orderLineId, substitutes } = line;
  const buttons = substitutes.flatMap(({ sku, isDearer }, at) =>
    isDearer
      ? []
      : [
          button({
            text: `Ask about ${at + 1}`,
            action: `substitute:ask:${at + 1}`,
            value: { line: orderLineId, sku },
          }),
        ],
  );
  return buttons.length > 0 ? [actions(...buttons)] : [];
}

function lineWords(line: Found): readonly Mrkdwn[] {
  if (line.kind === 'none') return [mrkdwn`Nothing on the shelf does the same work.`];
  if (line.kind === 'not_waiting') return [mrkdwn`Does not wait as a whole, so nothing else is sent for it.`];
  return line.substitutes.map((one, at) => substituteWords(one, at + 1));
}

function substituteWords(one: Substitute, place: number): Mrkdwn {
  const { sku, substituteName, price, priceGap, isCheaper, isDearer, differences } = one;
  const gap = isCheaper
    ? `${sayMoney(priceGap)} less in all`
    : isDearer
      ? `${sayMoney(priceGap)} more in all, which needs a payment`
      : 'same price';
  const free = 'free' in one ? `, ${one.free} free` : '';
  const differs = differences
    .slice(0, MOST_DIFFERENCES)
    .map(
      ({ name, ordered, substitute }) => `${clip(name, 30)}: ${clip(substitute, 40)} instead of ${clip(ordered, 40)}`,
    );
  const what = differs.length > 0 ? differs.join('; ') : 'no difference that matters';
  return mrkdwn`${place}. ${clip(substituteName, LONGEST_NAME)} (${sku}) ${sayMoney(price)}, ${gap}${free}. ${what}`;
}
