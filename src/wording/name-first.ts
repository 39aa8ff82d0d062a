/** Items named before a message says how many more there are. */
const MOST_NAMED = 2;

/** The first of some items by name, each cut to `longest` characters, and how many more there are. */
export function nameFirst<Item extends { readonly lineName: string }>(
  items: readonly Item[],
  longest: number,
): { readonly named: readonly Item[]; readonly more: number } {
  return {
    named: items.slice(0, MOST_NAMED).map((item) => ({ ...item, lineName: shortened(item.lineName, longest) })),
    more: Math.max(0, items.length - MOST_NAMED),
  };
}

/** A name cut at a word where there is one: "Meridian 50 mm f/1.8 lens..." */
export function shortened(name: string, longest: number): string {
  if (name.length <= longest) return name;
  const cut = name.slice(0, longest - 3);
  const end = cut.lastIndexOf(' ');
  return `${(end > longest / 2 ? cut.slice(0, end) : cut).replace(/[\s,(/–-]+$/, '')}...`;
}
