import { createHash } from 'node:crypto';

/**
 * Names exactly what a recap says, in whatever order its fields stand, so that what somebody saw and agreed to can be
 * compared with how things stand when it is carried out.
 */
export const recapId = (recap: object): string =>
  createHash('sha256')
    .update(JSON.stringify(recap, (_key, value: unknown) => (isRecord(value) ? sorted(value) : value)))
    .digest('hex')
    .slice(0, 16);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const sorted = (record: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
