import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Sql } from '../../src/store/connect.js';
import { limitQueries } from '../../src/store/limit-queries.js';
import { aDatabase, type TestDatabase } from '../support/database.js';
import { until } from '../support/until.js';

const LATE = { code: 'DEADLINE_PASSED' };

let database: TestDatabase;
beforeAll(async () => {
  database = await aDatabase();
});
afterAll(() => database.drop());

let pool: Sql;
let sql: Sql;
beforeEach(() => {
  pool = postgres(database.url, { max: 1 }) as unknown as Sql;
  sql = limitQueries(pool, 300);
});
afterEach(() => sql.end({ timeout: 0 }));

/** Far longer than any test waits: what answers sooner was given up by the client. */
const forever = () => sql`select pg_sleep(3600)`;

describe('a query with a client-side deadline', () => {
  it('answers as without it, fragments, identifiers and transactions included', async () => {
    sql = limitQueries(pool, 20_000);
    const one = sql`select 1 as n`;
    expect(await sql`select n, ${'two'} as word from (${one}) as x order by ${sql('n')}`).toEqual([
      { n: 1, word: 'two' },
    ]);
    expect(await sql.unsafe('select 3 as n')).toEqual([{ n: 3 }]);
    expect(await sql.begin(async (tx) => (await tx`select 4 as n`)[0]?.n)).toBe(4);
    await expect(sql`select 1 / 0`).rejects.toMatchObject({ code: '22012' });
    await expect(sql.begin((tx) => tx`select 1 / 0`)).rejects.toMatchObject({ code: '22012' });
  });

  it('is given up when no answer comes', async () => {
    await expect(forever()).rejects.toMatchObject(LATE);
  });

  it('is given up when it only waits for a connection, in a transaction too', async () => {
    const busy = forever().catch((error: unknown) => error);
    await expect(sql.unsafe('select 1')).rejects.toMatchObject(LATE);
    await expect(sql.begin((tx) => tx`select 1`)).rejects.toMatchObject(LATE);
    expect(await busy).toMatchObject(LATE);
  });

  it('is given up within a transaction, which then ends', async () => {
    await expect(sql.begin((tx) => tx`select pg_sleep(3600)`)).rejects.toMatchObject(LATE);
    await expect(sql.begin((tx) => tx.unsafe('select pg_sleep(3600)'))).rejects.toMatchObject(LATE);
  });
});

describe('a transaction whose connection comes too late', () => {
  it('does nothing any more', async () => {
    const holder = sql`select pg_sleep(1)`.catch((error: unknown) => error);
    let ran = false;
    const late = sql.begin(async () => {
      ran = true;
    });
    await expect(late).rejects.toMatchObject(LATE);
    expect(await holder).toMatchObject(LATE);
    // the connection is free again once this is answered, and whatever waited for it before has had its turn
    await until('the connection is free', () => sql`select 1`.catch(() => null));
    expect(ran).toBe(false);
  });
});
