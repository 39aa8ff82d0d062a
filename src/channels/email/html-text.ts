import { Parser } from 'htmlparser2';
import { tidyLines } from '../../wording/plain-text.js';

/** What stands in them is not shown. */
const UNSEEN = new Set(['script', 'style', 'head', 'title', 'template']);
/** Tags within tags: no mail program goes so far, and the parser takes ever longer the deeper it is. */
const DEEPEST = 1000;
const HIDES = /display\s*:\s*none/i;
const PARAGRAPHS = new Set(['p', 'ul', 'ol', 'table', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const BLOCKS = new Set([
  ...PARAGRAPHS,
  ...['div', 'tr', 'td', 'th', 'li', 'pre', 'section', 'article', 'header', 'footer', 'blockquote'],
]);

interface Line {
  readonly words: string;
  /** How many quotations it stands in. */
  readonly quoted: number;
}

/**
 * The words of a mail that has no plain text: paragraphs and table rows as lines, cells apart by a tab, what is quoted
 * with `>` before it. What is not shown, such as styles and hidden parts, is left out. Empty where tags are nested
 * deeper than in any mail: what was made to be hard to read is for a person.
 */
export function htmlText(html: string): string {
  const page = new Page();
  let unseen = 0;
  let depth = 0;
  const parser = new Parser({
    onopentag(tag, { style, hidden }) {
      depth += 1;
      if (depth > DEEPEST) parser.pause();
      if (unseen > 0 || UNSEEN.has(tag) || hidden !== undefined || HIDES.test(style ?? '')) unseen += 1;
      else page.open(tag);
    },
    ontext(text) {
      if (unseen === 0) page.write(text);
    },
    onclosetag(tag) {
      depth -= 1;
      if (unseen > 0) unseen -= 1;
      else page.close(tag);
    },
  });
  parser.end(html);
  return depth > DEEPEST ? '' : page.end();
}

class Page {
  readonly #lines: Line[] = [];
  /** Per open table row, at which line each of its cells begins. */
  readonly #rows: number[][] = [];
  #words = '';
  #quoted = 0;
  #kept = 0;

  open(tag: string): void {
    if (tag === 'br' || tag === 'hr') this.#endLine();
    this.#breakAt(tag);
    if (tag === 'blockquote') this.#quoted += 1;
    if (tag === 'pre') this.#kept += 1;
    if (tag === 'tr') this.#rows.push([]);
    if (tag === 'td' || tag === 'th') this.#rows.at(-1)?.push(this.#lines.length);
  }

  write(text: string): void {
    const [first = '', ...others] = this.#kept > 0 ? text.split('\n') : [text];
    this.#words += first;
    for (const other of others) {
      this.#endLine();
      this.#words += other;
    }
  }

  close(tag: string): void {
    this.#breakAt(tag);
    if (tag === 'blockquote') this.#quoted -= 1;
    if (tag === 'pre') this.#kept -= 1;
    if (tag === 'tr') this.#endRow(this.#rows.pop() ?? []);
  }

  end(): string {
    this.#breakAt('div');
    const lines = this.#lines.map(({ words, quoted }) =>
      quoted > 0 ? `${'>'.repeat(quoted)} ${words}`.trim() : words,
    );
    return `${tidyLines(lines.join('\n'))}\n`;
  }

  #breakAt(tag: string): void {
    if (!BLOCKS.has(tag)) return;
    if (this.#words.trim() !== '') this.#endLine();
    this.#words = '';
    if (PARAGRAPHS.has(tag)) this.#endLine();
  }

  #endLine(): void {
    this.#lines.push({ words: this.#words.replace(/\s+/g, ' ').trim(), quoted: this.#quoted });
    this.#words = '';
  }

  /** Cells of one line each stand beside each other; a table that only lays a page out keeps its lines. */
  #endRow(starts: readonly number[]): void {
    const cells = starts.map((from, cell) =>
      this.#lines.slice(from, starts[cell + 1]).filter(({ words }) => words !== ''),
    );
    if (cells.length < 2 || cells.some(({ length }) => length > 1)) return;
    const words = cells.map(([line]) => line?.words ?? '').join('\t');
    this.#lines.splice(starts[0] ?? 0, Number.POSITIVE_INFINITY, { words: words.trim(), quoted: this.#quoted });
  }
}
