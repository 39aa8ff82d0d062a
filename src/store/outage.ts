/** Codes of the system and the driver for a server that cannot be reached or does not answer. */
const UNREACHABLE = new Set([
  'DEADLINE_PASSED',
  'CONNECT_TIMEOUT',
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  'CONNECTION_ENDED',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
]);
/** SQLSTATE classes of PostgreSQL: connection exceptions (08), no resources left (53), operator intervention (57P). */
const SERVER_TROUBLE = /^(08...|53...|57P0[1-5])$/;

/** Whether the database was out of order, rather than refusing what was asked of it. */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return false;
  return UNREACHABLE.has(error.code) || SERVER_TROUBLE.test(error.code);
}
