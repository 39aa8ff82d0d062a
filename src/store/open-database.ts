import { connect, type Sql } from './connect.js';
import { explainDatabase } from './database-error.js';
import { startEmbeddedServer } from './embedded/embedded-server.js';
import { migrate } from './migrate.js';

export interface Database {
  readonly sql: Sql;
  readonly url: string;
  /** Where the data is, for people: "embedded PostgreSQL in …", or the host of the server that was named. */
  readonly place: string;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** A server of the user's own; without it an embedded one is started, or joined when it runs already. */
  readonly url: string | undefined;
  readonly folder: string;
  readonly name: string;
  readonly onProgress: (sentence: string) => void;
}

/** Opens the database, whichever it is, and brings it to this version's schema. Throws DatabaseError or EmbeddedServerError with the cure. */
export async function openDatabase({ url, folder, name, onProgress }: DatabaseOptions): Promise<Database> {
  const server = url === undefined ? await startEmbeddedServer({ folder, durable: true, onProgress }) : null;
  const address = server?.url ?? url ?? '';
  const sql = connect({ url: address, max: 12, name });
  const close = async () => {
    await sql.end({ timeout: 5 });
    await server?.stop();
  };
  try {
    const applied = await migratePatiently(address, name);
    if (applied.length > 0)
      onProgress(`Brought the database up to date (${applied.length} ${applied.length === 1 ? 'step' : 'steps'}).`);
  } catch (error) {
    await close();
    throw url === undefined ? error : explainDatabase(error, url);
  }
  const place = server ? `embedded PostgreSQL in ${server.dataFolder}` : `PostgreSQL at ${new URL(address).host}`;
  return { sql, url: address, place, close };
}

/** Migrations may take long, and of several processes all but one wait for them. */
async function migratePatiently(url: string, name: string): Promise<string[]> {
  const sql = connect({ url, max: 1, name, patienceSeconds: 120 });
  try {
    return await migrate(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
