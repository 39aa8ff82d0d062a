export type OfferKind = 'discount' | 'credit' | 'points' | 'gift' | 'free_express' | 'upgrade';
export type Authority = 'bot' | 'rep' | 'lead' | 'manager';
export const AUTHORITIES = ['bot', 'rep', 'lead', 'manager'] as const satisfies readonly Authority[];

interface KindTerms {
  /** What it costs the shop of its face value. */
  readonly costPercent: number;
  /** How customers value it beside cash, 0 to 1. */
  readonly appeal: number;
}

interface Cap {
  readonly maxPercent: number;
  readonly maxCents: number;
  readonly kinds: readonly OfferKind[];
}

/** What may be given; knowledge/policy/incentives.yaml tells what each key means. Amounts in cents. */
export interface OfferPolicy extends Readonly<Record<Authority, Cap>> {
  readonly earns: {
    readonly steps: readonly { readonly fromDaysLate: number; readonly percent: number }[];
    readonly noDateCountsAsDays: number;
    readonly perSlip: number;
    readonly mostSlips: number;
    readonly tiers: Readonly<Record<'standard' | 'plus' | 'vip', number>>;
  };
  readonly leastCents: number;
  readonly kinds: {
    readonly points: KindTerms & { readonly pointsPerUnit: number };
    readonly discount: KindTerms;
    readonly credit: KindTerms;
    readonly gift: KindTerms & { readonly worthCents: number };
    readonly free_express: KindTerms & { readonly worthCents: number };
    readonly upgrade: KindTerms & { readonly worthCents: number };
  };
  readonly keepsOrderFromShare: number;
  readonly marginFloorPercent: number;
  readonly unknownMarginPercent: number;
  readonly frequency: { readonly most: number; readonly days: number };
}

/** One order as the offer engine sees it. Amounts in cents of one currency. */
export interface OfferSituation {
  readonly tier: 'standard' | 'plus' | 'vip';
  /** Price of what waits; what shipped or was cancelled is not in it. */
  readonly waitingCents: number;
  /** Price less cost of what waits; null where a cost is not known. */
  readonly marginCents: number | null;
  /** Likely ship date less first promised ship date, in days; null when nobody can tell when it ships. */
  readonly daysLate: number | null;
  /** How often a told date was put off. */
  readonly slips: number;
  /** Not by express already, and there is a shop that can be asked to send it so. */
  readonly canGoExpress: boolean;
  /** Offers the customer got in the last `frequency.days` days, for any order. */
  readonly offersLately: number;
  readonly hasOffer: boolean;
  readonly budgetLeftCents: { readonly day: number; readonly campaign: number };
}

export interface Offer {
  readonly kind: OfferKind;
  /** Of what waits, in whole percent; for a discount only. */
  readonly percent: number | null;
  readonly points: number | null;
  /** What it is worth to the customer on paper. */
  readonly faceCents: number;
  /** What the shop expects it to cost. */
  readonly costCents: number;
}

/** A bound on the face value, and what set it. */
export interface OfferLimit {
  readonly rule: 'earned' | 'role_percent' | 'role_amount';
  readonly cents: number;
}

export type NoOffer =
  | 'nothing_waits'
  | 'not_late'
  | 'already_has_offer'
  | 'too_many_lately'
  | 'below_least'
  | 'no_margin'
  | 'no_budget'
  | 'kind_not_allowed'
  | 'above_authority';
