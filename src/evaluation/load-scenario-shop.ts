import { addDays, type LocalDate, zone } from '../domain/kernel/dates.js';
import type { Sql, Tx } from '../store/connect.js';
import { addDelayStory } from './load-delay-story.js';
import { habitDays, type ScenarioOrder, type ScenarioShop } from './scenario-shop.js';

/** Where everything is kept in a scenario's shop, and where it stands. */
export const WAREHOUSE = 'main';
export const ZONE = zone('America/Los_Angeles');
/** Deliveries that stand behind a supplier's habit: enough for its own record to count. */
const HISTORY = 12;

/** Noon in UTC is the same calendar day in every zone of the US. */
const noon = (date: LocalDate): string => `${date}T20:00:00.000Z`;

/** Loads a scenario's shop into an empty, migrated database. All or nothing. */
export async function loadScenarioShop(sql: Sql, shop: ScenarioShop, today: LocalDate): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`insert into locations (id, name, kind, zone, postcode) values (${WAREHOUSE}, 'Warehouse', 'warehouse', ${ZONE}, '97201')`;
    await tx`insert into sales_channels (id, name) values ('web', 'Web shop')`;
    for (const customer of shop.customers) await addCustomer(tx, customer, today);
    await addCatalogue(tx, shop);
    for (const order of shop.orders) await addOrder(tx, order, shop, today);
    for (const [index, purchase] of shop.purchaseOrders.entries()) await addPurchase(tx, purchase, index, today);
  });
}

async function addCustomer(
  tx: Tx,
  { id, name, email, phone, tier, smsConsent }: ScenarioShop['customers'][number],
  today: LocalDate,
) {
  await tx`insert into customers (id, name, tier, since) values (${id}, ${name}, ${tier}, ${addDays(today, -400)})`;
  for (const [kind, value] of [
    ['email', email],
    ['phone', phone],
  ] as const) {
    if (value === undefined) continue;
    const [point] = await tx<
      { id: number }[]
    >`insert into contact_points (customer_id, kind, value) values (${id}, ${kind}, ${value}) returning id`;
    if (point && (kind === 'email' || smsConsent)) {
      await tx`insert into consents (contact_point_id, purpose, granted, source) values (${point.id}, 'service', true, 'order')`;
    }
  }
}

async function addCatalogue(tx: Tx, shop: ScenarioShop) {
  const known = new Map<string, { title: string; cents: number }>();
  for (const { sku, item, price } of shop.orders.flatMap(({ lines }) => lines))
    known.set(sku, { title: item, cents: price });
  for (const { sku, item, price } of shop.stock)
    known.set(sku, { title: item ?? known.get(sku)?.title ?? sku, cents: price ?? known.get(sku)?.cents ?? 0 });
  for (const { sku } of shop.purchaseOrders) known.set(sku, known.get(sku) ?? { title: sku, cents: 0 });
  for (const [sku, { title, cents }] of known) {
    await tx`insert into products (id, title, brand, category) values (${sku}, ${title}, '', 'Scenario')`;
    await tx`insert into skus (sku, product_id, title, price_cents) values (${sku}, ${sku}, ${title}, ${cents})`;
    const onHand = shop.stock.find((stock) => stock.sku === sku)?.onHand ?? 0;
    const allocated = unitsIn(shop, sku, 'allocated');
    await tx`insert into stock (sku, location_id, on_hand, allocated) values (${sku}, ${WAREHOUSE}, ${Math.max(onHand, allocated)}, ${allocated})`;
  }
}

const unitsIn = (shop: ScenarioShop, sku: string, state: string): number =>
  shop.orders
    .flatMap(({ lines }) => lines)
    .reduce((units, line) => units + (line.sku === sku && line.state === state ? line.qty : 0), 0);

async function addOrder(tx: Tx, order: ScenarioOrder, shop: ScenarioShop, today: LocalDate) {
  const customer = shop.customers.find(({ id }) => id === order.customer);
  if (!customer)
    throw new Error(`Order ${order.number} names the customer "${order.customer}", who is not in the scenario`);
  const placedAt = noon(addDays(today, order.placed));
  const total = order.lines.reduce((sum, line) => sum + line.price * line.qty, 0);
  await tx`insert into orders ${tx({
    number: order.number,
    customer_id: customer.id,
    sales_channel_id: 'web',
    placed_at: placedAt,
    completed_at: placedAt,
    currency: 'USD',
    postage_cents: order.postage,
    paid_cents: order.paid ?? total + order.postage,
    payment_method: order.method,
    ship_to_name: customer.name,
    ship_to_street: '1 Test Street',
    ship_to_city: 'Portland',
    ship_to_region: 'OR',
    ship_to_postcode: customer.postcode,
    ship_to_zone: ZONE,
    shipping_service: order.service,
    needed_by: order.neededBy === undefined ? null : addDays(today, order.neededBy),
  })}`;
  for (const line of order.lines) await addLine(tx, line, order, today, placedAt);
  await addDelayStory(tx, order, today);
}

async function addLine(
  tx: Tx,
  line: ScenarioOrder['lines'][number],
  order: ScenarioOrder,
  today: LocalDate,
  placedAt: string,
) {
  const waits = line.state === 'backordered' || line.state === 'part_shipped';
  const since = line.waitingSince === undefined ? placedAt : noon(addDays(today, line.waitingSince));
  await tx`insert into order_lines ${tx({
    order_number: order.number,
    line_number: line.line,
    sku: line.sku,
    title: line.item,
    quantity: line.qty,
    unit_price_cents: line.price,
    state: line.state,
    backordered_at: waits ? since : null,
  })}`;
  const id = `${order.number}-${line.line}`;
  await tx`insert into order_line_events (order_line_id, to_state, at, actor, reason) values (${id}, ${line.state}, ${placedAt}, 'scenario', 'as the scenario says')`;
  if (order.statedShipBy !== undefined && order.statedShipBy !== null) {
    const shipBy = addDays(today, order.statedShipBy);
    await tx`insert into shipping_statements (order_line_id, ship_by, basis, stated_at) values (${id}, ${shipBy}, 'stated in the scenario', ${placedAt})`;
  }
  if (line.state === 'allocated') {
    await tx`insert into allocations (order_line_id, sku, location_id, quantity) values (${id}, ${line.sku}, ${WAREHOUSE}, ${line.qty})`;
  }
  if (line.state === 'shipped' || line.state === 'delivered' || line.state === 'part_shipped')
    await addShipment(tx, id, line, order, today);
}

async function addShipment(
  tx: Tx,
  id: string,
  line: ScenarioOrder['lines'][number],
  order: ScenarioOrder,
  today: LocalDate,
) {
  const scannedAt = noon(addDays(today, line.scanned ?? -1));
  await tx`
    insert into shipments (id, order_number, location_id, carrier, tracking_number, labelled_at)
    values (${id}, ${order.number}, ${WAREHOUSE}, ${line.carrier ?? 'UPS'}, ${line.tracking ?? `T${id}`}, ${scannedAt})`;
  await tx`insert into shipment_lines (shipment_id, order_line_id, quantity) values (${id}, ${id}, ${line.state === 'part_shipped' ? (line.shippedQty ?? 1) : line.qty})`;
  await tx`insert into carrier_scans (shipment_id, kind, at) values (${id}, 'accepted', ${scannedAt})`;
  if (line.state === 'delivered') {
    await tx`insert into carrier_scans (shipment_id, kind, at) values (${id}, 'delivered', ${noon(addDays(today, line.delivered ?? 0))})`;
  }
}

async function addPurchase(tx: Tx, purchase: ScenarioShop['purchaseOrders'][number], index: number, today: LocalDate) {
  const supplier = `supplier-${index + 1}`;
  await tx`insert into suppliers (id, name, zone) values (${supplier}, ${`Supplier ${index + 1}`}, ${ZONE})`;
  const late = habitDays(purchase.supplierHabit);
  for (let n = 1; purchase.supplierHabit !== undefined && n <= HISTORY; n++) {
    const promised = addDays(today, -30 * n - 10);
    await addPurchaseOrder(tx, {
      number: `${purchase.number}-H${n}`,
      supplier,
      sku: purchase.sku,
      qty: 10,
      orderedOn: addDays(promised, -30),
      promised,
      today,
      state: 'received',
    });
    await tx`insert into receipts (po_line_id, received_on, quantity) values (${`${purchase.number}-H${n}-1`}, ${addDays(promised, late)}, 10)`;
  }
  const promised = purchase.promised === null ? null : addDays(today, purchase.promised);
  await addPurchaseOrder(tx, {
    number: purchase.number,
    supplier,
    sku: purchase.sku,
    qty: purchase.qty,
    orderedOn: addDays(today, purchase.ordered),
    promised,
    today,
    state: 'open',
  });
}

interface PurchaseOrder {
  readonly number: string;
  readonly supplier: string;
  readonly sku: string;
  readonly qty: number;
  readonly orderedOn: LocalDate;
  readonly promised: LocalDate | null;
  readonly today: LocalDate;
  readonly state: 'open' | 'received';
}

async function addPurchaseOrder(tx: Tx, order: PurchaseOrder) {
  await tx`insert into purchase_orders (number, supplier_id, location_id, ordered_on, state) values (${order.number}, ${order.supplier}, ${WAREHOUSE}, ${order.orderedOn}, ${order.state})`;
  await tx`insert into purchase_order_lines (po_number, line_number, sku, quantity) values (${order.number}, 1, ${order.sku}, ${order.qty})`;
  if (order.promised) {
    await tx`insert into supplier_promises (po_line_id, promised_on, given_on, source) values (${`${order.number}-1`}, ${order.promised}, ${order.orderedOn}, 'scenario')`;
  }
}
