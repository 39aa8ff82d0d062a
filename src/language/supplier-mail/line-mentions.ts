import { escaped } from '../matches.js';
import { countNamed, MONTH } from './calendar-words.js';
import { byDescription } from './described-lines.js';
import type { LineMention, OrderedLine } from './line-mention.js';
import { isOneSlipAway, key } from './words-alike.js';

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth'];
const ALL =
  /\b(?:all (?:the |of the |our |your |\d+ |two |three |four |other )?(?:lines?|items?|positions?|products|goods|of (?:it|them))|(?:the )?(?:whole|entire|complete|full) (?:order|po|shipment|purchase order|lot)|everything(?! else)|both (?:lines?|items?|products|of them)|each line|both(?=\s*(?:[.,;!)]|$|are\b|ship|will\b|on\b|by\b|arrive|now\b|still\b))|alle (?:positionen|artikel|teile)|beide(?:n)? (?:positionen|artikel|teile)|les deux (?:lignes|articles|références)|(?:ambas?|ambos|las dos|los dos|todas las|todos los) (?:líneas|lineas|artículos|partidas|productos)|gesamte bestellung|alles|todo el pedido|toda la orden|todo(?= (?:el|sale|llega|se|lo)\b)|tutto(?! (?:il|lo|ok)\b)|tutti gli articoli|tutte le righe|l'intero ordine|alle artikelen|alle regels|beide artikelen|tout(?= (?:est|sera|part|partira|arrive|arrivera|reste)\b)|tous les articles|les deux|entrambi|toutes les lignes|toute la commande)\b/gi;
const OTHERS =
  /\b(?:everything else|others(?= (?:are|remain|no|as|on|will|unchanged|same|ok|ship)\b)|all (?:the )?others?(?: lines| items)?|(?:the )?others?(?: (?:\w+ )?(?:lines?|items?|ones?|positions?|products?))|the others|(?:the )?remaining (?:\w+ )?(?:lines?|items?|positions?|products)|(?:the )?rest of (?:the )?(?:order|po|lines?|items?)|alle anderen|(?:die )?(?:übrigen?|restlichen?)(?: positionen| artikel| teile)?|(?:les )autres(?: articles| lignes| produits)?|(?:los|las) (?:demás|otros|otras)(?: \w+)?|el resto|gli altri(?: articoli)?|il resto|de (?:andere|overige)(?: artikelen| regels)?|de rest)\b/gi;
/** "one of the two items" */
const ONE_OF =
  /\b(?:one|some|two|part|eine[rs]?|einige|un[ae]?|uno) (?:of|von|des|de|der|dei) (?:the |our |your |these |den |los |las |les |gli )?(?:\p{L}+ )?(?:items?|lines?|products|articles|articoli|positionen|artikeln?|artículos|two|three)\b/giu;
const EXCEPT =
  /\b(?:except(?:ing)?(?: for)?|apart from|other than|with the exception of|besides|but not|excluding|bis auf|außer|excepto|salvo|sauf)\s*(?:the |for |den |die |das |el |la |le )*$/i;
/** "both rubber feet" */
const BOTH = /\b(?:both(?: of)?|beide|ambos|ambas|les deux)(?: the| your| our| these| those)?\s+$/i;
/** A number that a day follows from ("line 1, 14 Dec") or that counts units is none of a line. */
const LINE_NUMBER = `\\d{1,3}(?!\\d|[./]\\d|\\s*(?:st|nd|rd|th|pcs|pieces|units?|ea|x)\\b|[-./\\s]{0,3}${MONTH}|-\\d)`;
const NUMBERED = new RegExp(
  `(?<![\\w-])(?:(?:line|ln|item|pos(?:ition)?|zeile|línea|linea|ligne|riga|righe|regel|sr\\.? ?no|sl\\.? ?no|s\\.? ?no|partida)s?\\.?(?: items?)?\\s*(?:no\\.?|nr\\.?|#)?\\s*:?\\s*|#)((?:0{1,4})?\\d{1,3}(?![\\d%]|[./]\\d{1,2}/)(?:\\s*(?:,|and|&|\\+|-|und|y|et|or|/)\\s*(?:(?:line|item)\\s*)?#?${LINE_NUMBER})*)`,
  'giu',
);

/** Which lines of an order a text mentions, and where: by number, by SKU, by description, or all of them. */
export function findLineMentions(text: string, lines: readonly OrderedLine[]): LineMention[] {
  const mentions = [
    ...bySku(text, lines),
    ...byNumber(text, lines),
    ...byOrdinal(text, lines),
    ...allCounted(text, lines),
    ...(lines.length > 1 ? [...text.matchAll(ONE_OF)].map((match) => mentionAt(match, everyLine(lines), false)) : []),
    ...[...text.matchAll(OTHERS)].map((match) => mentionAt(match, [], true, 'others')),
    ...[...text.matchAll(ALL)].map((match) => mentionAt(match, everyLine(lines), true, 'all')),
  ];
  const named = [...mentions, ...byDescription(text, lines, mentions)].sort((a, b) => a.span[0] - b.span[0]);
  return named
    .filter((one, at) => !named.slice(0, at).some((other) => other.span[1] > one.span[0] && other.kind === 'named'))
    .map((one, at, all) => withoutContradiction(one, [all[at - 1], all[at + 1]], text))
    .map((one) => (BOTH.test(text.slice(0, one.span[0])) && one.lines.length === 2 ? { ...one, isSure: true } : one))
    .map((one) => (one.kind === 'named' && EXCEPT.test(text.slice(0, one.span[0])) ? { ...one, kind: 'except' } : one));
}

const everyLine = (lines: readonly OrderedLine[]): number[] => lines.map((_, at) => at);

const ALL_COUNTED =
  /\ball (two|three|four|five|six|\d{1,2})(?: of (?:the|your|our|these|them))? (?:sizes|colou?rs|models|types|articles|products|parts|styles|versions|skus)\b/gi;

/** "all three sizes" of an order of three lines. */
const allCounted = (text: string, lines: readonly OrderedLine[]): LineMention[] =>
  [...text.matchAll(ALL_COUNTED)]
    .filter(([, count = '']) => countNamed(count) === lines.length)
    .map((match) =>
      mentionAt(
        match,
        lines.map((_, at) => at),
        true,
        'all',
      ),
    );

/** "Position 20 (BA-GM-090)", where the product is another line's: either may be meant. */
function withoutContradiction(
  one: LineMention,
  beside: readonly (LineMention | undefined)[],
  text: string,
): LineMention {
  const other = beside.find((two) => {
    if (two?.kind !== 'named' || one.kind !== 'named') return false;
    const [first, second] = one.span[0] < two.span[0] ? [one, two] : [two, one];
    return (
      /^\s*\(\s*$/.test(text.slice(first.span[1], second.span[0])) &&
      !one.lines.some((line) => two.lines.includes(line))
    );
  });
  return other ? { ...one, lines: [...one.lines, ...other.lines], isSure: false } : one;
}

const mentionAt = (
  match: { index: number; 0: string },
  lines: readonly number[],
  isSure: boolean,
  kind: LineMention['kind'] = 'named',
): LineMention => ({
  lines,
  isSure,
  kind,
  span: [match.index, match.index + match[0].length],
});

function bySku(text: string, lines: readonly OrderedLine[]): LineMention[] {
  const owners = new Map<string, number[]>();
  lines.forEach(({ sku }, at) => {
    owners.set(key(sku), [...(owners.get(key(sku)) ?? []), at]);
  });
  const exact = [...owners.entries()].flatMap(([sku, at]) => {
    if (sku === '') return [];
    const loose = [...sku].map(escaped).join('[ _./-]?');
    const found = text.matchAll(
      new RegExp(`(?<![\\p{L}\\p{N}]|[\\p{L}\\p{N}]-)${loose}(?![\\p{L}\\p{N}]|-[\\p{L}\\p{N}])`, 'giu'),
    );
    return [...found].map((match) => mentionAt(match, at, at.length === 1));
  });
  const typed = [...text.matchAll(/[\p{L}\p{N}]+(?:[-_./][\p{L}\p{N}]+)+|[\p{L}]+\d+[\p{L}\d]*/gu)].flatMap((match) => {
    if (exact.some(({ span }) => span[0] < match.index + match[0].length && span[1] > match.index)) return [];
    const near = [...owners.keys()].filter((sku) => sku.length >= 5 && isOneSlipAway(key(match[0]), sku));
    const at = near.flatMap((sku) => owners.get(sku) ?? []);
    return at.length > 0 ? [mentionAt(match, at, at.length === 1)] : [];
  });
  return [...exact, ...typed];
}

function byNumber(text: string, lines: readonly OrderedLine[]): LineMention[] {
  const found = [...text.matchAll(NUMBERED)].filter(({ index }) => !/\btotal\s*$/i.test(text.slice(0, index)));
  return found.flatMap((match) => {
    const numbers = (match[1] ?? '').replace(/(\d+)\s*-\s*(\d+)/g, (_all, from: string, to: string) =>
      Array.from(
        { length: Math.min(100, Math.max(0, Number(to) - Number(from) + 1)) },
        (_one, at) => Number(from) + at,
      ).join(','),
    );
    const at = [...numbers.matchAll(/\d+/g)].map(([number]) =>
      lines.findIndex(({ line }) => String(line) === String(Number(number))),
    );
    const isOr = /\bor\b/i.test(match[1] ?? '');
    // a line that the order does not have is somebody else's, or a slip
    return [
      mentionAt(
        match,
        at.filter((one) => one >= 0),
        !isOr && (at[0] ?? -1) >= 0,
      ),
    ];
  });
}

function byOrdinal(text: string, lines: readonly OrderedLine[]): LineMention[] {
  const found = text.matchAll(
    /\b(?:the )?(first|second|third|fourth|fifth|1st|2nd|3rd|4th|5th|last) (?:line|item|position)\b/gi,
  );
  return [...found].map((match) => {
    const word = (match[1] ?? '').toLowerCase();
    const at = word === 'last' ? lines.length - 1 : /^\d/.test(word) ? Number(word[0]) - 1 : ORDINALS.indexOf(word);
    return mentionAt(match, at < lines.length ? [at] : [], at < lines.length);
  });
}
