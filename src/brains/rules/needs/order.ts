import { bareNumber, type OrderNumber, saysNumber } from '../../../domain/kernel/ids.js';
import { listOrders } from '../../../tools/list-orders.js';
import { type Filling, type Need, type Reading, type Scene, tell } from '../flow.js';
import { pickByOrdinal, pickByWords } from '../pick.js';
import { numberIn } from './identity.js';

/** Which order: the one named, the one talked about, the only open one; otherwise a choice. */
export const order: Need = {
  name: 'order',
  async fill(scene): Promise<Filling> {
    const { slots, reading, dialogue } = scene;
    // a bare number is an order number only where an order number was asked for
    const wasAsked = scene.isAnswer && dialogue.waiting?.need === order.name;
    const typed = numberIn(reading.entities, wasAsked);
    const named = typed ? await asTheyHaveIt(typed, scene) : slots.orderNumber;
    const isOther = named === undefined && dialogue.orderNumber !== null && meansOther(scene);
    const chosen = named ?? (isOther ? undefined : pickByOrdinal(reading.entities, dialogue.shownOrders)?.[0]);
    if (chosen) return filled(scene, chosen);
    const listed = await scene.tools.call(listOrders, {});
    if (listed.kind === 'denied' || listed.orders.length === 0) return { kind: 'stop', says: [tell('no-orders')] };
    const before = isOther ? dialogue.orderNumber : slots.notOrder;
    const others = listed.orders.filter(({ orderNumber }) => orderNumber !== before);
    const orders = isOther && others.length === 0 ? listed.orders : others;
    if (orders.length === 0) return { kind: 'stop', says: [tell('nothing-changed')] };
    const meant = pickByWords(
      reading.words,
      orders.map(({ items }) => items.join(' ')),
    );
    const byWords = meant === null ? undefined : orders[meant]?.orderNumber;
    const focus = orders.find(({ orderNumber }) => orderNumber === dialogue.orderNumber)?.orderNumber;
    const open = orders.filter(({ state }) => state === 'open' || state === 'part_shipped');
    const only = orders.length === 1 ? orders[0]?.orderNumber : open.length === 1 ? open[0]?.orderNumber : undefined;
    // a bare number may be anything, but hardly the number of one of their own orders by chance
    const byNumber = orders.find(({ orderNumber }) => saysNumber(reading.text, orderNumber))?.orderNumber;
    const found = byNumber ?? byWords ?? strangeNumber(reading, orders) ?? focus ?? only;
    if (found) return filled(scene, found);
    const shown = (open.length > 1 ? open : orders).slice(0, 5);
    return {
      kind: 'ask',
      says: [
        tell(
          'which-order',
          { orders: shown },
          shown.map(({ orderNumber }) => orderNumber),
        ),
      ],
      note: { shownOrders: shown.map(({ orderNumber }) => orderNumber) },
    };
  },
};

/** The number of their own order that is typed with other marks, or without what stands before its last digits. */
async function asTheyHaveIt(typed: OrderNumber, { slots, tools, turn }: Scene): Promise<OrderNumber> {
  const bare = bareNumber(typed);
  if (slots.orderNumber && bareNumber(slots.orderNumber) === bare) return slots.orderNumber;
  const listed = await tools.call(listOrders, {});
  const own = listed.kind === 'listed' ? listed.orders.map(({ orderNumber }) => orderNumber) : [];
  const same = own.filter((number) => bareNumber(number) === bare);
  const ending = /^\d{4,}$/.test(typed)
    ? own.filter((number) => number.endsWith(typed) && !/\d$/.test(number.slice(0, -typed.length)))
    : [];
  const said = own.filter((number) => saysNumber(turn.text, number));
  return (
    [own.filter((number) => number === typed), same, said, ending].find((found) => found.length === 1)?.[0] ?? typed
  );
}

/** A number that can only be an order's, and none of theirs: what is asked of it is refused like any unknown one. */
function strangeNumber(
  { entities, intent }: Reading,
  orders: readonly { orderNumber: OrderNumber; items: readonly string[] }[],
) {
  const number = numberIn(entities, true);
  const [entity] = entities.filter(({ kind }) => kind === 'orderNumber');
  if (!number) return undefined;
  // written as the shop writes theirs, whatever else it may look like
  if (orders.some(({ orderNumber }) => shapeOf(orderNumber) === shapeOf(number) && /\D/.test(number))) return number;
  if (!ONLY_AN_ORDER.test(number)) return undefined;
  const isElse = entities.some(({ kind, text }) => !MAY_BE_A_NUMBER.has(kind) && text === entity?.text);
  const isOfAnItem = orders.some(({ items }) => items.some((item) => item.includes(number)));
  return isElse || isOfAnItem || intent === 'change_address' ? undefined : number;
}

const shapeOf = (number: string): string => number.replace(/\d/g, '0').replace(/[A-Z]/g, 'A');

/** "RTX4090" may be a model, "100-200" a price. */
const ONLY_AN_ORDER = /^(?:[A-Z]{1,4}-)?\d{3,}$/;

/** Five digits read as a postcode too. */
const MAY_BE_A_NUMBER: ReadonlySet<string> = new Set(['orderNumber', 'postcode']);

/** "my other order", or "the other one" where no item was spoken of. */
function meansOther({ reading: { text, entities }, dialogue }: Scene): boolean {
  const points = entities.some(({ kind, value }) => kind === 'ordinal' && value === 'other');
  return OTHER.test(text) || (points && dialogue.lineIds.length === 0 && dialogue.shownLines.length === 0);
}

const OTHER = /\b(?:other|different|another|second) order\b/i;

const filled = ({ slots }: Scene, orderNumber: OrderNumber): Filling => ({
  kind: 'filled',
  slots: { ...slots, orderNumber },
  note: { shownOrders: [] },
});
