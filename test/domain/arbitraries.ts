import fc from 'fast-check';
import { fromEpochDay, localDate } from '../../src/domain/kernel/dates.js';

/** 1990 to 2090. */
export const aDate = fc.integer({ min: 7_305, max: 43_829 }).map(fromEpochDay);

export const d = localDate;
