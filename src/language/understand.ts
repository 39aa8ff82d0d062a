import type { Judgement } from './calibrate.js';
import { type Classification, classifyIntent } from './classify-intent.js';
import { isAsking, isCondition, isConditional, isDenied, isPause, withoutCourtesy } from './clause-signs.js';
import type { Entity, Span } from './entities/entity.js';
import { extractEntities } from './extract-entities.js';
import type { IntentModel } from './intent-model.js';
import { type Intent, isSocial } from './intents.js';
import { isMachineTalk } from './is-machine-talk.js';
import { LONGEST_READ } from './normalise.js';
import { type Clause, naturalOrder, splitClauses } from './split-clauses.js';

/** One thing the shopper wants, and where the message says it. */
export interface Wish extends Judgement {
  readonly span: Span;
  /** The message ties it to an "if": to be told and confirmed, never acted on. */
  readonly conditional: boolean;
}

export interface Understanding extends Classification {
  /** Every wish in the order it is said; empty when nothing was understood. */
  readonly wishes: readonly Wish[];
  readonly entities: readonly Entity[];
}

/** An order to the machine: nothing that a shopper wishes. */
const NO_WISH = { intent: 'out_of_scope', confidence: 1, band: 'reject', alternatives: [], wishes: [] } as const;

interface Judged extends Clause {
  readonly verdict: Classification;
}

/**
 * Reads a whole message: what is wanted (several things where several are asked), how sure that is, and what the
 * message names. Manners around a wish do not count, and a denied wish is none ("I'm not cancelling, I'd like a day").
 */
export function understand(model: IntentModel, text: string): Understanding {
  const read = text.slice(0, LONGEST_READ);
  if (isMachineTalk(read)) return { ...NO_WISH, entities: extractEntities(read) };
  const core = coreOf(model, read);
  const whole = core.length === 1 ? (core[0] as Judged).verdict : classifyIntent(model, textOf(core));
  const asked = distinct(core.filter(isWish));
  const chosen = asked.length >= 2 ? primaryOf(asked, whole) : settle(whole, asked[0], core, read);
  const wishes = asked.length >= 2 ? asked.map((one) => toWish(one, read)) : [toWish(chosen, read)];
  const [first] = wishes.filter(({ intent }) => intent === chosen.verdict.intent);
  const verdict = first?.conditional ? asQuestion(chosen.verdict) : chosen.verdict;
  return { ...verdict, wishes: verdict.band === 'reject' ? [] : wishes, entities: extractEntities(read) };
}

/** The clauses that can carry the wish: not manners, not what is denied. All of them when the message is only that. */
function coreOf(model: IntentModel, read: string): readonly Judged[] {
  const judged = (clause: Clause): Judged => ({
    text: clause.text,
    span: clause.span,
    verdict: classifyIntent(model, withoutCourtesy(naturalOrder(clause.text))),
  });
  const clauses = splitClauses(read).map(judged);
  const telling = withoutCondition(
    clauses.filter(({ text, verdict }) => !isDenied(text) && !isPause(text) && !isManners(verdict)),
  );
  if (telling.length === 0) return clauses;
  // "Hi there, can you help" is a greeting as a whole, whatever its second half says alone.
  if (clauses.length !== 2 || telling.length === 2) return telling;
  const together = judged({ text: read, span: [0, read.length] });
  return isManners(together.verdict) ? [together] : telling;
}

/** "If it isn't here by Friday, cancel it" asks to cancel, not when it comes. */
function withoutCondition(telling: readonly Judged[]): readonly Judged[] {
  const rest = telling.filter(({ text }) => !isCondition(text));
  const isLikely = ({ verdict: { intent, confidence } }: Judged) => ACTED_ON.has(intent) && confidence >= LIKELY;
  return rest.some(isLikely) ? rest : telling;
}

const isManners = ({ intent, band }: Classification): boolean => isSocial(intent) && band === 'act';

const textOf = (clauses: readonly Clause[]): string => clauses.map(({ text }) => withoutCourtesy(text)).join(' ');

/** Wishes that are plain statements ("the cup is broken"); of the others a statement is only background. */
const STATED: ReadonlySet<Intent> = new Set<Intent>([
  'item_problem',
  'payment_problem',
  'keep_waiting',
  'change_address',
]);
const SEVERAL_WORDS = /\s/;
/** A thing alone states nothing. */
const STATES = /\p{L}\s+\p{L}/u;
/** Wishes that are as good as ordered by any sure words: "the stools cancel those", "the lamp I don't want". */
const ORDERED: ReadonlySet<Intent> = new Set<Intent>(['cancel', 'split_shipment', 'shipping_upgrade']);
const SURE = 0.9;
/** A clause says less than a message, so a part is taken for a wish when it is likely one and asks for something. */
const LIKELY = 0.7;
const LEAST_AHEAD = 0.4;
const TIMES_AHEAD = 5;

function isWish({ text, verdict }: Judged): boolean {
  const { band, intent, confidence } = verdict;
  if (band === 'reject' || intent === 'complaint' || isSocial(intent)) return false;
  if (band !== 'act' && !SEVERAL_WORDS.test(text)) return false;
  if (band === 'act' && STATED.has(intent)) return STATES.test(text);
  if (band === 'act' && ORDERED.has(intent) && confidence >= SURE) return true;
  const isLikely = confidence >= LIKELY || looksUp(verdict) >= LIKELY || isFarAhead(verdict);
  return isLikely && isAsking(naturalOrder(text));
}

/** A part with words that were never met is unsure as a whole, but not of what it would be if it is a wish at all. */
function isFarAhead({ confidence, alternatives }: Classification): boolean {
  const next = alternatives.find((_, at) => at > 0)?.confidence ?? 0;
  return confidence >= LEAST_AHEAD && confidence >= TIMES_AHEAD * next;
}

/** Wishes to know how an order stands: which of them is meant matters less than that one is. */
const LOOK_UPS: ReadonlySet<Intent> = new Set<Intent>(['order_status', 'eta', 'delay_reason']);

/** How likely it is that a part asks how an order stands, whichever way. */
const looksUp = ({ intent, alternatives }: Classification): number =>
  LOOK_UPS.has(intent)
    ? alternatives.reduce((sum, one) => sum + (LOOK_UPS.has(one.intent) ? one.confidence : 0), 0)
    : 0;

function distinct(wishes: readonly Judged[]): Judged[] {
  return wishes.filter((wish, at) => wishes.findIndex((one) => one.verdict.intent === wish.verdict.intent) === at);
}

/** Wishes that change something once they are agreed to. */
const ACTED_ON: ReadonlySet<Intent> = new Set<Intent>([
  'cancel',
  'change_order',
  'change_address',
  'refund_request',
  'return_exchange',
  'substitute',
  'split_shipment',
  'shipping_upgrade',
  'keep_waiting',
  'opt_out',
]);

/** Of several wishes the one that the message as a whole speaks of, or else the first. */
function primaryOf(wishes: readonly Judged[], whole: Classification): Judged {
  return wishes.find(({ verdict }) => verdict.intent === whole.intent) ?? (wishes[0] as Judged);
}

/** One wish at most: the whole message decides, unless it is unsure and one clause asks for something clear. */
function settle(whole: Classification, wish: Judged | undefined, core: readonly Judged[], read: string): Judged {
  const unsure = whole.band !== 'act' || whole.intent === 'complaint' || isSocial(whole.intent);
  if (wish && isAsking(wish.text) && (unsure || whole.intent === wish.verdict.intent)) return wish;
  const from = core[0]?.span[0] ?? 0;
  const to = core.at(-1)?.span[1] ?? from;
  return { text: read.slice(from, to), span: [from, to], verdict: whole };
}

const toWish = ({ text, span, verdict }: Judged, read: string): Wish => ({
  ...pick(verdict),
  span,
  conditional: ACTED_ON.has(verdict.intent) && isConditional(text, read.slice(0, span[0])),
});

const pick = ({ intent, confidence }: Classification): Judgement => ({ intent, confidence });

/** The same reading as a question: what hangs on an "if" is confirmed first. */
function asQuestion(verdict: Classification): Classification {
  if (verdict.band !== 'act') return verdict;
  return { ...verdict, band: 'clarify', alternatives: [pick(verdict), ...verdict.alternatives.slice(0, 2)] };
}
