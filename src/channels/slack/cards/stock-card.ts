import type { z } from 'zod';
import type { LocalDate } from '../../../domain/kernel/dates.js';
import type { getStockView } from '../../../tools/get-stock-view.js';
import { sayCount, sayList, sayNumber } from '../../../wording/formats.js';
import { actions, button, clip, message, section } from '../blocks/build.js';
import { type Mrkdwn, mrkdwn } from '../blocks/mrkdwn.js';
import type { Message } from '../blocks/schemas.js';
import { firstOf, LONGEST_NAME, onOrderWords, waitingTotal } from './supply-words.js';

export type StockView = Extract<z.infer<typeof getStockView.output>, { kind: 'found' }>;

const MOST_PLACES = 5;
const MOST_ON_ORDER = 4;
const KINDS = { warehouse: 'warehouse', store: 'store', drop_ship: 'drop-ship supplier' } as const;

/** One SKU: what lies where and may be promised, how long it lasts, what comes, who waits. */
export function stockCard(view: StockView, todayOn: LocalDate): Message {
  const { sku, itemName, locations, onOrder, onOrderLines, waiting } = view;
  const coming =
    onOrder.length === 0
      ? mrkdwn`*On order*  nothing`
      : mrkdwn`*On order*  ${sayCount(view.unitsOnOrder, 'unit')}\n${firstOf(
          onOrder.map((line) => onOrderWords(line, todayOn)),
          MOST_ON_ORDER,
          onOrderLines,
        )}`;
  return message(mrkdwn`Stock of ${sku}`, [
    section(mrkdwn`*${clip(itemName, LONGEST_NAME)}* · ${sku}\n${totalWords(view)}`),
    ...(locations.length > 0 ? [section(firstOf(locations.map(placeWords), MOST_PLACES))] : []),
    section(coming),
    section(mrkdwn`*Waiting*  ${waiting.waitingLines === 0 ? 'nobody' : waitingTotal(waiting)}`),
    ...(waiting.waitingLines > 0
      ? [actions(button({ text: 'Who gets the next', action: 'queue:show', value: { sku } }))]
      : []),
  ]);
}

function totalWords({ unitsOnHand, unitsAllocated, daysOfCover }: StockView): string {
  return `${sayNumber(unitsOnHand)} on hand, ${sayNumber(unitsAllocated)} set aside, ${sayNumber(unitsOnHand - unitsAllocated)} free${unitsOnHand > unitsAllocated ? coverWords(daysOfCover) : ''}`;
}

const coverWords = (days: number | null): string =>
  days === null ? ' · none sold lately' : ` · lasts about ${sayCount(Math.round(days), 'day')}`;

function placeWords({ locationId, locationKind, onHand, allocated, channels }: StockView['locations'][number]): Mrkdwn {
  const promise = sayList(
    channels.map(
      ({ salesChannelId, availableToPromise, keptBack }) =>
        `${salesChannelId} ${sayNumber(availableToPromise)}${keptBack > 0 ? ` (${sayNumber(keptBack)} kept back)` : ''}`,
    ),
  );
  return mrkdwn`• *${locationId}* (${KINDS[locationKind]}): ${sayNumber(onHand)} on hand, ${sayNumber(allocated)} set aside; may be promised: ${promise}`;
}
