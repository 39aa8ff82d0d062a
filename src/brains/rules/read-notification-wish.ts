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

/** Reads "text me instead", "stop e-mailing me updates", "only by e-mail", "let me know when it is back". */
export function readNotificationWish(message: string): NotificationWish {
  const text = message
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/[^\p{L}\p{N}-]+/gu, ' ')
    .trim();
  const wants = (what: string): boolean | null =>
    refused(what).test(text) ? false : new RegExp(`\\b${what}\\b`).test(text) ? true : null;
  const texts = wants(TEXTS);
  const mails = wants(MAILS);
  const isInstead = /\binstead\b(?! of)|\bonly\b|\bjust (?:by|via|with|texts|e-?mails|sms)\b/.test(text);
  const none = texts === null && mails === null && refused(ANY).test(text);
  return {
    byText: texts ?? (none || (isInstead && mails === true) ? false : null),
    byEmail: mails ?? (none || (isInstead && texts === true) ? false : null),
    cannotBy: texts === null && mails === null ? otherWay(text) : null,
    whenBack: WHEN_BACK.test(text),
  };
}

/** "stop e-mailing and text me instead": one way ends because another is wanted. */
export function asksForOtherWay(message: string): boolean {
  const { byText, byEmail } = readNotificationWish(message);
  return byText !== null && byEmail !== null && byText !== byEmail;
}

/** "no more texts and no more mails": every way ends. */
export function refusesEveryWay(message: string): boolean {
  const { byText, byEmail } = readNotificationWish(message);
  return byText === false && byEmail === false;
}

/** "Stop e-mailing me updates": one way ends, and nothing is said of another. */
export function refusesOneWay(message: string): boolean {
  const { byText, byEmail } = readNotificationWish(message);
  return (byText === false && byEmail === null) || (byEmail === false && byText === null);
}

const otherWay = (text: string): NotificationWish['cannotBy'] =>
  WHATSAPP.test(text) ? 'WhatsApp' : CALLS.test(text) ? 'call' : null;
