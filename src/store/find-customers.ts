import { z } from 'zod';
import { CustomerId, OrderNumber } from '../domain/kernel/ids.js';
import type { SqlOrTx } from './connect.js';

/** What somebody is looked for by. Of an e-mail address or a phone number a part will do; of a name each word's. */
export type LookedFor =
  | { readonly by: 'email'; readonly startsWith: string }
  | { readonly by: 'phone'; readonly endsWith: string }
  | { readonly by: 'order'; readonly orderNumber: OrderNumber }
  | { readonly by: 'name'; readonly words: readonly string[] };

const FoundRow = z.object({
  customerId: CustomerId,
  name: z.string(),
  tier: z.enum(['standard', 'plus', 'vip']),
  isBusiness: z.boolean(),
  lifetimeValueCents: z.int(),
  /** Of how many found in all this is one. */
  total: z.int(),
});

/** Customers with something open first, then by name; at most `most`. */
export async function findCustomers(
  sql: SqlOrTx,
  wanted: LookedFor,
  most: number,
): Promise<z.infer<typeof FoundRow>[]> {
  const rows = await sql`
    select c.id as "customerId", c.name, c.tier, c.is_business as "isBusiness",
      c.lifetime_value_cents as "lifetimeValueCents", (count(*) over ())::int as total
    from customers c where ${matching(sql, wanted)}
    order by exists (
      select from orders o join order_lines l on l.order_number = o.number
      where o.customer_id = c.id and l.state not in ('delivered', 'cancelled')
    ) desc, c.name, c.id
    limit ${most}`;
  return rows.map((row) => FoundRow.parse(row));
}

function matching(sql: SqlOrTx, wanted: LookedFor) {
  switch (wanted.by) {
    case 'email':
      return sql`exists (select from contact_points p where p.customer_id = c.id and p.kind = 'email'
        and starts_with(p.value, ${wanted.startsWith.toLowerCase()}))`;
    case 'phone':
      return sql`exists (select from contact_points p where p.customer_id = c.id and p.kind = 'phone'
        and right(p.value, ${wanted.endsWith.length}) = ${wanted.endsWith})`;
    case 'order':
      return sql`exists (select from orders o where o.customer_id = c.id and o.number = ${wanted.orderNumber})`;
    case 'name':
      return sql`not exists (select from unnest(${[...wanted.words]}::text[]) w
        where strpos(${folded(sql, sql`c.name`)}, ${folded(sql, sql`w`)}) = 0)`;
  }
}

/** Letters without their accents, small: "jose" finds "José". */
const folded = (sql: SqlOrTx, text: ReturnType<SqlOrTx>) =>
  sql`lower(regexp_replace(normalize(${text}, NFD), '[\\u0300-\\u036f]', '', 'g'))`;

const OpenRow = z.object({
  customerId: CustomerId,
  orderNumber: OrderNumber,
  /** How many of the customer’s orders are open in all. */
  open: z.int(),
});

/** The `most` newest open orders of some customers each: something of it is neither delivered nor cancelled. */
export async function openOrdersOf(
  sql: SqlOrTx,
  customers: readonly CustomerId[],
  most: number,
): Promise<z.infer<typeof OpenRow>[]> {
  const rows = await sql`
    select "customerId", "orderNumber", open from (
      select o.customer_id as "customerId", o.number as "orderNumber",
        (count(*) over (partition by o.customer_id))::int as open,
        row_number() over (partition by o.customer_id order by o.placed_at desc, o.number desc) as place
      from orders o
      where o.customer_id = any(${[...customers]}) and exists (
        select from order_lines l where l.order_number = o.number and l.state not in ('delivered', 'cancelled'))
    ) newest where place <= ${most} order by "customerId", place`;
  return rows.map((row) => OpenRow.parse(row));
}
