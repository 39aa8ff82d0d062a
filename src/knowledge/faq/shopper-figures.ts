import { type Currency, type Money, money } from '../../domain/kernel/money.js';
import { sayCount, sayMoney, sayTime } from '../../wording/formats.js';
import type { PolicyFigures } from '../policy-figures.js';

/** The policy's figures as a shopper reads them, and the amounts among those that were asked for. */
export interface ShopperFigures {
  readonly figures: PolicyFigures;
  readonly amounts: readonly Money[];
}

/**
 * Figures by an expression: a path alone (`shop.name`), `time shop.hours.opens` ("9 am"), `money
 * allocation.split.parcelCents` ("$5.99"; keys that end in Cents hold cents, others units), `count business day
 * shop.fulfilment.packingDays` ("1 business day"), or `place shop.zone` ("Los Angeles").
 */
export function shopperFigures(figures: PolicyFigures, currency: Currency): ShopperFigures {
  const amounts: Money[] = [];
  return {
    amounts,
    figures(expression) {
      const parts = expression.split(/\s+/);
      const path = parts.at(-1) ?? '';
      const [format, ...words] = parts.slice(0, -1);
      const value = figures(path);
      if (value === undefined || format === undefined) return value;
      if (format === 'time') return sayTime(value);
      if (format === 'place') return value.split('/').at(-1)?.replaceAll('_', ' ');
      if (format === 'count') return sayCount(Number(value), words.join(' '));
      if (format !== 'money') return undefined;
      const amount = money(Math.round(Number(value) * (path.endsWith('Cents') ? 1 : 100)), currency);
      amounts.push(amount);
      return sayMoney(amount);
    },
  };
}
