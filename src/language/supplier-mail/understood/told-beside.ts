import type { Grammar } from './grammar.js';
import { OPEN_CLASSES } from './open-words.js';

/** Somebody or something is spoken of: articles, pronouns, and whom suppliers wait for. */
const SOMEBODY = new Set(
  `our the a an their his her its my we i they he she it there these both all one it's we're they're i'm we've they've
  forwarder factory supplier vendor customs carrier courier haulier truck driver mill vessel material workers port
  production plant foundry machine container everyone somebody tannery printer
  der die das den dem unser unsere unserem unseren wir ein eine einen einem es
  le la les l notre nos nous un une il elle el los las nuestro nuestra hemos una lo gli nostro nostra abbiamo`
    .trim()
    .split(/\s+/),
);
/** Words that stand in any sentence, and in none that nobody wrote. */
const SMALL = new Set(
  `the a an of to in on at for from by with and as is are was were be been has have had it this they we i our your us you me my
  their his her there here so very too just also than up out over into late that
  der die das den dem ein eine einen im am zu von mit für und ist sind war hat haben wir uns es auf bei
  le la les un une des du de et est sont nous vous à au aux en pour sur avec
  el los las una del y es son nos para por con se ha han lo al
  il lo gli dei della di e è sono ci vi per con nel alla
  het een van en op voor met wij is zijn we ons te
  o os um uma do da dos das e é com para`
    .trim()
    .split(/\s+/),
);
/** Verbs that are neither a past in English nor "is". */
const VERBS = new Set(
  `it's takes keeps comes runs works makes means needs hatte hatten war waren ist sind wurde wurden hat haben gab musste mussten steht
  a ont est sont était étaient avons été avait ha han hubo fue está están estaba hemos tuvo tuvimos è sono era abbiamo stato stata`
    .trim()
    .split(/\s+/),
);
const BECAUSE = new Set(['due', 'because', 'owing', 'following', 'caused', 'aufgrund', 'wegen', 'debido', 'suite']);
/** Words that turn what is told beside, where nothing says who did what. */
const TELLS_BESIDE =
  /^(?:allow|striking|seiz|confiscat|impound|used$|using$|how$|sagt|laut$|angeblich|dit$|selon|para|dice$|según|secondo|zegt|volgens|pare$|fehl|manc|faltan|manqu|kaputt|beschädig|dañad|cass|rott|least|warn|chang|pinch|salt|grain|business|iffy|shaky|dodgy|pencil|expir|lapse|disput|debt|owe|owes|owed|lawyer|court|sue|compet|elsewhere|missing|anyone|anybody|secret|honest|frank|joking|kidding|maker|breath|hold|bear|bearing|fluid|moving|target|lap|air|bible|gospel|betting|mess|chaos|nightmare|unlucky|lucky|decid|wheth|dead|gone|stolen|scrapped|smashed|faulty|defect|niet|geen|als|indien|tenzij|mits|misschien|hopelijk|waarschijnlijk|zou|wel|nog|maar|non|né|niente|nessun|qualora|purché|magari|senza|ancora|oppure|não|nem|caso|talvez|sem|ainda|inte|ikke|ej|om|kanske|måske|nie|jeśli|jeżeli|może|chyba|bez)/u;
const tellsBeside = (mark: string): boolean => TELLS_BESIDE.test(mark);

/** Words after which something else is said. */
const CONNECTING = new Set(
  'so and but therefore hence thus because as since which while due owing following und aber weil da denn et mais car puisque porque pero y perché e ma per por omdat want maar en door wegen aufgrund'.split(
    ' ',
  ),
);

const GOODS = new Set("L O U A R it they them we we're they're it's this these order".split(' '));

/** Words that tell something together: units that went out, a change to the goods, what the buyer did. */
const TELLING_TOGETHER =
  /\bused (?!to\b)|\b(?:seized|confiscated|impounded)\b|\b(?:by then|from that day|on that day|that day)\b|\bto be \p{L}+ed\b|\b(?:by|up to) you\b|\byou (?:have|need|must|will have) to\b|\b(?:went|gone|go|sent|send) out\b|\bleft off\b|\bchanged to\b|\bmoved to\b|\bsent you\b|\byou (?:have |had )?(?!want|order|receiv|ask)\p{L}+ed\b|\b[LO] (?:has |have )?(?:gone|left|went)\b/u;

/** Whether words stand there that tell something only together. */
export const tellsTogether = (marks: readonly string[]): boolean => TELLING_TOGETHER.test(marks.join(' '));

/** A token with whether a comma, a dash, a bracket or a colon stands before it. */
export interface Break {
  readonly mark: string;
  readonly isAfterBreak: boolean;
}

/** "You carry the freight": what the buyer does, or is to do. */
const isOfYou = (marks: readonly string[]): boolean => {
  const [first = '', second = '', third = ''] = marks;
  const [you, verb] = CONNECTING.has(first) ? [second, third] : [first, second];
  return you === 'you' && !/^(?:were|know|see|had|asked)$/.test(verb);
};
/** "so the planner" */
const isNameAlone = (marks: readonly string[]): boolean => {
  const own = CONNECTING.has(marks[0] ?? '') ? marks.slice(1) : marks;
  return own.length <= 3 && /^(?:the|our|a|my|their|der|die|das|le|la|el|il)$/.test(own[0] ?? '') && !own.some(isVerb);
};

const isVerb = (mark: string): boolean =>
  OPEN_CLASSES.PAST?.(mark) === true || OPEN_CLASSES.BEING?.(mark) === true || VERBS.has(mark);

/** Whether a sentence's tokens from one place to another tell what happened beside the day. */
export function isToldBeside(all: readonly string[], from: number, to: number, grammar: Grammar): boolean {
  const marks = all.slice(from, to);
  if (isOfYou(marks) || isNameAlone(marks)) return false;
  const [first = ''] = marks;
  if (marks.length < 2 || tellsTogether(marks)) return false;
  // "the steel came 5 days late" is no delay of the goods; "they are 5 days late" is
  if (marks.includes('S') && marks.some((mark) => GOODS.has(mark))) return false;
  const isTold =
    (marks.some((mark) => SOMEBODY.has(mark) || mark === 'L' || mark === 'A') && marks.some(isVerb)) ||
    BECAUSE.has(first) ||
    marks.some((mark) => SMALL.has(mark));
  return (
    isTold &&
    !marks.some(tellsBeside) &&
    grammar.follow('ANYTHINGS', [{ at: from, day: null }], all).some(({ at }) => at === to)
  );
}

/** Whether a part may end, and another begin, before this token. */
export function isPartedAt(tokens: readonly Break[], at: number): boolean {
  const [before, next] = [tokens[at - 1], tokens[at]];
  return next?.isAfterBreak === true || CONNECTING.has(before?.mark ?? '') || CONNECTING.has(next?.mark ?? '');
}
