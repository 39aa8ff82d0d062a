/** Buckets that features are hashed into; two features that share one are treated as the same. */
export const BUCKETS = 1 << 16;

const SHORTEST_GRAM = 2;
const LONGEST_GRAM = 5;
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
const SPACE = 0x20;

/** FNV-1a over the UTF-16 units of a word and a space. */
export function hashWord(word: string, seed: number): number {
  let hash = seed;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), FNV_PRIME);
  return Math.imul(hash ^ SPACE, FNV_PRIME);
}

/** The hash of two hashes in their order. */
export const hashPair = (first: number, second: number): number =>
  Math.imul(Math.imul(first, 0x9e3779b1) ^ second, 0x85ebca77);

/** Mixes a hash (the finaliser of MurmurHash3) down to its bucket. */
export function toBucket(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  return (Math.imul(mixed, 0xc2b2ae35) >>> 16) % BUCKETS;
}

/** Hands on the bucket of each run of two to five characters of a token, its borders counting as spaces. */
export function eachGram(token: string, add: (bucket: number) => void): void {
  const length = token.length + 2;
  for (let start = 0; start < length - 1; start++) {
    let hash = FNV_OFFSET;
    const end = Math.min(start + LONGEST_GRAM, length);
    for (let at = start; at < end; at++) {
      const code = at === 0 || at === length - 1 ? SPACE : token.charCodeAt(at - 1);
      hash = Math.imul(hash ^ code, FNV_PRIME);
      if (at - start + 1 >= SHORTEST_GRAM) add(toBucket(hash));
    }
  }
}
