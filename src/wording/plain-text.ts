/** Control and format characters: among them those that turn the reading direction. Line breaks, tabs and emoji joiners stay. */
const HIDDEN = /(?![\n\t\u200d])[\p{Cc}\p{Cf}]/gu;

/**
 * The one escaper for plain-text channels: what a person typed or a data file holds, without hidden characters and on
 * one line. Web chat shows text as text, so nothing else is needed there.
 */
export const plainText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(HIDDEN, '')
    .replace(/[\n\u2028\u2029]/g, ' ');

/** Several lines without blanks at their ends, and never more than one empty line between two, in one pass. */
export const tidyLines = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
