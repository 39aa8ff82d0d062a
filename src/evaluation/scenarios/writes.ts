import type { Value } from './scenario.js';
import { type Row, rowsIn, type Snapshot, type TableChange, tableChanges } from './snapshot.js';
import type { WriteName } from './vocabulary.js';

/** Something that was done to the shop's data, with its keys as scenarios name them. Amounts in dollars. */
export interface Write {
  readonly name: WriteName;
  readonly keys: Readonly<Record<string, Value>>;
  /** The refund is one for several lines. */
  readonly isPaidJointly?: boolean;
}

export interface Changes {
  readonly writes: readonly Write[];
  /** Changes that no write of the vocabulary stands for, in words: the table, and what about. */
  readonly unexplained: readonly string[];
}

/** What changed between two snapshots, as writes, and what of it none of them explains. */
export function changesBetween(before: Snapshot, after: Snapshot): Changes {
  const changes = tableChanges(before, after);
  const of = (table: string): TableChange => changes.find((one) => one.table === table) ?? { table, now: [], was: [] };
  const writes = [
    ...cancellations(of('order_lines'), of('refunds').now, after),
    ...changedOrders(of('orders'), SHIP_TO).map(addressWrite),
    ...changedOrders(of('orders'), ['shipping_service']).map(
      (row): Write => ({ name: 'upgrade_shipping', keys: { order: text(row.number), to: text(row.shipping_service) } }),
    ),
    ...of('line_swaps').now.map(swapWrite),
    ...of('order_splits').now.map(
      (row): Write => ({
        name: 'split_shipment',
        keys: { order: text(row.order_number), cost: dollars(row.cost_cents) },
      }),
    ),
    ...of('offers').now.map(offerWrite),
    ...choices(of('delay_records').now),
    ...optOuts(of('sms_consents').now),
    ...wishes(of('notification_wishes').now, of('stock_wishes').now),
    ...of('hand_offs').now.map(
      (row): Write => ({ name: 'hand_off', keys: { urgency: text(row.urgency), reason: text(row.reason) } }),
    ),
  ];
  return { writes, unexplained: changes.flatMap((change) => unexplained(change, writes)) };
}

/** Tables that a write may touch beside the one it is read from. */
const TOUCHES: Readonly<Record<WriteName, readonly string[]>> = {
  cancel_line: ['order_lines', 'refunds', 'allocations', 'stock', 'delay_records', 'shop_requests'],
  cancel_order: ['order_lines', 'refunds', 'allocations', 'stock', 'delay_records', 'shop_requests'],
  change_address: ['orders', 'shop_requests'],
  swap_line: ['line_swaps', 'order_lines', 'allocations', 'stock', 'refunds', 'shop_requests', 'shipping_statements'],
  split_shipment: ['order_splits', 'order_split_lines', 'allocations', 'stock', 'shop_requests'],
  upgrade_shipping: ['orders', 'shipping_upgrades', 'shop_requests'],
  grant_offer: ['offers', 'offer_codes', 'loyalty_entries', 'shop_requests', 'orders', 'shipping_upgrades'],
  delay_choice: ['delay_records'],
  set_notifications: ['notification_wishes', 'stock_wishes', 'sms_consents'],
  opt_out: ['sms_consents', 'notification_wishes'],
  hand_off: ['hand_offs', 'order_escalations'],
};

function unexplained({ table, now, was }: TableChange, writes: readonly Write[]): string[] {
  const touching = writes.filter(({ name }) => TOUCHES[name].includes(table));
  const orders = new Set(touching.flatMap(({ keys }) => (keys.order === undefined ? [] : [keys.order])));
  return [...new Set([...now, ...was].flatMap((row) => orderOf(table, row) ?? [null]))].flatMap((order) => {
    if (touching.length > 0 && (order === null || orders.has(order))) return [];
    return [order === null ? table : `${table} of order ${order}`];
  });
}

function orderOf(table: string, row: Row): string[] | null {
  if (table === 'orders') return [text(row.number)];
  if (typeof row.order_number === 'string') return [row.order_number];
  return typeof row.order_line_id === 'string' ? [text(lineOf(row.order_line_id).order)] : null;
}

function cancellations({ now, was }: TableChange, refunds: readonly Row[], after: Snapshot): Write[] {
  const given = now.filter((row) => isGivenUp(row) && was.some((old) => old.id === row.id && !isGivenUp(old)));
  return [...new Set(given.map((row) => text(row.order_number)))].flatMap((order): Write[] => {
    const lines = given.filter((row) => row.order_number === order);
    const paidBack = refunds.filter((row) => row.order_number === order);
    const open = rowsIn(after, 'order_lines').filter((row) => row.order_number === order && !hasLeft(row));
    if (lines.length > 1 && open.every(isGivenUp))
      return [{ name: 'cancel_order', keys: { order, ...refundKeys(paidBack) } }];
    return lines.map(({ id, line_number: line }) => {
      const own = paidBack.filter((row) => linesOf(row).includes(id));
      const keys = { order, line: Number(line), ...refundKeys(own) };
      return { name: 'cancel_line', keys, isPaidJointly: own.some((row) => linesOf(row).length > 1) };
    });
  });
}

const linesOf = (refund: Row): readonly unknown[] => refund.order_line_ids as unknown[];

const isGivenUp = ({ state }: Row): boolean => state === 'cancelled' || state === 'cancelling';
const hasLeft = ({ state }: Row): boolean => state === 'shipped' || state === 'delivered';

/** Refunds go back the way the order was paid; anything else shows in `method`. */
const refundKeys = (refunds: readonly Row[]): Record<string, Value> =>
  refunds.length === 0
    ? {}
    : {
        refund: dollars(refunds.reduce((sum, { amount_cents: cents }) => sum + Number(cents), 0)),
        to: 'original-method',
        method: text(refunds[0]?.method),
      };

const SHIP_TO = ['ship_to_name', 'ship_to_street', 'ship_to_city', 'ship_to_region', 'ship_to_postcode'];

const changedOrders = ({ now, was }: TableChange, columns: readonly string[]): Row[] =>
  now.filter((row) => was.some((old) => old.number === row.number && columns.some((name) => old[name] !== row[name])));

function addressWrite(row: Row): Write {
  const [street, city, region, postcode] = SHIP_TO.slice(1).map((name) => text(row[name])) as [
    string,
    string,
    string,
    string,
  ];
  const address = `${street}, ${city}, ${region} ${postcode}`;
  return {
    name: 'change_address',
    keys: { order: text(row.number), street, city, region, postcode, address, to: address },
  };
}

const swapWrite = (row: Row): Write => ({
  name: 'swap_line',
  keys: {
    ...lineOf(row.order_line_id),
    from: text(row.from_sku),
    to: text(row.to_sku),
    sku: text(row.to_sku),
    refund: dollars(row.refund_cents),
  },
});

const offerWrite = (row: Row): Write => ({
  name: 'grant_offer',
  keys: {
    order: text(row.order_number),
    kind: text(row.kind),
    percent: value(row.percent),
    points: value(row.points),
    amount: dollars(row.face_cents),
  },
});

const choices = (rows: readonly Row[]): Write[] =>
  rows
    .filter(({ kind }) => kind === 'answer')
    .map((row) => ({
      name: 'delay_choice',
      keys: { ...lineOf(row.order_line_id), choice: (row.payload as Row).choice === 'cancel' ? 'cancel' : 'keep' },
    }));

/** Service and offers end together: one wish, one write. */
const optOuts = (rows: readonly Row[]): Write[] =>
  rows.some(({ granted }) => granted === false) ? [{ name: 'opt_out', keys: { channel: 'sms' } }] : [];

/** What is wished for in one message is one write: of ways that are only refused, that is an opt-out. */
function wishes(rows: readonly Row[], products: readonly Row[]): Write[] {
  const channels = [...new Set(rows.filter(({ wanted }) => wanted === true).map(({ channel }) => text(channel)))];
  if (channels.length > 0 || products.length > 0)
    return [{ name: 'set_notifications', keys: channels[0] === undefined ? {} : { channel: channels[0] } }];
  return [...new Set(rows.map(({ channel }) => text(channel)))].map((channel) => ({
    name: 'opt_out',
    keys: { channel },
  }));
}

const text = (given: unknown): string => (given === null || given === undefined ? '' : String(given));
const dollars = (cents: unknown): number => Number(cents) / 100;
const value = (given: unknown): Value =>
  typeof given === 'string' || typeof given === 'number' || typeof given === 'boolean' ? given : null;

function lineOf(id: unknown): { order: string; line: number } {
  const whole = text(id);
  const at = whole.lastIndexOf('-');
  return { order: whole.slice(0, at), line: Number(whole.slice(at + 1)) };
}
