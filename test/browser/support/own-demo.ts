import type { Page } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';
import { connect, type Sql } from '../../../src/store/connect.js';
import { type ClonedDatabase, cloneDatabase } from '../../support/clone-database.js';
import { aShopper } from './shopper.js';
import { type RunningDesk, startDesk } from './start-desk.js';

/** A demo shop that the tests of one file have to themselves: what they do to it, and to its clock, shows nowhere else. */
export interface OwnDemo {
  readonly sql: Sql;
  /** One of its pages in a browser of its own. */
  visit(path: string, look?: Parameters<typeof aShopper>[0]): Promise<Page>;
}

export function ownDemo(): OwnDemo {
  let database: ClonedDatabase;
  let desk: RunningDesk;
  let sql: Sql;
  beforeAll(async () => {
    if (inject('browserEndpoint') === null) return;
    database = await cloneDatabase(inject('serverUrl'));
    desk = await startDesk({ databaseUrl: database.url });
    sql = connect({ url: database.url, max: 1, name: 'test' });
  });
  afterAll(async () => {
    await sql?.end();
    await desk?.stop();
    await database?.drop();
  });
  return {
    get sql() {
      return sql;
    },
    visit: async (path, look = {}) => (await aShopper({ ...look, baseURL: desk.url }, path)).page,
  };
}
