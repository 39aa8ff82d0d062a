import { randomInt } from 'node:crypto';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/** An id that looks like Slack's: its letter, then ten of A–Z and 0–9. */
export const makeId = (letter: string): string =>
  letter + Array.from({ length: 10 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
