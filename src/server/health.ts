import { Router } from 'express';
import type { Sql } from '../store/connect.js';
import { within } from '../store/deadline.js';
import { isMigrated } from '../store/migrate.js';

/** Longer than this, and the database counts as not there. */
const DATABASE_ANSWERS_WITHIN_MS = 2_000;

/** /healthz: this process is alive. /readyz: it can do its work (database, schema, workers, jobs); 503 with what is missing. */
export function healthRoutes({
  sql,
  state,
}: {
  sql: Sql;
  state: () => { readonly workers: boolean; readonly jobs: boolean };
}): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.json({ status: 'alive' });
  });
  router.get('/readyz', async (_request, response) => {
    const migrated = await within(DATABASE_ANSWERS_WITHIN_MS, isMigrated(sql)).catch(() => null);
    const checks = { database: migrated !== null, migrations: migrated === true, ...state() };
    const ready = Object.values(checks).every(Boolean);
    response.status(ready ? 200 : 503).json({ status: ready ? 'ready' : 'not ready', ...checks });
  });
  return router;
}
