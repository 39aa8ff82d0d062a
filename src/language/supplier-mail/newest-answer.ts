import type { Span } from '../entities/entity.js';

/** A mail's text with all but its sender's newest words blanked out. Every offset is one of the mail itself. */
export interface NewestAnswer {
  readonly visible: string;
  /** What was forwarded below the newest words, blanked out alike; null where nothing was. */
  readonly forwarded: string | null;
  /** The lines quoted with `>`, blanked out alike: what an answer between them speaks of. */
  readonly quoted: string;
  /** What stands below the signature, blanked out alike, but no small print. */
  readonly signature: string;
  /** New lines that stand between quoted ones without a gap: perhaps only a quoted line that was wrapped. */
  readonly amidQuoted: readonly Span[];
}

interface Line {
  readonly start: number;
  readonly text: string;
}

const ON_WROTE =
  /^\s*(?:on\b.{6,200}\bwrote|am\b.{6,200}\bschrieb\b.{0,120}|le\b.{6,200}\ba écrit|el\b.{6,200}\bescribió)\s*:\s*$/is;
const DIVIDER =
  /^\s*[-_]{2,}\s*(?:original message|original appointment|ursprüngliche nachricht|mensaje original|message d'origine|reply message)\s*[-_]*\s*$/i;
const FORWARDED =
  /^\s*(?:[-_]{2,}\s*(?:forwarded message|forwarded by.*|weitergeleitete nachricht|mensaje reenviado|message transféré)\s*[-_]*|begin forwarded message:)\s*$/i;
const HEADER_FROM = /^\s*(?:from|von|de)\s*:\s*\S/i;
const HEADER_OTHER =
  /^\s*(?:sent|date|gesendet|datum|enviado|envoyé|fecha|to|an|para|à|cc|subject|betreff|asunto|objet)\s*:/i;
const FORWARD_SUBJECT = /^\s*(?:fwd?|wg|tr|rv)\s*:/i;
const FAREWELL = `with|best|kind|kindest|warm|warmest|many|our|the|friendly|sincere|thanks|thank|you|thx|regards?|wishes|rgds|brgds|b\\.?rgds|b\\.regards
|br|b\\.\\s?r\\.?|cheers|sincerely|yours?|truly|faithfully|again|a|lot|very|much|and|&|all|respectfully|cordially|greetings|most|in|advance|mit|freundlichen?|freundlichem|besten?|viele
|herzliche|schöne|liebe|grüße|grüßen|gruß|gruss|gruesse|gruessen|mfg|lg|vg|saludos|cordiales|un|saludo|atentamente|gracias|cordialement|bien|à|vous|cdt|salutations|merci|met|vriendelijke|groet|groeten|pozdrawiam|pozdrowieniami|med|vänliga?|hälsning(?:ar)?|cordiali|distinti|caro|saluto|saluti|atenciosamente|hilsen|venlig|esteemed|gentle|aus|freundlicher|freundliche|faithfully|saygılarımla|saygılarımızla|saygılar|pozdrav|lijep|lep|üdvözlettel|terveisin|mvh|fijne|dag|z|s|poważaniem|pozdravem|(?:from|aus)\\s+\\p{L}+`;
const SIGN_OFF = new RegExp(
  `^\\s*(?:(?=.*\\b(?:best|warmest|kindest|cheers|sincerely|yours|thanks|thank you|thx|regards?|wishes|b?rgds|b\\.?rgds|br|b\\.\\s?r\\.?|gr[uü](?:ß|ss)e?n?|gruesse?n?|mfg|lg|vg|saludos?|atentamente|gracias|cordialement|vous|cdt|salutations|merci|groet(?:en)?|pozdrawiam|hälsning(?:ar)?|salut[io]|atenciosamente|hilsen|faithfully)(?!\\p{L}))(?:(?:${FAREWELL.replaceAll('\n', '')})(?!\\p{L})[\\s,./!-]*){1,7}|--|sent from my .*|get outlook for .*|von meinem .* gesendet)\\s*$`,
  'iu',
);
const LONGEST_SIGN_OFF = 160;
const POSTSCRIPT = /^\s*p\.?\s?p?\.?s\b\.?[\s:,-]/i;
const DISCLAIMER =
  /^\s*(?:(?:confidentiality|legal) notice|disclaimer|this (?:e-?mail|message|communication)\b.{0,80}(?:confidential|intended|privileged)|the (?:information|contents?)\b.{0,60}(?:confidential|intended))/i;

const IS_HTML = /<(?:html|body|p|br|div|td|tr|table|span)\b[^>]*>/i;
/** A space that is none of those by which tables are drawn. */
const INLINE = '\u2003';
const padded = (found: string, sign: string): string => sign.padEnd(found.length, ' ');

/** Same length, with the tags of HTML turned into the gaps that they draw. */
const withoutTags = (text: string): string =>
  !IS_HTML.test(text)
    ? text
    : text
        .replace(/<(?:style|script|head)\b[\s\S]*?<\/(?:style|script|head)>/gi, (found) => padded(found, ''))
        .replace(/[\n\r]/g, ' ')
        .replace(/<\/t[dh]\s*>/gi, (found) => padded(found, ' \t'))
        .replace(/<(?:br|\/p|\/div|\/tr|\/li|\/h\d|p|div|tr|li)\b[^>]*>/gi, (found) => padded(found, '\n'))
        .replace(/<[^>]*>|&nbsp;/gi, (found) => INLINE.repeat(found.length))
        .replace(/&amp;/gi, (found) => padded(found, '&'));

/** Same length, one way of writing apostrophes, dashes and spaces. */
const plain = (text: string): string =>
  withoutTags(text)
    .replace(/[\u2018\u2019\u00b4`]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\p{Extended_Pictographic}|[\ufe0f\u200d]|\ud83c[\udffb-\udfff]/gu, (sign) => ' '.repeat(sign.length))
    .replace(/[\r\u00a0\u2007\u202f\ufeff\u200b]/g, ' ')
    .replace(/(?<=[\p{L}\p{N}.:])[*_]+|[*_]+(?=[\p{L}\p{N}])/gu, (stars) => ' '.repeat(stars.length));

function linesOf(text: string): Line[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const one = { start, text: line };
    start += line.length + 1;
    return one;
  });
}

/**
 * Cuts a mail into what its sender wrote now and what stands below: earlier mails, forwarded ones, quoted lines,
 * signature and small print. Answers written between quoted lines, a postscript, and rows below a signature stay.
 */
export function newestAnswer(subject: string, text: string, isRow: (line: string) => boolean): NewestAnswer {
  const clean = plain(text);
  const lines = linesOf(clean);
  const cut = cutAt(lines);
  const own = lines.slice(0, cut.at);
  const isForward = FORWARD_SUBJECT.test(subject) || cut.isForward;
  const { kept, signature } = withoutSmallPrint(
    own.filter(({ text: line }) => !line.trimStart().startsWith('>')),
    isRow,
  );
  return {
    visible: only(clean, kept),
    signature: only(clean, signature),
    forwarded: isForward && cut.at < lines.length ? forwardedPart(clean, lines.slice(cut.at), isRow) : null,
    quoted: only(
      clean,
      own.filter(({ text: line }) => line.trimStart().startsWith('>')),
    ),
    amidQuoted: kept
      .filter((line) => isBetweenQuoted(own, line))
      .map((line) => [line.start, line.start + line.text.length]),
  };
}

/** The first line that belongs to an earlier mail; the text's end where none does. */
function cutAt(lines: readonly Line[]): { readonly at: number; readonly isForward: boolean } {
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at]?.text ?? '';
    if (FORWARDED.test(line)) return { at, isForward: true };
    if (DIVIDER.test(line)) return { at, isForward: false };
    if (HEADER_FROM.test(line) && lines.slice(at + 1, at + 5).some(({ text }) => HEADER_OTHER.test(text))) {
      const below = lines.findIndex(({ text }, place) => place > at && text.trim() !== '' && !HEADER_OTHER.test(text));
      if (!lines[below]?.text.trimStart().startsWith('>')) return { at, isForward: false };
      for (let of = at; of < below; of += 1) blankLine(lines, of);
    }
    const length = [1, 2, 3].find((count) =>
      ON_WROTE.test(
        lines
          .slice(at, at + count)
          .map(({ text }) => text)
          .join('\n'),
      ),
    );
    if (length === undefined) continue;
    const below = lines.slice(at + length).find(({ text }) => text.trim() !== '');
    // a thread quoted with ">" may be answered between its lines; any other is old from here to its end
    if (!below?.text.trimStart().startsWith('>')) return { at, isForward: false };
    for (let of = at; of < at + length; of += 1) blankLine(lines, of);
  }
  return { at: lines.length, isForward: false };
}

function blankLine(lines: readonly Line[], at: number): void {
  const line = lines[at];
  if (line) (lines as Line[])[at] = { start: line.start, text: `>${' '.repeat(Math.max(0, line.text.length - 1))}` };
}

function withoutSmallPrint(
  lines: readonly Line[],
  isRow: (line: string) => boolean,
): { readonly kept: Line[]; readonly signature: Line[] } {
  const kept: Line[] = [];
  const signature: Line[] = [];
  let isSigned = false;
  let isSmallPrint = false;
  for (const line of lines) {
    if (POSTSCRIPT.test(line.text)) [isSigned, isSmallPrint] = [false, false];
    if (DISCLAIMER.test(line.text)) isSmallPrint = true;
    // "Thanks," above the answer ends nothing
    else if (
      line.text.trim().length <= LONGEST_SIGN_OFF &&
      SIGN_OFF.test(line.text.trim()) &&
      kept.some(({ text }) => text.trim().split(/\s+/).length > 3 || /\d/.test(text))
    ) {
      isSigned = true;
      continue;
    }
    if (isSmallPrint) continue;
    if (!isSigned || isRow(line.text)) kept.push(line);
    else signature.push(line);
  }
  return { kept, signature };
}

/** The mail below a forward's headers, cut at the next older one. */
function forwardedPart(clean: string, lines: readonly Line[], isRow: (line: string) => boolean): string {
  const first = lines.findIndex(
    ({ text }) =>
      text.trim() !== '' &&
      !HEADER_FROM.test(text) &&
      !FORWARDED.test(text) &&
      !DIVIDER.test(text) &&
      !HEADER_OTHER.test(text),
  );
  if (first < 0) return only(clean, []);
  const body = lines
    .slice(first)
    .map((line) => ({ ...line, text: line.text.replace(/^(\s*>)+/, (marks) => ' '.repeat(marks.length)) }));
  const { at } = cutAt(body.slice(1));
  return only(clean, withoutSmallPrint(body.slice(0, at + 1), isRow).kept);
}

function isBetweenQuoted(own: readonly Line[], { start }: Line): boolean {
  const at = own.findIndex((line) => line.start === start);
  const isQuoted = (one: Line | undefined): boolean => one?.text.trimStart().startsWith('>') ?? false;
  return (own[at]?.text.trim() ?? '') !== '' && isQuoted(own[at - 1]) && isQuoted(own[at + 1]);
}

/** The text with all but some lines turned to spaces. */
function only(text: string, kept: readonly Line[]): string {
  const shown = new Map(kept.map((line) => [line.start, line.text]));
  return linesOf(text)
    .map((line) => shown.get(line.start) ?? ' '.repeat(line.text.length))
    .join('\n');
}
