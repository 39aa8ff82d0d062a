/** Two sentences of one intent that share more of their five-letter sequences than this say the same. */
export const MOST_ALIKE = 0.7;
export const MOST_SAME_OPENING = 3;
const OPENING_WORDS = 3;

/** Lower case letters, digits and single spaces: what is left when spelling of marks and case does not count. */
export const plainSentence = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N} ]/gu, '')
    .trim()
    .replace(/ +/g, ' ');

/** A sentence's sequences of five characters, to hold it against others. */
export function gramsOf(text: string): ReadonlySet<string> {
  const padded = ` ${plainSentence(text)} `;
  return new Set(Array.from({ length: Math.max(1, padded.length - 4) }, (_, at) => padded.slice(at, at + 5)));
}

/** How much two sentences share, 0 to 1: Jaccard over these sequences. */
export function sharedPart(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const gram of one) if (other.has(gram)) shared++;
  return shared / (one.size + other.size - shared);
}

/** The first three words; null of a shorter sentence, which may begin as it likes. */
export function openingOf(text: string): string | null {
  const words = plainSentence(text).split(' ');
  return words.length < OPENING_WORDS ? null : words.slice(0, OPENING_WORDS).join(' ');
}

/** Why a sentence adds nothing to those an intent has; null when it does. */
export function whyNotNew(text: string, sentences: readonly string[]): string | null {
  const grams = gramsOf(text);
  const alike = sentences.find((one) => sharedPart(gramsOf(one), grams) > MOST_ALIKE);
  if (alike !== undefined) return `it says the same as "${alike}"`;
  const opening = openingOf(text);
  const same = opening === null ? [] : sentences.filter((one) => openingOf(one) === opening);
  return same.length >= MOST_SAME_OPENING ? `${same.length} sentences begin with "${opening}" already` : null;
}
