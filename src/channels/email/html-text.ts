const NAMED: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ndash: '–', mdash: '—', hellip: '…', bull: '•' },
  ...{ lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', euro: '€', copy: '©', reg: '®', middot: '·', times: '×' },
  ...{ auml: 'ä', ouml: 'ö', uuml: 'ü', Auml: 'Ä', Ouml: 'Ö', Uuml: 'Ü', szlig: 'ß', eacute: 'é', egrave: 'è' },
  ...{ agrave: 'à', ccedil: 'ç', aacute: 'á', iacute: 'í', oacute: 'ó', uacute: 'ú', ntilde: 'ñ' },
};

/** Stand for the beginning and end of what is quoted while lines are made: nobody writes these signs. */
const OPENS = '\ue000';
const CLOSES = '\ue001';
const MARKS = /[\ue000\ue001]/g;

/**
 * The words of a mail that has no plain text: paragraphs and table rows as lines, cells apart by a tab, what is quoted
 * with `>` before it. What is not shown, such as styles and hidden parts, is left out.
 */
export function htmlText(html: string): string {
  const marked = html
    .replace(MARKS, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<(script|style|head|title|template)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/<(\w+)\b[^>]*\bstyle\s*=\s*["'][^"'>]*display\s*:\s*none[^>]*>[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/\s+/g, ' ')
    .replace(/<blockquote\b[^>]*>/gi, `\n${OPENS}`)
    .replace(/<\/blockquote\s*>/gi, `\n${CLOSES}`)
    .replace(/<\/t[dh]\s*>(?=\s*<t[dh]\b)/gi, '\t')
    .replace(/<(?:br|hr)\b[^>]*>/gi, '\n')
    .replace(/<\/(?:p|h[1-6]|ul|ol|table)\s*>/gi, '\n\n')
    .replace(/<\/?(?:p|div|tr|li|table|ul|ol|h[1-6]|pre|section|article|header|footer)\b[^>]*>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));/gi, (whole, hex, decimal, name) =>
      name === undefined
        ? signOf(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16))
        : (NAMED[name] ?? whole),
    );
  let depth = 0;
  const lines = marked.split('\n').map((line) => {
    for (const sign of line) depth += sign === OPENS ? 1 : sign === CLOSES && depth > 0 ? -1 : 0;
    const words = line
      .replace(MARKS, '')
      .replace(/ *\t */g, '\t')
      .trim();
    return depth > 0 ? `${'>'.repeat(depth)} ${words}` : words;
  });
  const text = lines.join('\n').replace(/\n{3,}/g, '\n\n');
  return `${text.trim()}\n`;
}

const signOf = (code: number): string =>
  code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : '';
