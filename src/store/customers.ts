import { z } from 'zod';
import { LocalDate } from '../domain/kernel/dates.js';
import { bareNumber, CustomerId, OrderNumber } from '../domain/kernel/ids.js';
import type { SqlOrTx } from './connect.js';

const CustomerRow = z.object({ id: CustomerId, name: z.string(), tier: z.enum(['standard', 'plus', 'vip']) });
export type CustomerRecord = z.infer<typeof CustomerRow>;

export async function findCustomer(sql: SqlOrTx, id: CustomerId): Promise<CustomerRecord | null> {
  const [row] = await sql`select id, name, tier from customers where id = ${id}`;
  return row ? CustomerRow.parse(row) : null;
}

const OwnerRow = z.object({
  number: OrderNumber,
  customerId: CustomerId,
  name: z.string(),
  emails: z.array(z.string()),
  phones: z.array(z.string()),
  postcode: z.string(),
});

/**
 * Whose order a number is, with what can prove it: the owner's e-mails, phones, and the ship-to postcode. A number typed
 * with other marks or none is found too, unless two orders would be meant.
 */
export async function ownerOf(sql: SqlOrTx, number: OrderNumber): Promise<z.infer<typeof OwnerRow> | null> {
  const [row, another] = await sql`
    select o.number, c.id as "customerId", c.name, o.ship_to_postcode as postcode,
      array(select value from contact_points p where p.customer_id = c.id and p.kind = 'email') as emails,
      array(select value from contact_points p where p.customer_id = c.id and p.kind = 'phone') as phones
    from orders o join customers c on c.id = o.customer_id
    where regexp_replace(o.number, '[^A-Z0-9]', '', 'g') = ${bareNumber(number)}
    order by o.number = ${number} desc limit 2`;
  const isMeant = row !== undefined && (row.number === number || another === undefined);
  return isMeant ? OwnerRow.parse(row) : null;
}

const ProfileRow = CustomerRow.extend({
  lifetimeValueCents: z.int(),
  isBusiness: z.boolean(),
  since: LocalDate,
  contactPoints: z.array(
    z.object({
      kind: z.enum(['email', 'phone']),
      /** What they last said about messages on their orders; null when they were never asked. */
      allowsService: z.boolean().nullable(),
    }),
  ),
});

/** A customer as the team sees them. Of their contact points only the kinds: no address and no number. */
export async function findProfile(sql: SqlOrTx, id: CustomerId): Promise<z.infer<typeof ProfileRow> | null> {
  const [row] = await sql`
    select c.id, c.name, c.tier, c.lifetime_value_cents as "lifetimeValueCents", c.is_business as "isBusiness", c.since,
      coalesce((
        select jsonb_agg(jsonb_build_object('kind', p.kind, 'allowsService', (
          select granted from consents n where n.contact_point_id = p.id and n.purpose = 'service' order by n.id desc limit 1
        )) order by p.id)
        from contact_points p where p.customer_id = c.id
      ), '[]') as "contactPoints"
    from customers c where c.id = ${id}`;
  return row ? ProfileRow.parse(row) : null;
}

/** The telephone of each customer with one of these e-mails who has one. */
export async function phonesByEmail(sql: SqlOrTx, emails: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await sql<{ email: string; phone: string }[]>`
    select distinct on (e.value) e.value as email, p.value as phone
    from contact_points e join contact_points p on p.customer_id = e.customer_id and p.kind = 'phone'
    where e.kind = 'email' and e.value = any(${[...emails]}) order by e.value, p.id`;
  return new Map(rows.map(({ email, phone }) => [email, phone]));
}
