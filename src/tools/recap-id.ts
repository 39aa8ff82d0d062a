import { createHash } from 'node:crypto';

/**
 * Names exactly what a recap says, so that what somebody saw and agreed to can be compared with how things stand when it
 * is carried out.
 */
export const recapId = (recap: unknown): string =>
  createHash('sha256').update(JSON.stringify(recap)).digest('hex').slice(0, 16);
