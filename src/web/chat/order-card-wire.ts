import { fieldsOf, listOf, textOf } from './read-json.js';

const states = [
  'placed',
  'allocated',
  'backordered',
  'part_shipped',
  'shipped',
  'delivered',
  'cancelling',
  'cancelled',
] as const;

/** Where one order line stands; drawn as a colour and a mark beside the desk's own words for it. */
export type LineState = (typeof states)[number];

/**
 * Calendar dates (`YYYY-MM-DD`) without a zone on which the line ships: `likelyOn` is the even-odds date, `cautiousOn` the
 * one to plan with.
 */
export interface EtaDates {
  readonly todayOn: string;
  readonly likelyOn: string;
  readonly cautiousOn: string;
}

/** One line of an order as the shopper sees it. `priceCents` is the price of one piece, in minor units. */
export interface OrderCardLine {
  readonly line: number;
  readonly title: string;
  readonly quantity: number;
  readonly image?: string;
  readonly priceCents: number;
  readonly currency: string;
  readonly state: LineState;
  readonly stateText: string;
  readonly tracking?: { readonly carrier: string; readonly number: string };
  readonly eta?:
    | { readonly kind: 'dates'; readonly dates: EtaDates }
    | { readonly kind: 'none'; readonly text: string };
  readonly note?: string;
}

export interface OrderCard {
  readonly orderNumber: string;
  readonly placedOn?: string;
  readonly lines: readonly OrderCardLine[];
}

/** Reads the order card of a message; undefined when there is none or it names no order. */
export function readOrderCard(value: unknown): OrderCard | undefined {
  const card = fieldsOf(value);
  const orderNumber = textOf(card.orderNumber);
  if (!orderNumber) return undefined;
  const placedOn = calendarDate(card.placedOn);
  return { orderNumber, ...(placedOn && { placedOn }), lines: listOf(card.lines).flatMap(readLine) };
}

function readLine(value: unknown, index: number): OrderCardLine[] {
  const fields = fieldsOf(value);
  const title = textOf(fields.title);
  const state = states.find((known) => known === fields.state);
  if (!title || !state) return [];
  const image = ownPicture(fields.image);
  const tracking = fieldsOf(fields.tracking);
  const carrier = textOf(tracking.carrier);
  const number = textOf(tracking.number);
  const eta = readEta(fields.eta);
  const note = textOf(fields.note);
  return [
    {
      line: wholeNumber(fields.line) ?? index + 1,
      title,
      quantity: wholeNumber(fields.quantity) ?? 1,
      priceCents: wholeNumber(fields.priceCents) ?? 0,
      currency: currencyCode(fields.currency),
      state,
      stateText: textOf(fields.stateText) ?? '',
      ...(image && { image }),
      ...(carrier && number && { tracking: { carrier, number } }),
      ...(eta && { eta }),
      ...(note && { note }),
    },
  ];
}

function readEta(value: unknown): OrderCardLine['eta'] {
  const fields = fieldsOf(value);
  const text = textOf(fields.text);
  if (fields.none === true) return text ? { kind: 'none', text } : undefined;
  const todayOn = calendarDate(fields.todayOn);
  const likelyOn = calendarDate(fields.likelyOn);
  const cautiousOn = calendarDate(fields.cautiousOn);
  return todayOn && likelyOn && cautiousOn ? { kind: 'dates', dates: { todayOn, likelyOn, cautiousOn } } : undefined;
}

/** Pictures come from the desk's own server only: a path, never another site. */
function ownPicture(value: unknown): string | undefined {
  const path = textOf(value);
  return path?.startsWith('/') && !path.startsWith('//') ? path : undefined;
}

function calendarDate(value: unknown): string | undefined {
  const text = textOf(value);
  return text && /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : undefined;
}

function wholeNumber(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) ? value : undefined;
}

/** Three capital letters, as `Intl` demands. */
function currencyCode(value: unknown): string {
  const text = textOf(value);
  return text && /^[A-Z]{3}$/.test(text) ? text : 'USD';
}
