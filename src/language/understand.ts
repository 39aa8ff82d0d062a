import type { Judgement } from './calibrate.js';
import { type Classification, classifyIntent } from './classify-intent.js';
import type { Entity, Span } from './entities/entity.js';
import { extractEntities } from './extract-entities.js';
import type { IntentModel } from './intent-model.js';
import { type Intent, isSocial } from './intents.js';
import { LONGEST_READ } from './normalise.js';
import { type Clause, splitClauses } from './split-clauses.js';

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

interface Judged extends Clause {
  readonly verdict: Classification;
}

/**
 * Reads a whole message: what is wanted (several things where several are asked), how sure that is, and what the
 * message names. Manners around a wish do not count, and a denied wish is none ("I'm not cancelling, I'd like a day").
 */
export function understand(model: IntentModel, text: string): Understanding {
  const read = text.slice(0, LONGEST_READ);
  const clauses = splitClauses(read).map((clause) => ({ ...clause, verdict: classifyIntent(model, clause.text) }));
  const core = coreOf(clauses);
  const whole = core.length === 1 ? (core[0] as Judged).verdict : classifyIntent(model, textOf(core, read));
  const wishes = distinct(core.filter(isWish));
  const entities = extractEntities(read);
  if (wishes.length >= 2) return { ...primaryOf(wishes, whole), wishes: wishes.map(toWish), entities };
  const { verdict, clause } = settle(whole, wishes[0], core);
  const conditional = isConditional(clause.text, verdict.intent);
  const span: Span = clause.span;
  const single = verdict.band === 'reject' ? [] : [{ ...pick(verdict), span, conditional }];
  return { ...(conditional ? asked(verdict) : verdict), wishes: single, entities };
}

/** The clauses that can carry the wish: not manners, not what is denied. All of them when nothing else is left. */
function coreOf(clauses: readonly Judged[]): readonly Judged[] {
  const telling = clauses.filter(
    ({ text, verdict }) => !isDenied(text) && !(isSocial(verdict.intent) && verdict.band === 'act'),
  );
  return telling.length > 0 ? telling : clauses;
}

const textOf = (clauses: readonly Clause[], read: string): string =>
  clauses.length === 0 ? read : clauses.map(({ text }) => text).join(' ');

const DENIED =
  /\b(?:not|n'?t|never|no longer|without|rather than|instead of)\s(?:(?:here|going|trying|asking|looking|planning|saying|want|wanting|wanna|wish|need|interested|even|really|just|you|me|to|for|a|an|any|my|the|in|it|order|be)\s){0,5}(?:cancel\w*|refund\w*|money back|return\w*|discount\w*|voucher\w*|compensation|coupon\w*|substitute\w*|replace\w*|exchang\w*|swap\w*|complain\w*)/i;

const isDenied = (text: string): boolean => DENIED.test(text);

/** Wishes that people state rather than ask for; of the others a mere statement is background. */
const STATED: ReadonlySet<Intent> = new Set<Intent>([
  'cancel',
  'change_order',
  'change_address',
  'substitute',
  'split_shipment',
  'shipping_upgrade',
  'refund_request',
  'return_exchange',
  'item_problem',
  'payment_problem',
  'notify_me',
  'human',
  'privacy_request',
  'opt_out',
  'keep_waiting',
]);
const ASKING =
  /\?|\b(?:where|wheres|when|whens|what|whats|why|how|hows|who|which|can|could|would|will|is|are|do|does|did|has|please|pls|plz|kindly|want|need|wanna|like to|tell|let me know|any (?:news|update|updates|idea)|status|track|eta)\b/i;

function isWish({ text, verdict }: Judged): boolean {
  if (verdict.band !== 'act' || verdict.intent === 'complaint' || isSocial(verdict.intent)) return false;
  return STATED.has(verdict.intent) || ASKING.test(text);
}

function distinct(wishes: readonly Judged[]): Judged[] {
  return wishes.filter((wish, at) => wishes.findIndex((one) => one.verdict.intent === wish.verdict.intent) === at);
}

function primaryOf(wishes: readonly Judged[], whole: Classification): Classification {
  const [first] = wishes as readonly [Judged];
  const chosen = wishes.find(({ verdict }) => verdict.intent === whole.intent) ?? first;
  return isConditional(chosen.text, chosen.verdict.intent) ? asked(chosen.verdict) : chosen.verdict;
}

/** One wish at most: the whole message decides, unless only one clause says something the desk can act on. */
function settle(
  whole: Classification,
  wish: Judged | undefined,
  core: readonly Judged[],
): { verdict: Classification; clause: Clause } {
  const from = core[0]?.span[0] ?? 0;
  const everything: Clause = {
    text: core.map(({ text }) => text).join(' '),
    span: [from, Math.max(from, core.at(-1)?.span[1] ?? 0)],
  };
  if (!wish) return { verdict: whole, clause: everything };
  const unsure = whole.band !== 'act' || whole.intent === 'complaint' || isSocial(whole.intent);
  const agreed = whole.intent === wish.verdict.intent;
  if (unsure || agreed || wish.verdict.confidence > whole.confidence) return { verdict: wish.verdict, clause: wish };
  return { verdict: whole, clause: everything };
}

const toWish = ({ verdict, span, text }: Judged): Wish => ({
  ...pick(verdict),
  span,
  conditional: isConditional(text, verdict.intent),
});

const pick = ({ intent, confidence }: Classification): Judgement => ({ intent, confidence });

const CONDITION =
  /\b(?:if|unless|in case|or else|otherwise)\b(?! (?:possible|you can|u can|you could|i may|that'?s ok))/i;
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

const isConditional = (text: string, intent: Intent): boolean => ACTED_ON.has(intent) && CONDITION.test(text);

/** The same reading as a question: what hangs on an "if" is confirmed first. */
function asked(verdict: Classification): Classification {
  if (verdict.band !== 'act') return verdict;
  return { ...verdict, band: 'clarify', alternatives: [pick(verdict), ...verdict.alternatives.slice(0, 1)] };
}
