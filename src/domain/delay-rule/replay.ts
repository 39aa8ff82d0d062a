import { addDays, compareInstants, dateIn, type Instant, type LocalDate, latest, type Zone } from '../kernel/dates.js';
import { type Notice, type NoticeFlaw, readNotices } from './notices.js';
import type { DelayRecord } from './records.js';
import { type Row, type Rule, rule } from './rules.js';
import { type ShippingTime, shippingTime } from './shipping-time.js';

/** A notice that is a valid option, and what it does. */
export interface Option {
  readonly noticeId: string;
  readonly givenOn: LocalDate;
  /** R; null for no date. */
  readonly revisedShipBy: LocalDate | null;
  readonly rule: Rule;
  readonly silence: 'consent' | 'cancel';
  /** The last day on which an express consent counts. */
  readonly answerBy: LocalDate;
}

export type NoticeVerdict =
  | { readonly noticeId: string; readonly on: LocalDate; readonly counts: true; readonly option: Option }
  | {
      readonly noticeId: string;
      readonly on: LocalDate;
      readonly counts: false;
      readonly because: NoticeFlaw;
      readonly rule: Rule;
    };

export type Phase =
  | 'not_started'
  | 'shipping_time'
  | 'silence_consents'
  | 'silence_cancels'
  | 'consented'
  | 'indefinite';

/** Where a line stands under the rule. `on`, `vestedOn`: days in the ship-to zone. */
export type LineState =
  | {
      readonly kind: 'live';
      readonly phase: Phase;
      /** The day at whose end the line, still unshipped, is cancelled; null while none is set. */
      readonly until: LocalDate | null;
      /** The newest valid option. */
      readonly option: Option | null;
      readonly awaitsAnswer: boolean;
    }
  | { readonly kind: 'shipped'; readonly on: LocalDate }
  | { readonly kind: 'exempt'; readonly on: LocalDate; readonly because: string }
  | { readonly kind: 'cancelled'; readonly vestedOn: LocalDate; readonly at: Instant | null; readonly rule: Rule };

export interface Replay {
  readonly time: ShippingTime;
  readonly state: LineState;
  readonly notices: readonly NoticeVerdict[];
  /** Units the carrier took; those that left after the line was cancelled do not count. */
  readonly shipped: number;
  readonly rules: readonly Rule[];
}

const SILENT_DAYS = 30;

/**
 * Takes one line's record up to `asOf` through the decision table. What is known counts as of the moment it is looked
 * at: use `delayStanding`, which keeps a refund that once vested.
 */
export function replay(records: readonly DelayRecord[], quantity: number, asOf: Instant, zone: Zone): Replay {
  const time = shippingTime(records, zone);
  const run: Run = { time, quantity, notices: [], options: [], shipped: 0, rules: [], state: beginning(time) };
  if (time.kind === 'counting') run.rules.push(rule('1'));
  for (const step of stepsOf(records, zone)) {
    const on = dateIn(zone, step.at);
    advance(run, on);
    if (step.kind === 'notice') giveNotice(run, step);
    else take(run, step, on);
  }
  advance(run, dateIn(zone, asOf));
  return run;
}

type Run = { -readonly [Key in keyof Replay]: Replay[Key] } & {
  readonly quantity: number;
  notices: NoticeVerdict[];
  options: Option[];
  rules: Rule[];
};

type Step = DelayRecord | ({ readonly kind: 'notice' } & Notice);

/** At one moment a notice comes before its answer, and a cancellation before a shipment: what favours the buyer first. */
const ORDER: readonly Step['kind'][] = ['exemption', 'notice', 'answer', 'seller_stops', 'shipment'];

function stepsOf(records: readonly DelayRecord[], zone: Zone): Step[] {
  const notices = readNotices(records, zone).map((notice) => ({ kind: 'notice' as const, ...notice }));
  return [...records.filter(({ kind }) => ORDER.includes(kind)), ...notices].sort(inOrder);
}

/** A total order, so that it does not matter in which order records of one moment were written down. */
const inOrder = (a: Step, b: Step): number =>
  compareInstants(a.at, b.at) || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || (textOf(a) < textOf(b) ? -1 : 1);

/** Keys in order, whatever order they were made in. "cancel" comes before "consent". */
const textOf = (step: Step): string => JSON.stringify(Object.entries(step).sort(([a], [b]) => (a < b ? -1 : 1)));

const beginning = (time: ShippingTime): LineState => ({
  kind: 'live',
  phase: time.kind === 'counting' ? 'shipping_time' : 'not_started',
  until: time.kind === 'counting' ? time.endsOn : null,
  option: null,
  awaitsAnswer: false,
});

/** What the end of `until` brings, once that day is over. */
function advance(run: Run, today: LocalDate): void {
  const { state } = run;
  if (state.kind !== 'live' || state.until === null || today <= state.until) return;
  cancel(run, addDays(state.until, 1), null, lapseRow(state.phase, state.option));
}

/** The row that cancels an unshipped line at the end of its day. */
export function lapseRow(phase: Phase, option: Option | null): Row {
  if (phase === 'shipping_time') return '8';
  return phase === 'silence_cancels' && option ? option.rule.row : '7';
}

function cancel(run: Run, vestedOn: LocalDate, at: Instant | null, row: Row): void {
  run.state = { kind: 'cancelled', vestedOn, at, rule: rule(row) };
  run.rules.push(rule(row));
}

function giveNotice(run: Run, notice: Notice): void {
  const { noticeId, on } = notice;
  const option = optionOf(run, notice);
  if (typeof option === 'string') {
    run.notices.push({ noticeId, on, counts: false, because: option, rule: rule(FLAW_ROWS[option]) });
    return;
  }
  run.notices.push({ noticeId, on, counts: true, option });
  run.options.push(option);
  run.rules.push(option.rule);
  const { state } = run;
  if (state.kind !== 'live') return;
  const isFirst = state.phase === 'shipping_time';
  const phase = option.silence === 'consent' ? 'silence_consents' : isFirst ? 'silence_cancels' : state.phase;
  run.state = { ...state, phase, until: isFirst ? option.answerBy : state.until, option, awaitsAnswer: true };
}

const FLAW_ROWS: Readonly<Record<NoticeFlaw, Row>> = {
  too_late: '8',
  no_cancel_offer: '8',
  answer_not_free: '2',
  order_not_complete: '2',
  after_shipment: '2',
  no_reason_given: '5',
  no_counting_channel: '14',
  not_delivered: '16',
  exempt: '0',
  no_delay: '2',
  indefinite_consent_running: '7a',
};

/** The option a notice makes at this moment, or why it makes none. */
function optionOf({ state, time }: Run, notice: Notice): Option | NoticeFlaw {
  if (notice.flaw) return notice.flaw;
  if (state.kind === 'cancelled') return 'too_late';
  if (state.kind === 'shipped') return 'after_shipment';
  if (state.kind === 'exempt') return 'exempt';
  if (time.kind === 'not_started' || state.phase === 'not_started') return 'order_not_complete';
  if (state.phase === 'indefinite' || state.until === null) return 'indefinite_consent_running';
  const { noticeId, on: givenOn, revisedShipBy } = notice;
  const made = (row: Row, silence: Option['silence'], answerBy: LocalDate): Option => ({
    noticeId,
    givenOn,
    revisedShipBy,
    rule: rule(row),
    silence,
    answerBy,
  });
  if (revisedShipBy !== null && revisedShipBy <= time.endsOn) return 'no_delay';
  const isNearer = revisedShipBy !== null && revisedShipBy <= state.until;
  switch (state.phase) {
    case 'shipping_time': {
      const silentEnd = addDays(time.endsOn, SILENT_DAYS);
      if (revisedShipBy === null) return made('5', 'cancel', silentEnd);
      return revisedShipBy <= silentEnd ? made('3', 'consent', revisedShipBy) : made('4', 'cancel', silentEnd);
    }
    case 'silence_cancels':
      return made(revisedShipBy === null ? '5' : '4', 'cancel', state.until);
    case 'silence_consents':
      // a reminder, or better news: nothing is asked of the buyer that was not asked before
      return isNearer ? made('3', 'consent', state.until) : made('7', 'cancel', state.until);
    case 'consented':
      return isNearer ? 'no_delay' : made('7', 'cancel', state.until);
  }
}

function take(run: Run, record: DelayRecord, on: LocalDate): void {
  const { state } = run;
  if (state.kind === 'cancelled') return;
  if (record.kind === 'shipment') {
    run.shipped += record.quantity;
    if (state.kind === 'live' && run.shipped >= run.quantity) run.state = { kind: 'shipped', on };
    return;
  }
  if (state.kind !== 'live') return;
  if (record.kind === 'exemption') {
    run.state = { kind: 'exempt', on, because: record.because };
    run.rules.push(rule('0'));
  } else if (record.kind === 'seller_stops') cancel(run, on, record.at, '9');
  else if (record.kind === 'answer' && record.choice === 'cancel')
    cancel(run, on, record.at, state.phase === 'indefinite' ? '6' : '10');
  else if (record.kind === 'answer') consent(run, record.noticeId);
}

/** An express consent: to the option it names, or to the newest. Without a valid option there is nothing to consent to. */
function consent(run: Run, noticeId: string | null): void {
  const { state, options } = run;
  const option = noticeId === null ? options.at(-1) : options.find((one) => one.noticeId === noticeId);
  if (state.kind !== 'live' || !option || state.phase === 'indefinite') return;
  const answersNewest = option.noticeId === state.option?.noticeId;
  const awaitsAnswer = state.awaitsAnswer && !answersNewest;
  run.rules.push(rule('7a'));
  run.state =
    option.revisedShipBy === null
      ? { ...state, phase: 'indefinite', until: null, awaitsAnswer: false }
      : {
          ...state,
          phase: 'consented',
          until: latest(option.revisedShipBy, state.until ?? option.revisedShipBy),
          awaitsAnswer,
        };
}
