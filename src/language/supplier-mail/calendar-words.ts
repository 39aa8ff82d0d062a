/** Month names and their usual short forms in English, German, Spanish, French, Italian and Dutch, lower case. */
const MONTH_NAMES: readonly (readonly string[])[] = [
  ['january', 'jan', 'januar', 'jänner', 'enero', 'ene', 'janvier', 'janv', 'gennaio', 'januari'],
  ['february', 'feb', 'febr', 'februar', 'febrero', 'février', 'fevrier', 'févr', 'fév', 'febbraio', 'februari'],
  ['march', 'mar', 'märz', 'maerz', 'marzo', 'mars', 'maart'],
  ['april', 'apr', 'abril', 'abr', 'avril', 'avr', 'aprile'],
  ['may', 'mai', 'mayo', 'maggio'],
  ['june', 'jun', 'juni', 'junio', 'juin', 'giugno'],
  ['july', 'jul', 'juli', 'julio', 'juillet', 'juil', 'luglio'],
  ['august', 'aug', 'agosto', 'ago', 'août', 'aout', 'augustus'],
  ['september', 'sept', 'sep', 'septiembre', 'septembre', 'settembre'],
  ['october', 'oct', 'oktober', 'okt', 'octubre', 'octobre', 'ottobre'],
  ['november', 'nov', 'noviembre', 'novembre'],
  ['december', 'dec', 'dezember', 'dez', 'diciembre', 'dic', 'décembre', 'decembre', 'déc', 'dicembre'],
];
const WEEKDAY_NAMES: readonly (readonly string[])[] = [
  ['sunday', 'sun', 'sonntag', 'domingo', 'dimanche', 'domenica', 'zondag'],
  ['monday', 'mon', 'montag', 'lunes', 'lundi', 'lunedì', 'maandag'],
  ['tuesday', 'tues', 'tue', 'dienstag', 'martes', 'mardi', 'martedì', 'dinsdag'],
  ['wednesday', 'wed', 'mittwoch', 'miércoles', 'miercoles', 'mercredi', 'mercoledì', 'woensdag'],
  ['thursday', 'thurs', 'thur', 'thu', 'donnerstag', 'jueves', 'jeudi', 'giovedì', 'donderdag'],
  ['friday', 'fri', 'freitag', 'viernes', 'vendredi', 'venerdì', 'vrijdag'],
  ['saturday', 'sat', 'samstag', 'sábado', 'sabado', 'samedi', 'sabato', 'zaterdag'],
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
