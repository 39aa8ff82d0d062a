import type { Entity } from '../../language/entities/entity.js';
import { matchPhrase } from '../../language/text-likeness.js';

/**
 * The things of a shown list that a message points at: "the second one", "the last", "both", "all of it", and, where it
 * is known what each costs, "the cheaper one".
 */
export function pickByOrdinal<Thing>(
  entities: readonly Entity[],
  shown: readonly Thing[],
  costOf?: (thing: Thing) => number,
): readonly Thing[] | null {
  const pointed = entities.find((entity) => entity.kind === 'ordinal');
  if (pointed?.kind !== 'ordinal' || shown.length === 0) return null;
  if (pointed.value === 'all') return shown;
  if (pointed.value === 'both') return shown.length === 2 ? shown : null;
  if (pointed.value === 'other') return null;
  if (pointed.value === 'cheapest' || pointed.value === 'dearest') {
    const costs = costOf ? shown.map(costOf) : [];
    const meant = pointed.value === 'cheapest' ? Math.min(...costs) : Math.max(...costs);
    const found = shown.filter((_, at) => costs[at] === meant);
    return found.length === 1 ? found : null;
  }
  const thing = pointed.value === 'last' ? shown.at(-1) : shown[pointed.value - 1];
  return thing === undefined ? null : [thing];
}

/** A word must be this close to a word of the name to count as naming it. */
const NAMES_IT = 0.65;

/** Scores this close count as the same. */
const AS_GOOD = 0.1;

/** Words of wishes and manners. They never name an item, though one may sound alike: "cancel" and "noise-cancelling". */
const NEVER_NAMES = new Set(
  'cancel cancelled canceled cancelling order orders ordered ordering item items ship ships shipped shipping send sent when where what why how which will does did have has been still want need please pls thanks the and for from with about that this there here they them can could would should get got come comes coming arrive arrives late long wait waiting money back refund change address talk person tell know any all not now just yes you your yours mine our out keep stay stays only still never mind other another instead meant mean sorry wait actually drop remove cheaper cheapest expensive both those these thing things one two three four five six theres then too also but except'.split(
    ' ',
  ),
);

/**
 * Which of a few names a sentence speaks of, going by its single words: "cancel the lens pls" names "50 mm lens". Null
 * when no name is spoken of, or two as much as each other.
 */
export function pickByWords(text: string, names: readonly string[]): number | null {
  const leaders = leadersByWords(text, names);
  return leaders.length === 1 ? (leaders[0] ?? null) : null;
}

const STARTS_WITH_A_NUMBER = /^\d+\p{L}*$/u;

/** A measure as one word, however it is written: "50 mm" as "50mm". */
const joinUnits = (text: string): string => text.replace(UNIT, '$1$2');
const withUnitsJoined = (name: string): string => (joinUnits(name) === name ? name : `${joinUnits(name)} ${name}`);
const UNIT = /(?<!\p{L})(\d+)[ -](mm|cm|ml|kg|gb|tb|oz|lb|inch|l|w)(?!\p{L})/giu;

/** The names a text speaks of most, by place: none, one, or several as much as each other. */
export function leadersByWords(text: string, names: readonly string[], closeness = AS_GOOD): readonly number[] {
  const scores = names.map(() => 0);
  const measured = names.map(withUnitsJoined);
  const words = new Set(
    joinUnits(text)
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length >= 3 && !NEVER_NAMES.has(word)),
  );
  for (const word of words) {
    // a number names only what bears that very number: "in 1998" is no 60-litre aquarium
    const bearing = STARTS_WITH_A_NUMBER.test(word)
      ? measured.map((name) => new RegExp(`\\b${word}\\b`, 'i').test(name))
      : null;
    for (const { index, score } of matchPhrase(word, measured)) {
      if (bearing?.[index] === false) continue;
      if (score >= NAMES_IT) scores[index] = (scores[index] ?? 0) + score;
    }
  }
  const best = Math.max(0, ...scores);
  return scores.flatMap((score, index) => (best > 0 && score > best - closeness ? [index] : []));
}
