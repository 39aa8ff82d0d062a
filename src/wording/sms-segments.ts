/** The characters of the GSM 7-bit alphabet (3GPP TS 23.038, table 6.2.1), escape left out. */
const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
/** Its extension table: each counts two, since an escape goes before it. */
const EXTENDED = new Set('^{}\\[~]|€\f');

/** What typists' signs become, so that one of them does not turn the whole text into UCS-2. */
const PLAIN: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  '′': "'",
  '`': "'",
  '´': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '″': '"',
  '–': '-',
  '—': '-',
  '−': '-',
  '‐': '-',
  '‑': '-',
  '…': '...',
  '•': '-',
  '·': '-',
  '×': 'x',
  '→': '->',
  '™': '(TM)',
  '®': '(R)',
  '©': '(C)',
  '½': '1/2',
  '¼': '1/4',
  '¾': '3/4',
  '\t': ' ',
};

const isGsm = (character: string): boolean => BASIC.has(character) || EXTENDED.has(character);

/**
 * A text in characters of the GSM alphabet wherever that says the same: straight quotes, plain dashes and spaces, letters
 * without an accent the alphabet lacks. What has no such form (other scripts, emoji) stays.
 */
export function toGsm(text: string): string {
  return [...text.normalize('NFC').replaceAll('\r\n', '\n')]
    .map((character) => {
      if (isGsm(character)) return character;
      const plain = PLAIN[character];
      if (plain !== undefined) return plain;
      if (/\p{Zs}/u.test(character)) return ' ';
      if (/\p{Cf}|\ufe0f/u.test(character)) return '';
      const bare = character.normalize('NFD').replace(/\p{M}/gu, '');
      return bare !== '' && [...bare].every(isGsm) ? bare : character;
    })
    .join('');
}

export interface Segments {
  readonly encoding: 'GSM-7' | 'UCS-2';
  /** Texts a carrier makes of it, and is paid for. */
  readonly segments: number;
  /** Units of 7 or 16 bits. */
  readonly units: number;
}

/**
 * How many segments a text takes. GSM-7: 160 units alone, 153 each in several; UCS-2: 70 and 67. No character is cut in two:
 * one that needs two units and finds one left begins the next segment.
 */
export function countSegments(text: string): Segments {
  const characters = [...text];
  const isPlain = characters.every(isGsm);
  const sizes = characters.map((character) => (isPlain ? (EXTENDED.has(character) ? 2 : 1) : character.length));
  const units = sizes.reduce((sum, size) => sum + size, 0);
  const [alone, each] = isPlain ? [160, 153] : [70, 67];
  const encoding = isPlain ? 'GSM-7' : 'UCS-2';
  if (units <= alone) return { encoding, segments: 1, units };
  let segments = 1;
  let used = 0;
  for (const size of sizes) {
    if (used + size > each) {
      segments += 1;
      used = 0;
    }
    used += size;
  }
  return { encoding, segments, units };
}
