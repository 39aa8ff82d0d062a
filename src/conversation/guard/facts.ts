import type { ToolResult } from '../../brains/brain.js';
import { LocalDate } from '../../domain/kernel/dates.js';
import { OrderLineId, OrderNumber } from '../../domain/kernel/ids.js';
import { Money } from '../../domain/kernel/money.js';
import { plainText } from '../../wording/plain-text.js';
import { codesIn, numbersIn, readable } from './readable.js';

/** Where a fact comes from: enough to write it into the promise ledger. */
export interface FactSource {
  readonly tool: string;
  /** Dotted place in the tool's output, such as `lines.1.likelyOn`. */
  readonly path: string;
  /** The last name on the path that is not an index. */
  readonly name: string;
  readonly orderNumber: OrderNumber | null;
  readonly orderLineId: OrderLineId | null;
}

export type Fact = FactSource &
  (
    | { readonly kind: 'date'; readonly value: LocalDate }
    | { readonly kind: 'money'; readonly value: Money }
    | { readonly kind: 'number'; readonly value: number }
    /** Any other text: product names, tracking numbers, addresses. Its numbers and codes may be said, the rest as a whole. */
    | {
        readonly kind: 'text';
        readonly value: string;
        /** The value as it reads in a message. */
        readonly words: string;
        readonly numbers: ReadonlySet<number>;
        readonly codes: ReadonlySet<string>;
      }
  );

/** Everything the results of a turn bear: each value with the place it stands at and the line or order it is about. */
export function collectFacts(results: readonly ToolResult[]): Fact[] {
  return results.flatMap(({ tool, output }) => [
    ...walk(output, { tool, path: '', name: '', orderNumber: null, orderLineId: null }),
  ]);
}

function* walk(value: unknown, at: FactSource): Generator<Fact> {
  if (typeof value === 'number') yield { ...at, kind: 'number', value };
  else if (typeof value === 'string') yield textOrDate(value, at);
  else if (Array.isArray(value)) {
    yield { ...at, kind: 'number', value: value.length };
    for (const [index, item] of value.entries()) yield* walk(item, { ...at, path: `${at.path}.${index}` });
  } else if (value !== null && typeof value === 'object') {
    const money = Money.safeParse(value);
    if (money.success) yield { ...at, kind: 'money', value: money.data };
    else yield* walkObject(value as Record<string, unknown>, at);
  }
}

function* walkObject(value: Record<string, unknown>, at: FactSource): Generator<Fact> {
  const line = OrderLineId.safeParse(value.orderLineId);
  const order = OrderNumber.safeParse(value.orderNumber);
  const about = {
    orderLineId: line.success ? line.data : at.orderLineId,
    orderNumber: order.success ? order.data : at.orderNumber,
  };
  for (const [name, inner] of Object.entries(value)) {
    yield* walk(inner, { ...at, ...about, name, path: at.path ? `${at.path}.${name}` : name });
  }
}

function textOrDate(value: string, at: FactSource): Fact {
  const date = LocalDate.safeParse(value);
  if (date.success) return { ...at, kind: 'date', value: date.data };
  const words = readable(plainText(value)).trim();
  return { ...at, kind: 'text', value, words, numbers: numbersIn(words), codes: codesIn(words) };
}
