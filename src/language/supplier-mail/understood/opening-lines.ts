import { CONDITIONS, CORRECTIONS, HEDGES, UNSURE } from '../statement-signs.js';
import { NEWS } from './news.js';
import { OPEN_CLASSES } from './open-words.js';

const MOST_WORDS = 5;
const wordsOf = (line: string): string[] => line.match(/\p{L}[\p{L}'-]*/gu) ?? [];

/** A few words, of which none can tell anything. */
const isEmpty = (line: string): boolean => {
  const words = wordsOf(line);
  return (
    words.length > 0 &&
    words.length <= MOST_WORDS &&
    !/[\d?]/.test(line) &&
    ![HEDGES, CONDITIONS, CORRECTIONS, UNSURE, NEWS].some((signs) => signs.test(line)) &&
    words.every((word) => OPEN_CLASSES.OPEN?.(word.toLowerCase()))
  );
};

/** "Kia ora," "Merhaba Julia hanim!": few words above all others, in whatever language. */
export const isOpeningLine = (line: string): boolean => /[,!]\s*$/.test(line) && isEmpty(line);

/** "Ha en fin dag," "Um abraço": few words below all others. */
export const isClosingLine = (line: string): boolean => /[^.:;]\s*$/.test(line) && isEmpty(line);
