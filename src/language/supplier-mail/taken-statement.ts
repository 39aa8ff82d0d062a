import type { Statement } from './statements.js';
import type { Column } from './table-columns.js';
import type { ParsedText } from './understood/parse-text.js';

/** A statement of a mail, and what it was read as. */
export interface TakenStatement {
  readonly statement: Statement;
  readonly as: 'prose' | 'headings' | 'row' | 'other_item';
  /** Of the table that it stands in. */
  readonly columns: readonly Column[] | null;
  /** Places of the lines that a row is about. */
  readonly lines: readonly number[];
  /** How the grammar takes it, where it was asked already. */
  readonly parsed: ParsedText | null;
}
