import { CONDITIONS, CORRECTIONS, HEDGES, UNSURE } from '../statement-signs.js';
import { NEWS } from './news.js';

const GREETING =
  /^\s*(?:hi|hello|hey|dear|respected|good (?:morning|afternoon|day|evening)|morning|hallo|guten (?:tag|morgen)|moin|sehr geehrte[rs]?|liebe[r]?|hola|buenos d[ií]as|buenas(?: tardes)?|estimad[oa]s?|bonjour|greetings|goedemorgen|goedemiddag|beste|geachte|buongiorno|buonasera|gentile|hej|dzień dobry|bom dia|olá)(?![\p{L}])(?:[ /]*(?:mr|mrs|ms|messrs|customer|friend|colleague|team|miss|dr|sir|madam|frau|herr|herrn|señora?|sra?|sig\.?(?:ra|na)?|signora?|dott|madame|monsieur|mme|m)(?!\p{L})\.?)*/iu;
const GREETED = /^(?:\s+(?:and\s+|und\s+)?\p{Lu}[\p{L}'-]*){0,3}\s*(?:[,!:.-]+(?=\s|$)|$)/u;
const CLOSING =
  /(?:^|[.!,]\s+)(?:[Mm]any )?(?:[Tt]hanks(?: again| a lot)?|[Tt]hank you|[Bb]est(?: regards| wishes)?|[Kk]ind regards|(?:[Ww]arm )?[Rr]egards|[Rr]gds|[Cc]heers|B\.?\s?[Rr](?:egards|gds)|BR|[Gg]ruß|(?:[Vv]iele )?[Gg]rüße|MfG|LG|[Ss]aludos(?: cordiales)?|[Cc]ordialement|[Cc]dt)[\s,./!-]+\p{Lu}[\p{L}.'-]*(?: \p{Lu}[\p{L}.'-]*){0,2}\s*[.!]?\s*$/u;
const PARTICLE = '(?:van|von|de|der|den|del|della|di|da|dos|la|le|bin|al|el|zu|ter|af|av)';
const NAME = new RegExp(
  `^\\s*[-/]{0,2}\\s*(?:i\\. ?[AV]\\. )?\\p{Lu}[\\p{L}'-]*\\.?(?: (?:${PARTICLE} ){0,2}\\p{Lu}[\\p{L}'-]*\\.?){0,2}(?: x{1,3})?\\s*,?\\s*$|^\\s*\\p{Script=Han}{2,4}\\s*$`,
  'u',
);
const DOUBTS = [HEDGES, CONDITIONS, CORRECTIONS, UNSURE, NEWS];

/** A sentence without the greeting and the farewell that it holds: "Hi Dana, it ships Friday. Best, Mei". */
export function withoutAddress(sentence: string): string {
  const greeting = GREETING.exec(sentence);
  const greeted = greeting && GREETED.exec(sentence.slice(greeting[0].length));
  const rest = greeting && greeted ? sentence.slice(greeting[0].length + greeted[0].length) : sentence;
  return rest.replace(CLOSING, '');
}

/** Whether a line is a name and nothing else. */
export const isNameLine = (line: string): boolean => NAME.test(line) && !DOUBTS.some((words) => words.test(line));
