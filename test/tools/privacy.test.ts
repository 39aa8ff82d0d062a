import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addToInstant } from '../../src/domain/kernel/dates.js';
import { ConversationId, CustomerId } from '../../src/domain/kernel/ids.js';
import { businessNow } from '../../src/store/clock.js';
import { customerData } from '../../src/store/customer-data.js';
import { carryOutErasures } from '../../src/tools/carry-out-erasures.js';
import { type Door, openDoor } from '../../src/tools/door.js';
import { eraseMyData } from '../../src/tools/erase-my-data.js';
import { exportMyData } from '../../src/tools/export-my-data.js';
import { listMisheard } from '../../src/tools/list-misheard.js';
import type { Identity, ShopperPrincipal } from '../../src/tools/principal.js';
import { wordDataExport } from '../../src/tools/word-data-export.js';
import { ANAS_SHOP, aShop, type TestShop } from '../support/shop.js';

const SYSTEM = { kind: 'system', job: 'test' } as const;
const ANA = CustomerId.parse('ana');
let shop: TestShop;
let door: Door;

beforeAll(async () => {
  shop = await aShop(ANAS_SHOP);
  const { policy, rules } = shop.house;
  door = openDoor({ sql: shop.sql, policy, rules, mail: { connected: true } });
});
afterAll(() => shop.drop());

async function asAna(by: Identity['by'] = 'email'): Promise<ShopperPrincipal> {
  const until = addToInstant(await businessNow(shop.sql), { hours: 1 });
  const orders = by === 'postcode' ? [] : ('all' as const);
  return {
    kind: 'shopper',
    conversationId: ConversationId.parse('chat-1'),
    source: 'test',
    identity: { customerId: ANA, orders, by, until },
  };
}

/** Every row of every table that holds one of these words, as the table's name. */
async function whereIs(...words: string[]): Promise<string[]> {
  const tables = await shop.sql<{ name: string }[]>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by table_name`;
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await shop.sql.unsafe<{ row: string }[]>(`select to_jsonb(t)::text as row from "${name}" t`);
    if (rows.some(({ row }) => words.some((word) => row.toLowerCase().includes(word.toLowerCase())))) found.push(name);
  }
  return found;
}

describe('a copy of their data', () => {
  it('goes to the address on file, whole, and nothing of it into the chat', async () => {
    await shop.chat('chat-1').say('where is order 1042? ana@example.com');
    expect(await door.call(exportMyData, {}, await asAna())).toEqual({ kind: 'mailed' });
    const made = await door.call(wordDataExport, { customerId: ANA }, SYSTEM);
    if (made.kind !== 'send') throw new Error('There was nothing to send');
    expect(made.recipient).toBe('ana@example.com');
    const data = JSON.parse(made.data) as Awaited<ReturnType<typeof customerData>>;
    expect(data).toMatchObject({ customer: { name: 'Ana Silva' }, orders: [{ number: '1042' }] });
    expect(JSON.stringify(data?.conversations)).toContain('where is order 1042?');
  });
  it('holds nothing of anybody else', async () => {
    const others = (await shop.sql<{ name: string }[]>`select name from customers where id <> ${ANA}`).map(
      (c) => c.name,
    );
    const data = JSON.stringify(await customerData(shop.sql, ANA));
    for (const name of others) expect(data).not.toContain(name);
  });
  it('needs more than a postcode, and an address to go to', async () => {
    expect(await door.call(exportMyData, {}, await asAna('postcode'))).toEqual({ kind: 'needs_proof' });
    const unmailed = openDoor({ sql: shop.sql, policy: shop.house.policy, rules: shop.house.rules });
    expect(await unmailed.call(exportMyData, {}, await asAna())).toEqual({ kind: 'no_email' });
  });
});

describe('erasing', () => {
  const misheard = async () => {
    const listed = await door.call(listMisheard, {}, SYSTEM);
    return listed.kind === 'listed' ? listed.messages.map(({ text }) => text) : [];
  };

  it('asks first, and a no changes nothing', async () => {
    const chat = shop.chat('chat-2');
    await chat.say('order 1042 ana@example.com');
    const [recap] = await chat.say('please delete all my personal data');
    expect(recap?.template).toBe('recap/erase_my_data');
    expect(recap?.text).toContain('1042');
    await chat.say('no');
    expect(await shop.sql`select from erasures`).toHaveLength(0);
  });
  it('takes the words at once and the person when no order is open any more', async () => {
    const { sql } = shop;
    const chat = shop.chat('chat-3');
    await chat.say('order 1042 ana@example.com, my secret word is xylophone');
    await chat.say('florp wibble xylophone');
    expect(await misheard()).toContain('florp wibble xylophone');
    await chat.say('delete all my personal data');
    expect((await chat.press('Yes, erase it'))[0]?.template).toBe('done/erase_my_data');
    await sql`update outbox set state = 'sent'`;
    await sql`update conversations set lease_until = null`;
    expect(await door.call(carryOutErasures, {}, SYSTEM)).toEqual({ kind: 'looked', talksErased: 1, done: 0 });
    expect(await whereIs('xylophone')).toEqual([]);
    expect(await misheard()).toEqual([]);
    expect(await whereIs('ana@example.com')).toEqual(['contact_points']);
    expect(await door.call(eraseMyData, {}, await asAna())).toEqual({ kind: 'already_asked', openOrders: ['1042'] });

    await sql`update order_lines set state = 'delivered' where order_number = '1042'`;
    await sql`update orders set ship_to_street = '12 Oak Street' where number = '1042'`;
    expect(await door.call(carryOutErasures, {}, SYSTEM)).toMatchObject({ done: 1 });
    expect(await whereIs('ana@example.com', 'ana silva', '12 oak street', '+15035550101', 'xylophone')).toEqual([]);
    // what was bought and paid stays, under the customer's number
    expect(
      await sql`select paid_cents::int as paid from orders where number = '1042' and customer_id = ${ANA}`,
    ).toHaveLength(1);
    expect(await door.call(carryOutErasures, {}, SYSTEM)).toMatchObject({ talksErased: 0, done: 0 });
    expect(await door.call(wordDataExport, { customerId: ANA }, SYSTEM)).toEqual({ kind: 'over' });
  });
});
