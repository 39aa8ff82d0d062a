import { OrderNumber, PurchaseOrderNumber, Sku } from '../../../domain/kernel/ids.js';
import { argument, word } from './argument.js';

const SHAPES = {
  /** Digits, with a few letters before them at most; after a # anything goes. */
  order: /^(#.+|\d{3,}|[A-Z]{1,4}-?\d{3,})$/i,
  purchaseOrder: /^PO-?\d+$/i,
  /** Letters, and a digit or a hyphen: a word alone is no SKU. */
  sku: /^(?=.*[A-Z])(?=.*[\d-])[A-Z0-9][A-Z0-9./_-]*$/i,
};

/** "1042", "#1042", "tg-1042". */
export const orderNumber = word('an order number, such as 1042', (text) =>
  SHAPES.order.test(text) ? (OrderNumber.safeParse(text.replace(/^#/, '').toUpperCase()).data ?? null) : null,
);

/** "LEN-50", "len-50". */
export const sku = word('a SKU, such as LEN-50', (text) =>
  SHAPES.sku.test(text) && !SHAPES.purchaseOrder.test(text) ? (Sku.safeParse(text.toUpperCase()).data ?? null) : null,
);

/** "PO-77", "po77". */
export const purchaseOrderNumber = word('a purchase order, such as PO-77', (text) =>
  SHAPES.purchaseOrder.test(text)
    ? (PurchaseOrderNumber.safeParse(text.toUpperCase().replace(/^PO-?/, 'PO-')).data ?? null)
    : null,
);

/** A line of an order by its number: "2", "line 2". */
export const lineNumber = argument('a line of the order, such as 2', (tokens, at) => {
  const isNamed = /^(line|item)$/i.test(tokens[at]?.text ?? '');
  const text = tokens[isNamed ? at + 1 : at]?.text ?? '';
  return /^\d{1,2}$/.test(text) && Number(text) > 0 ? { value: Number(text), took: isNamed ? 2 : 1 } : null;
});

/** A colleague, mentioned with @: Slack makes `<@U01REP|riley>` of it. The Slack user id. */
export const colleague = word(
  'a colleague, such as @riley',
  (text) => /^<@([UW][A-Z0-9]+)(\|[^>]*)?>$/.exec(text)?.[1] ?? null,
);

/** One of a few words, as far as it can be told from the others by its beginning. */
export const oneOf = <const Choice extends string>(choices: readonly Choice[]) =>
  word(`one of ${choices.join(', ')}`, (text) => {
    const typed = text.toLowerCase();
    const exact = choices.find((choice) => choice === typed);
    const begun = choices.filter((choice) => typed.length >= 3 && choice.startsWith(typed));
    return exact ?? (begun.length === 1 ? (begun[0] ?? null) : null);
  });
