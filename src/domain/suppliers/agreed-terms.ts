import type { Measure } from './measure.js';
import type { AgreedTerms } from './supplier-facts.js';
import type { SupplierScorecard } from './supplier-scorecard.js';

export interface TermBreach {
  readonly term: keyof AgreedTerms;
  readonly agreed: number;
  readonly actual: number;
  /** Rests on fewer than eight records: to be raised as a question, not as a breach. */
  readonly isThin: boolean;
}

/** Which figure answers for which term, and which way it may not go. */
const TERMS: Readonly<
  Record<keyof AgreedTerms, { readonly measure: (card: SupplierScorecard) => Measure; readonly is: 'least' | 'most' }>
> = {
  leadDays: { measure: (card) => card.leadDaysP50, is: 'most' },
  onTimeRate: { measure: (card) => card.onTimeRate, is: 'least' },
  fillRate: { measure: (card) => card.fillRate, is: 'least' },
  acknowledgementDays: { measure: (card) => card.acknowledgementDaysP50, is: 'most' },
  defectRate: { measure: (card) => card.defectRate, is: 'most' },
};

/** The agreed terms that the record does not meet. A term not agreed, or without a record, is never breached. */
export function termBreaches(card: SupplierScorecard, agreed: AgreedTerms): TermBreach[] {
  return (Object.keys(TERMS) as (keyof AgreedTerms)[]).flatMap((term) => {
    const limit = agreed[term];
    const { value, isThin } = TERMS[term].measure(card);
    if (limit === null || value === null) return [];
    const isBreached = TERMS[term].is === 'least' ? value < limit : value > limit;
    return isBreached ? [{ term, agreed: limit, actual: value, isThin }] : [];
  });
}
