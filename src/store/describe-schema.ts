import type { Sql } from './connect.js';

interface Described {
  readonly definition: string;
}

/**
 * The schema as the database has it, written as SQL for readers: functions, then each table with its columns,
 * constraints, indexes and triggers, all in order of name. Migrations stay the source; this is what they add up to.
 */
export async function describeSchema(sql: Sql): Promise<string> {
  const functions = await sql<Described[]>`
    select pg_get_functiondef(p.oid) as definition from pg_proc p
    where p.pronamespace = 'public'::regnamespace order by p.proname`;
  const tables = await sql<{ name: string }[]>`
    select c.relname as name from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'schema_migrations' order by 1`;
  const parts = functions.map(({ definition }) => `${definition.trim()};`);
  for (const { name } of tables) parts.push(await describeTable(sql, name));
  return `-- What the migrations add up to, for readers. Made by: npm run -s desk -- schema\n\n${parts.join('\n\n')}\n`;
}

async function describeTable(sql: Sql, name: string): Promise<string> {
  const columns = await sql<Described[]>`
    select format('%I %s', a.attname, format_type(a.atttypid, a.atttypmod))
      || case when a.attidentity = 'a' then ' generated always as identity'
              when a.attgenerated = 's' then ' generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ') stored'
              when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end
      || case when a.attnotnull then ' not null' else '' end as definition
    from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where a.attrelid = ${name}::regclass and a.attnum > 0 and not a.attisdropped order by a.attnum`;
  const constraints = await sql<Described[]>`
    select format('constraint %I %s', conname, pg_get_constraintdef(oid)) as definition from pg_constraint
    where conrelid = ${name}::regclass and contype <> 'n' order by contype = 'f', conname`;
  const indexes = await sql<Described[]>`
    select pg_get_indexdef(i.indexrelid) || ';' as definition from pg_index i
    where i.indrelid = ${name}::regclass and not exists (select from pg_constraint c where c.conindid = i.indexrelid)
    order by i.indexrelid::regclass::text`;
  const triggers = await sql<Described[]>`
    select pg_get_triggerdef(oid) || ';' as definition from pg_trigger
    where tgrelid = ${name}::regclass and not tgisinternal order by tgname`;
  const body = [...columns, ...constraints].map(({ definition }) => `  ${definition}`).join(',\n');
  return [`create table ${name} (\n${body}\n);`, ...[...indexes, ...triggers].map(({ definition }) => definition)].join(
    '\n',
  );
}
