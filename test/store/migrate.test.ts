import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectPath } from '../../src/paths.js';
import { describeSchema } from '../../src/store/describe-schema.js';
import { isMigrated, MigrationError, migrate, readMigrations } from '../../src/store/migrate.js';
import { aDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await aDatabase();
});
afterAll(() => database.drop());

describe('migrate', () => {
  it('does nothing to a database that is up to date', async () => {
    expect(await isMigrated(database.sql)).toBe(true);
    expect(await migrate(database.sql)).toEqual([]);
  });

  it('refuses a migration that was edited after it ran, naming the file', async () => {
    await database.sql`update schema_migrations set checksum = 'other' where name = '0001_ground.sql'`;
    await expect(migrate(database.sql)).rejects.toThrow(
      new MigrationError(
        'Migration 0001_ground.sql was changed after it ran. Restore the file and put the change in a new migration.',
      ),
    );
    const { checksum } = (await readMigrations())[0]!;
    await database.sql`update schema_migrations set checksum = ${checksum} where name = '0001_ground.sql'`;
  });

  it('refuses a database from a newer version', async () => {
    await database.sql`insert into schema_migrations (name, checksum) values ('9999_later.sql', 'x')`;
    await expect(migrate(database.sql)).rejects.toThrow('9999_later.sql');
    await database.sql`delete from schema_migrations where name = '9999_later.sql'`;
  });
});

describe('the schema', () => {
  it('is what src/store/schema.sql shows to readers (npm run -s desk -- schema > src/store/schema.sql)', async () => {
    const shown = await readFile(projectPath('src/store/schema.sql'), 'utf8');
    expect(await describeSchema(database.sql)).toBe(shown);
  });

  it('keeps evidence append-only', async () => {
    const { sql } = database;
    await sql`insert into audit (principal_kind, principal_id, tool, effect, input, allowed, outcome) values ('system', 'test', 't', 'read', '{}', true, 'x')`;
    await expect(sql`update audit set outcome = 'y'`).rejects.toThrow('append-only');
    await expect(sql`delete from audit`).rejects.toThrow('append-only');
    await expect(sql`truncate audit`).rejects.toThrow('append-only');
  });

  it('never lets more be allocated than there is', async () => {
    const { sql } = database;
    await sql`insert into products (id, title, brand, category) values ('p', 'Lens', 'B', 'Lenses')`;
    await sql`insert into skus (sku, product_id, title, price_cents) values ('LEN-50', 'p', '50 mm lens', 82000)`;
    await sql`insert into locations (id, name, kind, zone) values ('w', 'West', 'warehouse', 'America/Los_Angeles')`;
    await expect(
      sql`insert into stock (sku, location_id, on_hand, allocated) values ('LEN-50', 'w', 2, 3)`,
    ).rejects.toThrow('never_more_allocated_than_there_is');
  });
});
