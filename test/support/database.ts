import { inject } from 'vitest';
import { connect, type Sql } from '../../src/store/connect.js';
import { cloneDatabase } from './clone-database.js';

export interface TestDatabase {
  readonly sql: Sql;
  readonly url: string;
  drop(): Promise<void>;
}

/** A migrated, empty database of its own, cloned from the run's template. Drop it in afterAll. */
export async function aDatabase(): Promise<TestDatabase> {
  const { url, drop } = await cloneDatabase(inject('serverUrl'));
  const sql = connect({ url, max: 4, name: 'test' });
  return {
    sql,
    url,
    async drop() {
      await sql.end({ timeout: 5 });
      await drop();
    },
  };
}
