import type { Span } from '../entities/entity.js';

/** A line of the purchase order as its supplier speaks of it. */
export interface OrderedLine {
  readonly line: number | string;
  readonly sku: string;
  readonly description: string;
  readonly ordered: number | null;
  readonly promised: string | null;
}

/** Words that mean lines of the order. `lines` holds places in the order's list; several without `isSure`: one of them. */
export interface LineMention {
  readonly lines: readonly number[];
  readonly isSure: boolean;
  /** `others`: the lines that the mail does not name otherwise. `except`: these are left out of what is said. */
  readonly kind: 'named' | 'all' | 'others' | 'except';
  readonly span: Span;
}
