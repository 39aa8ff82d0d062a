import type { Random } from './random.js';

const NEIGHBOURS: Readonly<Record<string, string>> = {
  q: 'wa',
  w: 'qes',
  e: 'wrd',
  r: 'etf',
  t: 'ryg',
  y: 'tuh',
  u: 'yij',
  i: 'uok',
  o: 'ipl',
  p: 'ol',
  a: 'qsz',
  s: 'awdx',
  d: 'sefc',
  f: 'drgv',
  g: 'fthb',
  h: 'gyjn',
  j: 'hukm',
  k: 'jil',
  l: 'kop',
  z: 'asx',
  x: 'zsdc',
  c: 'xdfv',
  v: 'cfgb',
  b: 'vghn',
  n: 'bhjm',
  m: 'njk',
};

/**
 * The text with slips of a thumb: each word of three or more letters gets, with probability `share`, one edit: two
 * letters swapped, one dropped, one doubled, or one replaced by a neighbour on a QWERTY keyboard.
 */
export function misspell(text: string, share: number, random: Random): string {
  return text
    .split(' ')
    .map((word) => (word.length >= 3 && random() < share ? editOnce(word, random) : word))
    .join(' ');
}

function editOnce(word: string, random: Random): string {
  const at = Math.floor(random() * (word.length - 1));
  const here = word.charAt(at);
  const before = word.slice(0, at);
  const after = word.slice(at + 1);
  switch (Math.floor(random() * 4)) {
    case 0:
      return before + word.charAt(at + 1) + here + word.slice(at + 2);
    case 1:
      return before + after;
    case 2:
      return before + here + here + after;
    default: {
      const near = NEIGHBOURS[here.toLowerCase()] ?? here;
      return before + near.charAt(Math.floor(random() * near.length)) + after;
    }
  }
}
