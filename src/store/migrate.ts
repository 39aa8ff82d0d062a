import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { projectPath } from '../paths.js';
import type { Sql } from './connect.js';
import { prepareJobs } from './jobs/prepare-jobs.js';

const FOLDER = projectPath('src/store/migrations');
/** Any fixed number: whoever migrates holds this advisory lock, so five processes starting at once take turns. */
const LOCK = 7_305_001;

/** A migration that ran was edited afterwards, or one is missing here that the database already has. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}

export interface Migration {
  readonly name: string;
  readonly checksum: string;
  readonly text: string;
}

/** All migrations that ship with this version, in their order. */
export async function readMigrations(): Promise<Migration[]> {
  const names = (await readdir(FOLDER)).filter((name) => /^\d{4}_[a-z_]+\.sql$/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => {
      const text = (await readFile(`${FOLDER}/${name}`, 'utf8')).replaceAll('\r\n', '\n');
      return { name, text, checksum: createHash('sha256').update(text).digest('hex') };
    }),
  );
}

/**
 * Brings the database to this version's schema, and the job queues with it. Each file runs once, all in one transaction,
 * under an advisory lock. Returns the names applied now. Throws MigrationError when a file that already ran has changed
 * since.
 */
export async function migrate(sql: Sql): Promise<string[]> {
  const applied = await runMigrations(sql);
  await prepareJobs(sql);
  return applied;
}

async function runMigrations(sql: Sql): Promise<string[]> {
  const migrations = await readMigrations();
  return sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(${LOCK})`;
    await tx`create table if not exists schema_migrations (
      name text primary key, checksum text not null, applied_at timestamptz not null default now())`;
    const done = new Map(
      (await tx<{ name: string; checksum: string }[]>`select name, checksum from schema_migrations`).map((row) => [
        row.name,
        row.checksum,
      ]),
    );
    const known = new Set(migrations.map((migration) => migration.name));
    for (const name of done.keys()) {
      if (!known.has(name))
        throw new MigrationError(
          `The database has migration ${name}, which this version does not know. Start the version that made it, or a newer one.`,
        );
    }
    const applied: string[] = [];
    for (const { name, text, checksum } of migrations) {
      const before = done.get(name);
      if (before === checksum) continue;
      if (before !== undefined)
        throw new MigrationError(
          `Migration ${name} was changed after it ran. Restore the file and put the change in a new migration.`,
        );
      await tx.unsafe(text);
      await tx`insert into schema_migrations (name, checksum) values (${name}, ${checksum})`;
      applied.push(name);
    }
    return applied;
  });
}

/** Whether this version's migrations have all run. Used by readiness; changes nothing. */
export async function isMigrated(sql: Sql): Promise<boolean> {
  const [{ there } = { there: false }] = await sql<
    { there: boolean }[]
  >`select to_regclass('schema_migrations') is not null as there`;
  if (!there) return false;
  const done = new Set(
    (await sql<{ checksum: string }[]>`select checksum from schema_migrations`).map((row) => row.checksum),
  );
  return (await readMigrations()).every((migration) => done.has(migration.checksum));
}
