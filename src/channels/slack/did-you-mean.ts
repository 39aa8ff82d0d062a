/** The names that somebody may have meant by a word: at most two keys away, the closest first. */
export function didYouMean(typed: string, names: readonly string[]): string[] {
  const word = typed.toLowerCase();
  return names
    .map((name) => ({ name, away: name.startsWith(word) && word.length >= 2 ? 0 : keysAway(word, name) }))
    .filter(({ name, away }) => away <= Math.min(2, Math.floor(name.length / 2)))
    .sort((a, b) => a.away - b.away || a.name.localeCompare(b.name))
    .slice(0, 3)
    .map(({ name }) => name);
}

/** Keys to press to make one word of the other: insert, delete, replace, or two neighbours swapped (Damerau 1964). */
function keysAway(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  const at = (row: number, column: number): number => rows[row]?.[column] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      const isSwapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(
        Math.min(
          at(i - 1, j) + 1,
          at(i, j - 1) + 1,
          at(i - 1, j - 1) + (isSame ? 0 : 1),
          isSwapped ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
  }
  return at(a.length, b.length);
}
