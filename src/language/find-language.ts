import { FUNCTION_WORDS, PERSON_WORDS } from './function-words.js';
import { foldText, LONGEST_READ } from './normalise.js';

/** Languages that are recognised beside English. */
export type OtherLanguage = Exclude<keyof typeof FUNCTION_WORDS, 'en'> | keyof typeof SCRIPTS;

/** A message in a language that is not English. */
export interface Foreign {
  readonly language: OtherLanguage;
  /** It asks for a person, as far as a few words tell. */
  readonly wantsPerson: boolean;
}

/** Each with the letters that show it and the words for a person; what is narrower stands first. */
const SCRIPTS = {
  ja: { letters: /[\p{Script=Hiragana}\p{Script=Katakana}]/u, person: /担当者|オペレーター|人と/ },
  ko: { letters: /\p{Script=Hangul}/u, person: /상담원|사람/ },
  zh: { letters: /\p{Script=Han}/u, person: /人工|客服|真人/ },
  ru: { letters: /\p{Script=Cyrillic}/u, person: /человек|оператор/i },
  ar: { letters: /\p{Script=Arabic}/u, person: /موظف|شخص/ },
  hi: { letters: /\p{Script=Devanagari}/u, person: /व्यक्ति|इंसान|एजेंट/ },
} as const;

/** Fewer words of a language than this do not show it: "hola" is said in any. */
const FEWEST_WORDS = 2;
/** So much of a message must be those words. */
const LEAST_SHARE = 0.3;

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Said beside English by anybody. */
const COURTESIES =
  wordsOf(`hola buenas buenos dias tardes gracias por favor bonjour salut merci svp danke bitte hallo guten
  oi ola bom boa dia tarde noite obrigado obrigada ciao buongiorno buonasera salve grazie per favore goedemorgen goedendag
  dank bedankt alstublieft`);

const LATIN = Object.entries(FUNCTION_WORDS).map(([language, text]) => ({
  language: language as keyof typeof FUNCTION_WORDS,
  words: wordsOf(text),
  person: wordsOf(PERSON_WORDS[language as keyof typeof FUNCTION_WORDS]),
}));

/**
 * Tells a message in another language from one in English, by its script or by the commonest words of each language: by two
 * of them at least, and more of them than English ones, so that a greeting or a name never decides. Null for English, for
 * what mixes it with a few foreign words, and for what shows no language at all.
 */
export function findForeign(message: string): Foreign | null {
  const text = message.slice(0, LONGEST_READ);
  return byScript(text) ?? byWords(text);
}

function byScript(text: string): Foreign | null {
  const letters = text.match(/\p{L}/gu) ?? [];
  const latin = letters.filter((letter) => /\p{Script=Latin}/u.test(letter)).length;
  if (letters.length - latin < FEWEST_WORDS || letters.length - latin <= latin) return null;
  for (const [language, { letters: shape, person }] of Object.entries(SCRIPTS))
    if (shape.test(text)) return { language: language as keyof typeof SCRIPTS, wantsPerson: person.test(text) };
  return null;
}

function byWords(text: string): Foreign | null {
  const tokens = foldText(text).match(/\p{Script=Latin}+/gu) ?? [];
  const said = new Set(tokens);
  const scored = LATIN.map(({ language, words, person }) => {
    const known = [...said].filter((word) => words.has(word));
    return {
      language,
      count: known.length,
      telling: known.filter((word) => !COURTESIES.has(word)).length,
      wantsPerson: tokens.some((word) => person.has(word)),
    };
  });
  const english = scored.find(({ language }) => language === 'en')?.count ?? 0;
  const best = scored.reduce((a, b) => (b.count + marks(b.language, text) > a.count + marks(a.language, text) ? b : a));
  if (best.language === 'en' || best.count < FEWEST_WORDS || best.telling <= english) return null;
  if (best.count < LEAST_SHARE * said.size) return null;
  return { language: best.language, wantsPerson: best.wantsPerson };
}

/** Letters and marks that one of two alike languages has: they decide between equals. */
const MARKS: Partial<Record<keyof typeof FUNCTION_WORDS, RegExp>> = {
  es: /[¿¡ñ]/i,
  pt: /[ãõ]/i,
  de: /[äöüß]/i,
  fr: /[èêœ]|\b[cjln]['’]/i,
};
const marks = (language: keyof typeof FUNCTION_WORDS, text: string): number =>
  MARKS[language]?.test(text) === true ? 0.5 : 0;
