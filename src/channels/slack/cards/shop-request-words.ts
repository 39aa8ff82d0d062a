import type { LocalDate } from '../../../domain/kernel/dates.js';
import type { OrderNumber } from '../../../domain/kernel/ids.js';
import type { ShopRequestFacts } from '../../../tools/shop-request-facts.js';
import { sayDate, sayList } from '../../../wording/formats.js';
import { actions, button, clip, message, section } from '../blocks/build.js';
import { type Mrkdwn, mrkdwn } from '../blocks/mrkdwn.js';
import type { Message } from '../blocks/schemas.js';

const ASKED: Readonly<Record<ShopRequestFacts['request'], string>> = {
  cancel_lines: 'to cancel',
  refund: 'for the refund',
  create_code: 'for the one-time code',
  upgrade_shipping: 'for express',
  split_shipment: 'to send ahead',
  swap_line: 'to send a substitute for',
  hold: 'to hold the order',
  release: 'to release the order',
  change_address: 'for the new address',
};
const LONGEST_ITEMS = 120;

const itemsOf = ({ lineNames }: ShopRequestFacts): string =>
  lineNames.length === 0 ? '' : ` ${clip(sayList(lineNames), LONGEST_ITEMS)}`;

/** What the shop was asked for, and how that stands: "Shop asked to cancel 50 mm lens on Mon, Nov 23: refused Tue, Nov 24, already left.". */
export function shopRequestWords(facts: ShopRequestFacts, todayOn: LocalDate): Mrkdwn {
  const asked = mrkdwn`Shop asked ${ASKED[facts.request]}${itemsOf(facts)} on ${sayDate(facts.requestedOn, todayOn)}`;
  return mrkdwn`${asked}: ${answerWords(facts, todayOn)}.`;
}

const refusalOf = ({ refusal }: ShopRequestFacts): string => clip((refusal ?? '').replaceAll('_', ' '), LONGEST_ITEMS);

function answerWords(facts: ShopRequestFacts, todayOn: LocalDate): string {
  const { requestState, settledOn } = facts;
  const on = settledOn ? ` ${sayDate(settledOn, todayOn)}` : '';
  switch (requestState) {
    case 'requested':
      return 'no answer yet';
    case 'confirmed':
      return `confirmed${on}`;
    case 'refused':
      return `refused${on}, ${refusalOf(facts)}`;
  }
}

/** Told to whoever asked. */
export function shopAnswerCard(order: OrderNumber, facts: ShopRequestFacts): Message {
  const isDone = facts.requestState === 'confirmed';
  const what = mrkdwn`Order ${order}: the shop has ${isDone ? 'confirmed' : 'refused'} what you asked ${ASKED[facts.request]}${itemsOf(facts)}.`;
  const text = isDone ? what : mrkdwn`${what} Its reason: ${refusalOf(facts)}. The order stands as it did before.`;
  return message(text, [
    section(text),
    actions(button({ text: `Open order ${order}`, action: 'order:open', value: { order } })),
  ]);
}
