import { isSameValue, type ReadValue, valueLikeness } from './attribute-values.js';
import type { CompatibilityRule } from './product.js';
import type { ReadProduct, ReadRules } from './read-product.js';

export type CompatibilityVerdict =
  /** Both say it, and it fits. */
  | { readonly kind: 'fits'; readonly name: string }
  /** Both say it, and it does not fit: no substitute. */
  | { readonly kind: 'clashes'; readonly name: string; readonly wanted: string; readonly offered: string }
  /** The wanted one says it, the other is silent. */
  | { readonly kind: 'unknown'; readonly name: string };

/**
 * Holds a candidate against the rule table and the words that exclude each other. A rule speaks only where the wanted
 * product has the attribute and its category or title is one of the rule's.
 */
export function compatibilityOf(wanted: ReadProduct, offered: ReadProduct, rules: ReadRules): CompatibilityVerdict[] {
  const verdicts: CompatibilityVerdict[] = [];
  for (const rule of rules.compatibility) {
    if (!concerns(rule.categorySet, wanted)) continue;
    for (const [key, value] of wanted.attributes) {
      if (!rule.keySet.has(key)) continue;
      const other = valueFor(offered, key, rule.keySet);
      if (other === undefined) verdicts.push({ kind: 'unknown', name: rule.name });
      else if (fits(rule, value, other)) verdicts.push({ kind: 'fits', name: rule.name });
      else verdicts.push({ kind: 'clashes', name: rule.name, wanted: value.text, offered: other.text });
    }
  }
  return [...verdicts, ...excluded(wanted, offered, rules)];
}

function concerns(categories: ReadonlySet<string>, { path, words }: ReadProduct): boolean {
  if (categories.size === 0) return true;
  return (
    path.some((level) => level.split(' ').some((word) => categories.has(word))) ||
    [...words].some((word) => categories.has(word))
  );
}

/** The same key, or another that the rule takes for the same thing. */
function valueFor({ attributes }: ReadProduct, key: string, keys: ReadonlySet<string>): ReadValue | undefined {
  return attributes.get(key) ?? [...attributes].find(([other]) => keys.has(other))?.[1];
}

function fits(
  { match, percent = 0 }: Pick<CompatibilityRule, 'match' | 'percent'>,
  wanted: ReadValue,
  offered: ReadValue,
): boolean {
  const [one, other] = [wanted.quantities[0], offered.quantities[0]];
  if (match === 'same' || !one || !other) return isSameValue(wanted, offered);
  if (match === 'at_least') return other.value >= one.value * (1 - percent / 100);
  if (match === 'at_most') return other.value <= one.value * (1 + percent / 100);
  return isSameValue(wanted, offered) || valueLikeness(wanted, offered) >= (1 - percent / 100) ** 2;
}

/** Words of one group that name different things: "men" and "women", "left" and "right". Read in titles and values. */
function excluded(wanted: ReadProduct, offered: ReadProduct, { exclusive }: ReadRules): CompatibilityVerdict[] {
  return exclusive.flatMap(({ name, words }): CompatibilityVerdict[] => {
    const [mine, theirs] = [namedOf(wanted, words), namedOf(offered, words)];
    if (mine.length === 0 || theirs.length === 0) return [];
    if (mine.some((word) => theirs.includes(word))) return [{ kind: 'fits', name }];
    return [{ kind: 'clashes', name, wanted: mine.join(', '), offered: theirs.join(', ') }];
  });
}

const namedOf = ({ words }: ReadProduct, group: ReadonlySet<string>): string[] =>
  [...words].filter((word) => group.has(word));
