/** Whether orders are taken for a SKU that is not free on the shelf. `cap`: while no more units wait in all. */
export type BackorderStance =
  | { readonly kind: 'accept' }
  | { readonly kind: 'cap'; readonly mostWaiting: number }
  | { readonly kind: 'stop' };

/** What the shop has laid down, from the widest to the narrowest. */
export interface StanceRules {
  readonly default: BackorderStance;
  /** By category: "Lenses", or "Cameras > Lenses" with all below it. */
  readonly categories: Readonly<Record<string, BackorderStance>>;
  readonly skus: Readonly<Record<string, BackorderStance>>;
}

/**
 * The stance that counts for a SKU: one that a manager has set (`setByManager`; null when none), else the SKU's own, else
 * that of the narrowest category named, else the default.
 */
export function stanceOf(
  { sku, category }: { readonly sku: string; readonly category: string },
  rules: StanceRules,
  setByManager: BackorderStance | null,
): BackorderStance {
  if (setByManager) return setByManager;
  const own = rules.skus[sku];
  if (own) return own;
  const levels = category.split(' > ');
  for (let depth = levels.length; depth > 0; depth -= 1) {
    const found = rules.categories[levels.slice(0, depth).join(' > ')];
    if (found) return found;
  }
  return rules.default;
}

/** Units that may still be taken to wait, beside those that wait already. */
export function roomToWait(stance: BackorderStance, waitingUnits: number): number {
  switch (stance.kind) {
    case 'accept':
      return Number.POSITIVE_INFINITY;
    case 'cap':
      return Math.max(0, stance.mostWaiting - waitingUnits);
    case 'stop':
      return 0;
  }
}
