/** One SKU as a catalogue describes it. Any shop's: attributes are whatever keys and values it keeps. */
export interface CatalogueProduct {
  readonly sku: string;
  readonly title: string;
  readonly brand: string;
  /** From the widest level to the narrowest, joined by " > "; empty when the shop keeps none. */
  readonly category: string;
  readonly description: string;
  readonly attributes: Readonly<Record<string, string | number | boolean>>;
  /** Null when unknown; then price says nothing. */
  readonly priceCents: number | null;
}

/**
 * How two values of an attribute must stand to each other for one product to do the other's work.
 * `same`: equal, or one lists the other ("USB-C, USB-A" holds "USB-C"). `at_least`: the substitute's number is not
 * smaller. `at_most`: not larger. `within`: no further apart than `percent`.
 */
export type CompatibilityMatch = 'same' | 'at_least' | 'at_most' | 'within';

export interface CompatibilityRule {
  /** What it is about, as people read it: "mount". */
  readonly name: string;
  /** Words of the category or title for which it counts; empty: everywhere. */
  readonly categories: readonly string[];
  /** Attribute keys it reads, in any spelling: "plug type", "plug_type" and "plugType" are one. */
  readonly keys: readonly string[];
  readonly match: CompatibilityMatch;
  readonly percent?: number | undefined;
}

/** What a shop knows about replacing one thing by another; see knowledge/policy/substitutes.yaml for each key. */
export interface SubstituteRules {
  readonly compatibility: readonly CompatibilityRule[];
  readonly cosmeticKeys: readonly string[];
  readonly ignoredKeys: readonly string[];
  readonly exclusiveWords: readonly { readonly name: string; readonly words: readonly string[] }[];
  readonly accessoryWords: readonly string[];
  readonly otherKindWords: readonly string[];
  readonly variantWords: readonly string[];
}
