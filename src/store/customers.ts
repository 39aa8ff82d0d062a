import { z } from 'zod';
import { CustomerId, type OrderNumber } from '../domain/kernel/ids.js';
import type { SqlOrTx } from './connect.js';

const CustomerRow = z.object({ id: CustomerId, name: z.string(), tier: z.enum(['standard', 'plus', 'vip']) });
export type CustomerRecord = z.infer<typeof CustomerRow>;

export async function findCustomer(sql: SqlOrTx, id: CustomerId): Promise<CustomerRecord | null> {
  const [row] = await sql`select id, name, tier from customers where id = ${id}`;
  return row ? CustomerRow.parse(row) : null;
}

const OwnerRow = z.object({
  customerId: CustomerId,
  name: z.string(),
  emails: z.array(z.string()),
  phones: z.array(z.string()),
  postcode: z.string(),
});

/** Whose order a number is, with what can prove it: the owner's e-mails, phones, and the ship-to postcode. */
export async function ownerOf(sql: SqlOrTx, number: OrderNumber): Promise<z.infer<typeof OwnerRow> | null> {
  const [row] = await sql`
    select c.id as "customerId", c.name, o.ship_to_postcode as postcode,
      array(select value from contact_points p where p.customer_id = c.id and p.kind = 'email') as emails,
      array(select value from contact_points p where p.customer_id = c.id and p.kind = 'phone') as phones
    from orders o join customers c on c.id = o.customer_id where o.number = ${number}`;
  return row ? OwnerRow.parse(row) : null;
}
