/** What a message says about being told things: null leaves a way as it is. */
export interface NotificationWish {
  readonly byText: boolean | null;
  readonly byEmail: boolean | null;
  /** A way they ask for that there is none of; null when there is no such. */
  readonly cannotBy: 'call' | 'WhatsApp' | null;
  /** They want to hear when a product can be had again. */
  readonly whenBack: boolean;
}

const TEXTS = '(?:text(?:s|ed|ing)?|txts?|sms(?:es)?)';
const MAILS = '(?:e-?mails?|e-?mail(?:ed|ing)|mails?|mailing)';
const CALLS = /\b(?:call(?:s|ed|ing)?|ring|phone (?:me|call)|by phone)\b/;
const WHATSAPP = /\bwhats ?app\b/;
const ANY = '(?:updates?|notifications?|messages?|alerts?|notices?|news)';
const WHEN_BACK =
  /\b(?:back in|in stock|restock(?:ed|s|ing)?|it'?s back|is back|available|stock (?:comes|arrives|is))\b/;

/** "stop the mails and text me": what is ordered after an "and" is no longer refused. */
const BY_ALL_MEANS = '\\b(?:and|but|or) (?:text|e-?mail|mail|sms)(?= me\\b)';

/** Refused: "stop e-mailing", "no more texts", "instead of mails". */
const refused = (what: string): RegExp =>
  new RegExp(
    `\\b(?:(?<!\\b(?:dont|do not|never|not) )stop|unsubscribe|opt out|remove|take|no|dont|do not|never|not|turn off|switch off|without|instead of|rather than|fewer|less|no need for)\\b(?:\\s+(?:the|all|any|more|your|sending|me|off|out|from|list|by|with|of|so|many|me any|these|those|being|texts?|sms|e-?mails?|mails?|messages|calls|and|or|nor|both|either|neither|receive|receiving|get|getting|want|texting|e-?mailing|mailing))*\\s+${what}\\b(?<!${BY_ALL_MEANS})`,
  );

const SPOKEN_OF = { texts: new RegExp(`\\b${TEXTS}\\b`), mails: new RegExp(`\\b${MAILS}\\b`) };
const REFUSED = { texts: refused(TEXTS), mails: refused(MAILS), any: refused(ANY) };

/** Reads "text me instead", "stop e-mailing me updates", "only by e-mail", "let me know when it is back". */
export function readNotificationWish(message: string): NotificationWish {
  const text = message
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/[^\p{L}\p{N}-]+/gu, ' ')
    .trim();
  const wants = (way: 'texts' | 'mails'): boolean | null =>
    REFUSED[way].test(text) ? false : SPOKEN_OF[way].test(text) ? true : null;
  const texts = wants('texts');
  const mails = wants('mails');
  const isInstead = /\binstead\b(?! of)|\bonly\b|\bjust (?:by|via|with|texts|e-?mails|sms)\b/.test(text);
  const none = texts === null && mails === null && REFUSED.any.test(text);
  return {
    byText: texts ?? (none || (isInstead && mails === true) ? false : null),
    byEmail: mails ?? (none || (isInstead && texts === true) ? false : null),
    cannotBy: texts === null && mails === null ? otherWay(text) : null,
    whenBack: WHEN_BACK.test(text),
  };
}

/**
 * What a message does to the ways we write: `ends_all` ("no more texts and no more mails"), `ends_one` ("stop e-mailing
 * me"), `moves` where one ends because the other is wanted ("stop e-mailing and text me instead"); null for anything else.
 */
export function waysAsked(message: string): 'ends_all' | 'ends_one' | 'moves' | null {
  const { byText, byEmail } = readNotificationWish(message);
  if (byText === null || byEmail === null) return byText === false || byEmail === false ? 'ends_one' : null;
  if (byText !== byEmail) return 'moves';
  return byText ? null : 'ends_all';
}

const otherWay = (text: string): NotificationWish['cannotBy'] =>
  WHATSAPP.test(text) ? 'WhatsApp' : CALLS.test(text) ? 'call' : null;
