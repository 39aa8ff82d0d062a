import type { LocalDate } from '../domain/kernel/dates.js';
import type { Fact } from '../grounding/facts.js';
import { sayDate, sayMoney, sayNumber } from '../wording/formats.js';

const PLACEHOLDER = /\{\s*([A-Za-z]\w*)(?:\s+([\w-]+))?\s*\}/g;

/**
 * Puts facts where a model's text names them: `{likelyOn 1042-2}`, `{refundAmount}`. What names no fact, or more than one
 * value, stays as it is, so that the guard sees it.
 */
export function fillPlaceholders(text: string, facts: readonly Fact[], today: LocalDate): string {
  return text.replace(PLACEHOLDER, (whole, name: string, about: string | undefined) => {
    const said = new Set(
      facts.filter((fact) => fact.name === name && isAbout(fact, about)).map((fact) => inWords(fact, today)),
    );
    const [only] = said;
    return only !== undefined && said.size === 1 ? only : whole;
  });
}

/** What of a model's text was to be filled and could not be. */
export const leftUnfilled = (text: string): readonly string[] => text.match(/\{[^}\n]{0,40}\}?/g) ?? [];

const isAbout = ({ orderLineId, orderNumber }: Fact, about: string | undefined): boolean =>
  about === undefined || about === orderLineId || about === orderNumber || about === orderLineId?.replace(/-\d+$/, '');

function inWords(fact: Fact, today: LocalDate): string {
  switch (fact.kind) {
    case 'date':
      return sayDate(fact.value, today);
    case 'money':
      return sayMoney(fact.value);
    case 'number':
      return sayNumber(fact.value);
    case 'text':
      return fact.words;
  }
}
