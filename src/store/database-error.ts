import { isOutage } from './outage.js';

/** The database of DATABASE_URL cannot be used. The message names the server and the cure, never the password. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
}

/** What a person who set DATABASE_URL can mend is put into words; any other error is returned unchanged. */
export function explainDatabase(error: unknown, url: string): unknown {
  const cure = cureOf(error, new URL(url));
  return cure === null ? error : new DatabaseError(`DATABASE_URL: ${cure}`, { cause: error });
}

/** SQLSTATE codes of PostgreSQL, Appendix A. */
function cureOf(error: unknown, { host, username, pathname }: URL): string | null {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const server = `the PostgreSQL server at ${host}`;
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return `no machine called ${host} is known. Is the name right?`;
  if (code === '28P01' || code === '28000') return `${server} refuses ${username} with this password.`;
  if (code === '3D000')
    return `${server} has no database ${pathname.slice(1)}. Create it: createdb ${pathname.slice(1)}`;
  if (code === '42501') return `${server} does not let ${username} make tables. Make it the owner of the database.`;
  if (isOutage(error))
    return `${server} does not answer. Start it, correct the address, or unset DATABASE_URL to use the embedded one.`;
  return null;
}
