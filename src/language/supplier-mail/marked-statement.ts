import { blank, type Span } from '../entities/entity.js';
import { findMailDays } from './find-mail-days.js';
import type { LineMention, OrderedLine } from './line-mention.js';
import { findLineMentions } from './line-mentions.js';
import type { DayContext, MailDay } from './mail-day.js';
import { findOrderMentions, type OrderMention } from './order-mentions.js';
import { findOtherItems } from './segments.js';
import { withoutPoliteness } from './statement-signs.js';

/** The order that a mail is held against. */
export interface AskedOrder {
  readonly number: string;
  /** The supplier's name, as the order has it. */
  readonly supplier?: string | null | undefined;
  readonly lines: readonly OrderedLine[];
  /** The supplier's own numbers for it, as the mail tells them. */
  readonly aliases?: readonly string[];
}

/** A statement with the orders, lines and days that it names. All texts are as long as it; what was read is blanked. */
export interface MarkedStatement {
  /** Without politeness. */
  readonly text: string;
  readonly orders: readonly OrderMention[];
  readonly withoutOrders: string;
  readonly mentions: readonly LineMention[];
  /** Without orders and lines. */
  readonly bare: string;
  readonly days: readonly MailDay[];
  /** Without orders, lines and days. */
  readonly quiet: string;
}

/** "due to a shortage of cotton" speaks of no cotton bag. */
const OF_A_CAUSE =
  /\b(?:due to|because of|owing to|(?:shortage|lack|supply|price) of|on account of)(?: (?:a|an|the))?(?: \p{L}+)?\s*$/iu;

/** Finds the orders, lines and days that a statement names. */
export function markStatement(statement: string, order: AskedOrder, context: DayContext): MarkedStatement {
  const text = withoutPoliteness(statement);
  const orders = findOrderMentions(text, order.number, order.aliases);
  const withoutOrders = blank(
    text,
    orders.map(({ span }) => span),
  );
  const mentions = mentionsIn(withoutOrders, order, orders);
  const bare = blank(
    withoutOrders,
    mentions.map(({ span }) => span),
  );
  const days = findMailDays(bare, context);
  const quiet = blank(
    bare,
    days.map(({ span }) => span),
  );
  return { text, orders, withoutOrders, mentions, bare, days, quiet };
}

function mentionsIn(
  text: string,
  { lines }: AskedOrder,
  orders: readonly { line: string | null; span: Span }[],
): LineMention[] {
  const byOrder = orders.flatMap(({ line, span }) => {
    const at = lines.findIndex((one) => String(one.line) === String(Number(line)));
    return line === null ? [] : [{ lines: at < 0 ? [] : [at], isSure: at >= 0, kind: 'named' as const, span }];
  });
  const named = findLineMentions(text, lines).filter(
    ({ span }) => /\d/.test(text.slice(...span)) || !OF_A_CAUSE.test(text.slice(0, span[0])),
  );
  const others = findOtherItems(
    blank(
      text,
      named.map(({ span }) => span),
    ),
    lines,
  );
  return [...byOrder, ...named, ...others].sort((a, b) => a.span[0] - b.span[0]);
}
