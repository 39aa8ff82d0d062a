/**
 * Where an order line stands. A line is `shipped` when the carrier has taken all of it (16 CFR 435.1(e): a printed
 * label is not shipment), `part_shipped` when it has taken some. `cancelling`: the shop's system was asked to cancel it
 * and has not answered; if it refuses, the line goes back to where its history says it was.
 */
export const LINE_STATES = [
  'placed',
  'allocated',
  'backordered',
  'part_shipped',
  'shipped',
  'delivered',
  'cancelling',
  'cancelled',
] as const;
export type LineState = (typeof LINE_STATES)[number];

/** What can happen to a line. `release` takes its units back, so that it must be allocated or backordered anew. */
export const LINE_EVENTS = [
  'allocate',
  'backorder',
  'release',
  'ship_part',
  'ship_rest',
  'deliver',
  'ask_cancel',
  'cancel',
] as const;
export type LineEvent = (typeof LINE_EVENTS)[number];

/** Event → from → to. A pair that is not here is refused. */
const transitions: Record<LineEvent, Partial<Record<LineState, LineState>>> = {
  allocate: { placed: 'allocated', backordered: 'allocated', part_shipped: 'part_shipped' },
  backorder: { placed: 'backordered', allocated: 'backordered', part_shipped: 'part_shipped' },
  release: { allocated: 'placed', part_shipped: 'part_shipped' },
  // A backordered line may hold some of its units: those can leave before the rest comes.
  ship_part: { allocated: 'part_shipped', backordered: 'part_shipped', part_shipped: 'part_shipped' },
  ship_rest: { allocated: 'shipped', part_shipped: 'shipped' },
  deliver: { shipped: 'delivered' },
  ask_cancel: { placed: 'cancelling', allocated: 'cancelling', backordered: 'cancelling' },
  cancel: { placed: 'cancelled', allocated: 'cancelled', backordered: 'cancelled', cancelling: 'cancelled' },
};

export type TransitionRefusal =
  | 'already_cancelled'
  | 'being_cancelled'
  | 'already_delivered'
  | 'already_shipped'
  | 'part_shipped'
  | 'not_shipped'
  | 'already_allocated'
  | 'already_backordered'
  | 'not_allocated';

/** The state after an event, or why the event cannot happen now. Answers every pair; changes nothing. */
export function nextState(
  state: LineState,
  event: LineEvent,
): { kind: 'moved'; to: LineState } | { kind: 'refused'; because: TransitionRefusal } {
  const to = transitions[event][state];
  return to ? { kind: 'moved', to } : { kind: 'refused', because: whyRefused(state, event) };
}

function whyRefused(state: LineState, event: LineEvent): TransitionRefusal {
  if (state === 'cancelled') return 'already_cancelled';
  if (state === 'cancelling') return 'being_cancelled';
  if (state === 'delivered') return 'already_delivered';
  if (state === 'shipped') return 'already_shipped';
  if (event === 'deliver') return 'not_shipped';
  if (state === 'part_shipped') return 'part_shipped';
  if (event === 'allocate') return 'already_allocated';
  return event === 'backorder' ? 'already_backordered' : 'not_allocated';
}

/** Whether cancelling the whole line can still be asked for. The rest of a part-shipped line is a person's decision. */
export const canCancel = (state: LineState): boolean => nextState(state, 'ask_cancel').kind === 'moved';

/** Whether a line is cancelled, or was asked to be: nothing else can be done with it. */
export const isGivenUp = (state: LineState): boolean => state === 'cancelled' || state === 'cancelling';

/** Whether any of a line is still to be sent; of a part-shipped one the rest is. */
export const canStillLeave = (state: LineState): boolean => STILL_HERE.has(state);

const STILL_HERE: ReadonlySet<LineState> = new Set<LineState>(['placed', 'allocated', 'backordered', 'part_shipped']);

export type OrderState = 'open' | 'part_shipped' | 'shipped' | 'delivered' | 'cancelled';

/**
 * An order's state follows from those of its lines; cancelled lines count only when there are no others. `open`: nothing has
 * shipped. `part_shipped`: something has, something waits. `shipped`: everything has, not all is delivered.
 */
export function orderState(lines: readonly LineState[]): OrderState {
  const live = lines.filter((state) => state !== 'cancelled');
  if (live.length === 0) return lines.length > 0 ? 'cancelled' : 'open';
  if (live.every((state) => state === 'delivered')) return 'delivered';
  if (live.every(hasLeft)) return 'shipped';
  return live.some((state) => hasLeft(state) || state === 'part_shipped') ? 'part_shipped' : 'open';
}

const hasLeft = (state: LineState): boolean => state === 'shipped' || state === 'delivered';
