/** What a text asks for when it is nothing but one of the carriers' words. */
export type CarrierWord = 'stop' | 'start' | 'help';

const WORDS: Readonly<Record<string, CarrierWord>> = {
  ...Object.fromEntries(
    ['stop', 'stopall', 'stop all', 'unsubscribe', 'cancel', 'end', 'quit', 'optout', 'revoke'].map((word) => [
      word,
      'stop' as const,
    ]),
  ),
  start: 'start',
  unstop: 'start',
  help: 'help',
  info: 'help',
};

/**
 * The carriers' word a text consists of, whole and whatever its case (CTIA Messaging Principles, 5.1.3). YES opts in as
 * well, but only who is out: to everybody else it is an answer.
 */
export function carrierWord(text: string, isOut: boolean): CarrierWord | null {
  const word = text.trim().toLowerCase();
  if (word === 'yes' && isOut) return 'start';
  return WORDS[word] ?? null;
}

/** What is to stop: texts, or being written to at all. */
const TEXTS =
  '(?:text(?:s|ing)?|txts?|messag(?:es?|ing)|msgs?|sms|contact(?:ing)?|bother(?:ing)?|spam(?:ming)?|writ(?:e|ing))';
const SELF = '(?:me|us|this (?:phone|number)|my (?:phone|number))';
const PATTERNS: readonly RegExp[] = [
  new RegExp(
    `\\b(?:stop|quit|cease|end)\\s+(?:with\\s+)?(?:all\\s+)?(?:(?:sending|the|these|your|any)\\s+)*(?:${SELF}\\s+)?(?:any\\s+more\\s+|more\\s+)?${TEXTS}\\b`,
  ),
  new RegExp(
    `\\b(?:do not|dont|never)\\s+(?:ever\\s+)?(?:send\\s+(?:${SELF}\\s+)?(?:any\\s+)?(?:more\\s+)?)?${TEXTS}\\b(?:\\s+(?:${SELF}|here|anymore|any more|again)|$)`,
  ),
  new RegExp(`\\bno more (?:of (?:these|your) )?${TEXTS}\\b`),
  /\b(?:take|get|remove)\s+(?:me|us|this number|my number|my name)\s+(?:off|from|out of)\b.*\blist\b/,
  /\b(?:remove|delete|lose)\s+(?:my|this)\s+number\b/,
  /\b(?:unsubscribe|unsub)\s+(?:me|us|this number|my number)\b/,
  /\bopt(?:ing)?\s+(?:me\s+)?out\b/,
  /\b(?:revoke|withdraw)\s+(?:my\s+)?consent\b/,
  /\bwrong (?:number|person|phone|guy)\b/,
  /^(?:please |pls )?(?:leave me alone|stop|stop it|stop this|stop all|please stop|stop please|unsubscribe|quit)(?: now)?$/,
];

/** Speaks of the order, or only asks: no wish to be left alone. */
const ABOUT = /\b(?:order|parcel|package|shipment|delivery|refund)\b|\?\s*$/;

/**
 * Whether somebody asks in words of their own not to be texted any more (TCPA: by any reasonable means, 47 CFR
 * 64.1200(a)(10)). Only what is plain counts here; the classifier finds the rest.
 */
export function asksToStop(text: string): boolean {
  const said = text
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/[^\p{L}\p{N}?]+/gu, ' ')
    .trim()
    .slice(0, 500);
  return !ABOUT.test(said) && PATTERNS.some((pattern) => pattern.test(said));
}
