import { foldText } from './normalise.js';

export type YesNo = 'yes' | 'no' | 'unclear';

/** Phrases set as running text, with commas between them. */
const phrases = (text: string): string[] =>
  text
    .trim()
    .split(/,\s+/)
    .map((phrase) => phrase.replace(/\s+/g, ' '));

const YES = phrases(`
  yes, da, mhm, mhmm, mmhm, uh huh, uhhuh, yep, yup, yeah, right, right you are, thats the one, that one, thats it, yea, ya, yess, yesss, yas, y, aye, ok, okay, okey, oki, sure, sure thing, of course, ofc, sounds great,
  that would be great, thatd be great, id love that, thats what i want, that is what i want, thats what i meant, that is what i meant, that is the one, thats it,
  absolutely, definitely, certainly, correct, thats correct, that is correct, thats right, that is right, exactly,
  confirm, confirmed, i confirm, agreed, i agree, do it, do that, please do, go ahead, go for it, go on, proceed,
  please proceed, sounds good, looks good, works for me, that works, thats fine, that is fine, fine by me, fine with
  me, by all means, lets do it, lets do that, yes i do, yes i am, yes it is, yes i want, yes i would, i do, id like
  that, i would like that, affirmative, alright, all right, all good, haan, si, yessir, yes sir, yes maam, indeed, k, kk,
  okey dokey, okie, okie dokie, yh, yeh, alrighty, you bet, hell yes, hell yeah, sounds good to me, sounds great,
  that would be great, that would be lovely, that would be perfect, that would be good, that would be fine, thatd be
  great, thatd be good, fire away, make it so, do so, yes do, please do that, i accept, accepted, i do accept, agree,
  100, 100 percent, hundred percent, sure why not, yeah why not, ok why not, that is me, thats me, jo, ji, ji haan,
  oui, roger, roger that, you have my ok, thats grand, thats great, thats perfect, thats lovely, thats ok,
  thats okay, thats good, deal, its a deal, ill take it, i will take it, lets go, lets go ahead, im sure, i am sure, im certain, i am certain, quite sure, quite certain, yes i said, i said yes, 👍,
  ja, ye, yaas, yaaas, ys, yas, you shall, i wouldnt say no, wouldnt say no, id be daft to say no, why not yes, id like that done, i would like that done, lets get it done, lets get that done, have it done, please get it done, gladly, gladly accepted, with pleasure,
  no objection, no objections, not a problem, thatll do, that will do, that makes sense, sounds like a plan, you have my blessing, youve got my blessing,
  10 4, great idea, good idea, please do the needful, please do just that, thatd be brilliant, that would be brilliant, thatd be grand, that would be grand, thatd be lovely, thatd be perfect, all correct, its all correct, everything is correct,
  thats the right one, that is the right one, thats the right address, will do nicely, thats sweet, works nicely, its a yes, thats a yes, a yes from me,
  okay by me, ok by me, ok with me, ok for me, carry it out, carry that out, please carry it out, okay with me, okay for me, spot on, crack on, righto, right oh, right ho, carry on, press on, get on with it, get it done, go right ahead, do what you said, do as you said,
  do just that, do the needful, kindly do the needful, process it, please process it, process that, proceed with it, proceed with that,
  thats what i would like, that is what i would like, thats what id like, that is what id like, yes to that, yes to all of that, yes to all that,
  sort it, sort that, you may, you can, you may proceed, you can proceed, okey doke, cool do it, that suits us, that suits me, suits me, suits us, ✅, 👌`);
const NO = phrases(`
  no, nope, nah, naw, n, no way, not at all, no thanks, no thank you, no ty, never, never mind, nevermind, nvm, dont,
  do not, please dont, please do not, dont do it, dont do that, do not do that, rather not, id rather not, i would
  rather not, absolutely not, definitely not, of course not, certainly not, not now, not yet, not really, forget it,
  forget about it, leave it, wrong, incorrect, thats wrong, that is wrong, thats not right, that is not right, not
  right, i dont, i do not, i dont want that, i do not want that, i dont want to, no i dont, negative, nay, neither,
  none, none of them, none of those, scrap that, scrap it, scratch that, leave it alone, leave it as it is, leave it as is,
  keep it, changed my mind, i changed my mind, ive changed my mind, i have changed my mind, nahi, hell no, no it isnt,
  it isnt, its not, no it is not, no im good, im good, i am good, im fine, im ok, im okay, not today, dont bother, decline,
  i decline, no chance, under no circumstances, that doesnt work, that does not work, doesnt work for me, not for me, not
  that, not that one, no not that, not interested, im not interested, i said no, no need, no need thanks, dont you dare,
  no deal, nothing, not happening, i refuse, do not do it, ill pass, pass, 👎, ❌`);
const POLITE = phrases(`
  please, pls, plz, kindly, thanks, thank, thank you, no problem, no problems, no issue, no issues, no worries, np, mm, mmm, thx, ty, cheers, hi, hello, sir, maam, madam, mate, man, dear, love, bro,
  thankyou, gracias, muchas gracias, por favor, merci, danke, grazie, shukriya, dhanyavaad, obrigado, obrigada, amigo, amiga, about time, every little helps, oh brilliant, oh thank goodness, thank goodness, phew, lovely, brilliant, plese, pleas, dear, hon, maam yall, ever so much, a million, a lot, oh good, for the third time, for the second time, for the last time, thats fair, yall, yep thanks, no bother, uh, um, umm, uhm, er, err, erm, boss, guys, buddy, chief, finally, at last, already, you got it, much appreciated, appreciate it, appreciated, good man,
  then, fine, so much, very much, now, so, anyway, ta, pal, honey, son, for sure, that is, it is, with that, with it, oh,
  ah, well, grand, ive made up my mind, made up my mind, my mind is made up, ive decided, i have decided, thats my decision, thats
  final, no doubt, no question, positive, 🙏, 🙂, 😊, 😀`);

const MEANING = new Map<string, YesNo | 'polite'>([
  ...POLITE.map((words) => [words, 'polite'] as const),
  ...YES.map((words) => [words, 'yes'] as const),
  ...NO.map((words) => [words, 'no'] as const),
]);
const LONGEST_PHRASE = 6;
/** A lone answer is short; more words than this carry something else as well. */
const LONGEST_ANSWER = 9;

/**
 * Whether a message is a lone, sure answer to a yes-or-no question. Anything beside the answer and manners ("yes but",
 * "yes?", "I guess", "yeah no", "yes, cancel the other one") is `unclear`: the desk asks again rather than act.
 */
export function readYesNo(text: string): YesNo {
  if (text.length > 120 || text.includes('?')) return 'unclear';
  const words = yesNoWords(text);
  if (words.length > LONGEST_ANSWER) return 'unclear';
  const meanings = meaningsOf(words);
  if (meanings === null || meanings.has('yes') === meanings.has('no')) return 'unclear';
  return meanings.has('yes') ? 'yes' : 'no';
}

/** What the phrases of an answer mean that consists of nothing else; null where a word is left. */
export function meaningsOf(words: readonly string[]): ReadonlySet<YesNo | 'polite'> | null {
  const meanings = new Set<YesNo | 'polite'>();
  for (let at = 0; at < words.length; ) {
    const phrase = phraseAt(words, at);
    if (!phrase) return null;
    meanings.add(phrase.meaning);
    at += phrase.length;
  }
  return meanings;
}

/** The words of an answer, folded; emoji are words of their own. */
export const yesNoWords = (text: string): string[] =>
  foldText(text)
    .replace(/['`]/g, '')
    .match(/[\p{L}\p{N}]+|\p{Extended_Pictographic}/gu) ?? [];

/** The longest phrase at a place that means yes, no, or only manners. */
export function phraseAt(
  words: readonly string[],
  at: number,
): { readonly meaning: YesNo | 'polite'; readonly length: number } | undefined {
  for (let length = Math.min(LONGEST_PHRASE, words.length - at); length > 0; length--) {
    const meaning = MEANING.get(words.slice(at, at + length).join(' '));
    if (meaning) return { meaning, length };
  }
  return undefined;
}
