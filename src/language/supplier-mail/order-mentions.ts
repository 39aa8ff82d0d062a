import type { Span } from '../entities/entity.js';

/** A purchase order's number in a mail. */
export interface OrderMention {
  readonly isOurs: boolean;
  /** The line that its number names with it, as written. */
  readonly line: string | null;
  readonly span: Span;
}

const key = (number: string): string =>
  number
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replace(/^(?:po|p)(?=\d)/, '')
    .replace(/^0+(?=\d)/, '');

const WORDED =
  /(?<![\p{L}\p{N}])(?:p\.?\s?o\.?(?:s(?=\s*#?\d{2}))?(?!s)|purchase orders?|orders?(?=\s*(?:no\b|nr\b|number|num\b|#|:?\s*\p{L}{1,4}-\d))|bestellung(?:en)?|bestell-?nr\.?|commandes?|pedidos?|ordine)\s*(?:numbers?|no\.?|num\.?|nr\.?|n°|#)?\s*[:#-]?\s*((?:\p{L}{1,4}[-/ ]?)?\d[\p{L}\p{N}/-]*)/giu;

/** "Order VD-88410 (your reference 510-2290)": between the supplier's own number and ours. */
const ALSO_OURS =
  /^\s*[([,;|/-]*\s*(?:your|customer'?s?|cust\.?)\s*(?:p\.?o\.?|purchase order|order|ref(?:erence)?)?\s*(?:no\.?|nr\.?|number|#)?\s*[:.]?\s*$/iu;

/** Numbers by which a mail calls our order besides our own: the supplier's. */
export function aliasesIn(text: string, number: string): string[] {
  const found = findOrderMentions(text, number);
  return found.flatMap((one, at) => {
    const next = found[at + 1];
    const between = text.slice(one.span[1], next?.span[0] ?? 0);
    const isAlias = !one.isOurs && next?.isOurs && (ALSO_OURS.test(between) || /^\s*[([]\s*$/.test(between));
    const written = /[\p{L}\d/-]*\d[\p{L}\d/-]*$/u.exec(text.slice(...one.span))?.[0];
    return isAlias && written ? [written] : [];
  });
}

/** The purchase orders that a text names; `PO-77-2` names line 2 of `PO-77`. `aliases` are other numbers of ours. */
export function findOrderMentions(text: string, number: string, aliases: readonly string[] = []): OrderMention[] {
  const ours = key(number);
  const others = aliases.map(key);
  const read = (found: string): Pick<OrderMention, 'isOurs' | 'line'> => {
    const line = /-(\d{1,3})$/.exec(found)?.[1] ?? null;
    const isWhole = key(found) === ours || others.includes(key(found));
    return { isOurs: isWhole || key(found.replace(/-\d{1,3}$/, '')) === ours, line: isWhole ? null : line };
  };
  const exact = [...text.matchAll(exactly(number))].map((match) => ({
    isOurs: true,
    line: match[1] ?? null,
    span: [match.index, match.index + match[0].length] as const,
  }));
  const free = ({ index, 0: found }: { index: number; 0: string }): boolean =>
    !exact.some(({ span }) => span[0] < index + found.length && span[1] > index);
  // "POS 00010" is a position
  const worded = [...text.matchAll(WORDED)]
    .filter((one) => free(one) && !one[0].startsWith('POS '))
    .map((match) => ({
      ...read(match[1] ?? ''),
      span: [match.index, match.index + match[0].replace(/[-/]+$/, '').length] as const,
    }));
  const alike = [...text.matchAll(shapeOf(number))]
    .filter(free)
    .filter((match) => !worded.some(({ span }) => span[0] < match.index + match[0].length && span[1] > match.index))
    .map((match) => ({ ...read(match[0]), span: [match.index, match.index + match[0].length] as const }));
  // "POs 77 and 78", "PO-77/78": what is coupled to an order's number is another one
  const coupled = [...exact, ...worded].flatMap((one) => {
    const more = /^\s*(?:,|and|&|\/|und|y|et)\s*#?(\d{2,})(?![\p{L}\p{N}./-]|\s*(?:pcs|units|x\b))/iu.exec(
      text.slice(one.span[1]),
    );
    return more ? [{ ...read(more[1] ?? ''), span: [one.span[1], one.span[1] + more[0].length] as const }] : [];
  });
  return [...exact, ...worded, ...alike, ...coupled].sort((a, b) => a.span[0] - b.span[0]);
}

/** Our number with its parts joined in any way, the word before it, and perhaps a line's number behind. */
function exactly(number: string): RegExp {
  const parts = number.match(/\p{L}+|\d+/gu) ?? ['(?!)'];
  const body = parts.join('[-_/ .]{0,2}');
  return new RegExp(
    `(?<![\\p{L}\\p{N}]|[\\p{L}\\p{N}][-/])(?:(?:p\\.?\\s?o\\.?|purchase order|order|bestellung|commande|pedido|ordine)\\s*(?:numbers?|no\\.?|nr\\.?|n°|#)?\\s*[:#-]?\\s*)?${body}(?:-(\\d{1,3}))?(?![\\p{L}\\p{N}]|[-/][\\p{N}])`,
    'giu',
  );
}

/** Numbers that are made as ours is: the same letters before, and digits in place of digits. */
function shapeOf(number: string): RegExp {
  const letters = /^\p{L}*/u.exec(number)?.[0] ?? '';
  const digits = number.replace(/\D/g, '').length;
  const shape = letters ? `${letters}[-_ ]?\\d[\\d-]*` : digits >= 5 ? `\\d{${digits}}` : '(?!)';
  return new RegExp(`(?<![\\p{L}\\p{N}-])${shape}(?![\\p{L}\\p{N}])`, 'giu');
}
