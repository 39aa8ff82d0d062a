import type { Tx } from '../store/connect.js';
import type { ToolContext } from './define-tool.js';

/** The transaction the door opened for a write. Throws for a read, which has none: a tool with the wrong effect. */
export function inTransaction({ sql }: ToolContext): Tx {
  if (!('savepoint' in sql)) throw new Error('A tool that writes must have the effect record or propose');
  return sql;
}
