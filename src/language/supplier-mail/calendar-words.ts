/** Month names and their usual short forms in English, German, Spanish and French, lower case. */
const MONTH_NAMES: readonly (readonly string[])[] = [
  ['january', 'jan', 'januar', 'jänner', 'enero', 'ene', 'janvier', 'janv'],
  ['february', 'feb', 'febr', 'februar', 'febrero', 'février', 'fevrier', 'févr', 'fév'],
  ['march', 'mar', 'märz', 'maerz', 'marzo', 'mars'],
  ['april', 'apr', 'abril', 'abr', 'avril', 'avr'],
  ['may', 'mai', 'mayo'],
  ['june', 'jun', 'juni', 'junio', 'juin'],
  ['july', 'jul', 'juli', 'julio', 'juillet', 'juil'],
  ['august', 'aug', 'agosto', 'ago', 'août', 'aout'],
  ['september', 'sept', 'sep', 'septiembre', 'septembre'],
  ['october', 'oct', 'oktober', 'okt', 'octubre', 'octobre'],
  ['november', 'nov', 'noviembre', 'novembre'],
  ['december', 'dec', 'dezember', 'dez', 'diciembre', 'dic', 'décembre', 'decembre', 'déc'],
];
const WEEKDAY_NAMES: readonly (readonly string[])[] = [
  ['sunday', 'sun', 'sonntag', 'domingo', 'dimanche'],
  ['monday', 'mon', 'montag', 'lunes', 'lundi'],
  ['tuesday', 'tues', 'tue', 'dienstag', 'martes', 'mardi'],
  ['wednesday', 'wed', 'mittwoch', 'miércoles', 'miercoles', 'mercredi'],
  ['thursday', 'thurs', 'thur', 'thu', 'donnerstag', 'jueves', 'jeudi'],
  ['friday', 'fri', 'freitag', 'viernes', 'vendredi'],
  ['saturday', 'sat', 'samstag', 'sábado', 'sabado', 'samedi'],
];
/** A few and a couple are left out: they are no number. */
const NUMBERS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  another: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  ein: 1,
  eine: 1,
  einer: 1,
  einem: 1,
  zwei: 2,
  drei: 3,
  vier: 4,
  fünf: 5,
  sechs: 6,
  un: 1,
  une: 1,
  una: 1,
  deux: 2,
  trois: 3,
  quatre: 4,
  dos: 2,
  tres: 3,
  cuatro: 4,
};

const either = (words: readonly string[]): string => [...words].sort((a, b) => b.length - a.length).join('|');

export const MONTH = `(?:${either(MONTH_NAMES.flat())})(?![\\p{L}])\\.?`;
export const WEEKDAY = `(?:${either(WEEKDAY_NAMES.flat())})(?![\\p{L}])\\.?`;
/** A weekday that is no other word, where nothing beside it says that it is one. */
export const FULL_WEEKDAY = `(?:${either(WEEKDAY_NAMES.flat().filter((name) => name.length > 4))})(?![\\p{L}])`;
export const COUNT = `(?:\\d{1,3}|${either(Object.keys(NUMBERS))})`;

const placeOf = (names: readonly (readonly string[])[], word: string): number =>
  names.findIndex((forms) => forms.includes(word.toLowerCase().replace('.', '')));

/** 1 to 12; 0 for no month. */
export const monthNamed = (word: string): number => placeOf(MONTH_NAMES, word) + 1;
/** 0 = Sunday … 6 = Saturday; -1 for none. */
export const weekdayNamed = (word: string): number => placeOf(WEEKDAY_NAMES, word);
export const countNamed = (word: string): number =>
  /^\d/.test(word) ? Number(word) : (NUMBERS[word.toLowerCase()] ?? Number.NaN);
