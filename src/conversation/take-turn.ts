import type { Answer, Brain, BrainTurn, Rephrase, Say, ToolResult } from '../brains/brain.js';
import { dateIn, type LocalDate } from '../domain/kernel/dates.js';
import type { ForbiddenSaying } from '../grounding/find-forbidden.js';
import type { ShopPolicy } from '../knowledge/shop-policy.js';
import { recordAudit } from '../store/audit.js';
import { businessNow } from '../store/clock.js';
import type { Sql } from '../store/connect.js';
import { type ConversationRecord, findConversation, type Lease, LeaseLost } from '../store/conversations.js';
import { MOST_ATTEMPTS, type Waiting } from '../store/inbox.js';
import { messagesBefore } from '../store/messages.js';
import { isOutage } from '../store/outage.js';
import type { LeaseLeft } from '../store/store-turn.js';
import type { Door } from '../tools/door.js';
import { optOut } from '../tools/opt-out.js';
import { currentIdentity, KnownIdentity, type ShopperPrincipal } from '../tools/principal.js';
import type { Wording } from '../wording/render.js';
import { wordingOn } from '../wording/wording-on.js';
import { type DispatchTurn, InboundEvent } from './activity.js';
import { closeTurn, type Draft } from './close-turn.js';
import { passGate } from './confirmation-gate.js';
import type { Log } from './log.js';
import { modelAllowance } from './model-allowance.js';
import { withChoice } from './read-choice.js';
import { NO_PICTURES, sayToEvent } from './say-to-event.js';
import { tellShopAnswer } from './tell-shop-answer.js';
import { createToolbelt, type TurnTools } from './toolbelt.js';
import { must, type Wanted, wordAndCheck } from './word-and-check.js';

export interface TurnDependencies {
  readonly sql: Sql;
  readonly door: Door;
  readonly policy: ShopPolicy;
  /** templates/ in the shopper's language. */
  readonly wording: Wording;
  /** What no reply says, whatever the facts are: words that promise, press or blame. */
  readonly neverSaid: readonly ForbiddenSaying[];
  /** Tried in order; the last is the rules brain, which always answers. */
  readonly brains: readonly Brain[];
  /** Puts what the rules brain says in other words, where that is wanted. */
  readonly rephrase?: Rephrase;
  readonly dispatch: DispatchTurn;
  readonly log: Log;
}

/** A turn as it stands before anybody has said anything. */
export interface Opening {
  readonly conversation: ConversationRecord;
  readonly event: InboundEvent;
  readonly tools: TurnTools;
  readonly today: LocalDate;
  readonly turn: BrainTurn;
}

/**
 * Answers one waiting message and stores everything about it in one closing transaction. No transaction is open while a
 * brain or a model works. Returns whether more waits, so that the lease is still held. A message that fails at its last
 * try gets an apology before the error is thrown. Throws LeaseLost when another worker took over meanwhile: then nothing
 * of this turn is kept.
 */
export async function takeTurn(deps: TurnDependencies, lease: Lease, waiting: Waiting): Promise<LeaseLeft> {
  const opening = await openTurn(deps, lease, waiting);
  const { conversation, turn, tools } = opening;
  const close = (draft: Draft) =>
    closeTurn(deps.sql, {
      lease,
      waiting,
      draft,
      channel: conversation.channel,
      now: turn.now,
      principal: tools.principal,
      audit: tools.trail,
    });
  try {
    // what the shop answered is told whoever leads the conversation: it was promised
    const speaks =
      conversation.mode === 'assistant' ||
      opening.event.kind === 'shop_answered' ||
      opening.event.kind === 'carrier_word';
    return await close(await (speaks ? draftTurn : draftBesidePerson)(deps, opening, waiting));
  } catch (error) {
    if (error instanceof LeaseLost || isOutage(error)) throw error;
    // what was read leaves its trace, and who asked is not passed over in silence
    if (waiting.attempts + 1 < MOST_ATTEMPTS) await recordAudit(deps.sql, tools.trail);
    else await close({ ...(await draftApology(deps, opening, waiting)), givesUp: true });
    throw error;
  }
}

/** While a person leads the conversation, the answer to a question that was put is taken all the same; nothing else is said. */
async function draftBesidePerson(deps: TurnDependencies, opening: Opening, waiting: Waiting): Promise<Draft> {
  const { conversation, event } = opening;
  const isTaken = conversation.mode === 'person' && event.kind === 'message';
  const atGate = isTaken ? await draftAtGate(deps, opening, event, waiting) : null;
  return atGate?.kind === 'draft' ? atGate.draft : silence(opening);
}

const silence = ({ conversation }: Opening): Draft => ({ replies: [], dialogue: conversation.dialogue });

async function openTurn(deps: TurnDependencies, { conversationId }: Lease, waiting: Waiting): Promise<Opening> {
  const { sql, door, policy } = deps;
  const [conversation, now] = await Promise.all([findConversation(sql, conversationId), businessNow(sql)]);
  if (!conversation) throw new Error(`Conversation ${conversationId} is in the inbox but not in the house`);
  const event = await withChoice(sql, conversation, InboundEvent.parse(waiting.payload), waiting.seq);
  const principal: ShopperPrincipal = {
    kind: 'shopper',
    conversationId,
    source: event.source,
    identity: KnownIdentity.parse(conversation.identity),
  };
  const tools = createToolbelt({ door, sql, principal, key: turnKey(waiting), now });
  const today = dateIn(policy.zone, now);
  const turn: BrainTurn = {
    text: event.kind === 'message' ? event.text : '',
    channel: conversation.channel,
    dialogue: conversation.dialogue,
    identified: currentIdentity(principal, now) !== null,
    isAsked: false,
    now,
    today,
    policy,
    complaints: [],
    summary: conversation.summary,
    allowance: modelAllowance(sql, { policy, day: today, conversationId }),
    history: async (most) =>
      (await messagesBefore(sql, conversationId, waiting.seq, most)).flatMap(({ seq, author, body }) =>
        typeof body.text === 'string' && body.text !== '' ? [{ seq, author, text: body.text }] : [],
      ),
  };
  return { conversation, event, tools, today, turn };
}

const turnKey = (waiting: Waiting): string => `turn:${waiting.id}`;

async function draftTurn(deps: TurnDependencies, opening: Opening, waiting: Waiting): Promise<Draft> {
  const { event, tools, turn } = opening;
  if (event.kind === 'carrier_word' && event.word === 'stop')
    await tools.call(optOut, { channels: ['sms'], words: event.word });
  if (event.kind === 'carrier_word' && event.isAnswered) return silence(opening);
  const fixed = sayToEvent(event, deps.policy);
  if (fixed) return wordAndCheck(deps, opening, waiting, fixedAnswer([fixed], opening)).then(must);
  if (event.kind === 'shop_answered') {
    const { says, evidence } = await tellShopAnswer(event.requestId, deps.door, tools, turn.now);
    return wordAndCheck(deps, opening, waiting, fixedAnswer(says, opening, evidence)).then(must);
  }
  if (event.kind !== 'message') throw new Error(`Nothing is said to ${event.kind}`);
  const atGate = await draftAtGate(deps, opening, event, waiting);
  if (atGate.kind === 'draft') return atGate.draft;
  const past = { ...opening, turn: { ...turn, isAsked: atGate.isAsked } };
  for (const brain of deps.brains) {
    const draft = await askBrain(deps, past, waiting, brain);
    if (draft) return draft;
  }
  return draftApology(deps, opening, waiting);
}

/** What is said to the answer of a proposal; `passed` when the message is none. */
async function draftAtGate(
  deps: TurnDependencies,
  opening: Opening,
  event: Extract<InboundEvent, { kind: 'message' }>,
  waiting: Waiting,
): Promise<{ readonly kind: 'draft'; readonly draft: Draft } | { readonly kind: 'passed'; readonly isAsked: boolean }> {
  const { tools, turn } = opening;
  const { wording, sql, door } = deps;
  const gate = await passGate({
    wording: wordingOn(wording, opening.conversation.channel),
    sql,
    door,
    tools,
    event,
    seq: waiting.seq,
    key: turnKey(waiting),
    now: turn.now,
  });
  if (gate.kind !== 'answered') return { kind: 'passed', isAsked: gate.isAsked };
  const answer = fixedAnswer(gate.says, opening, gate.evidence);
  const draft = must(await wordAndCheck(deps, opening, waiting, answer));
  return { kind: 'draft', draft: { ...draft, heard: { by: 'gate' } } };
}

async function draftApology(deps: TurnDependencies, opening: Opening, waiting: Waiting): Promise<Draft> {
  const apology: Say = { kind: 'template', template: 'cannot-answer', facts: {} };
  return wordAndCheck(deps, opening, waiting, fixedAnswer([apology], opening)).then(must);
}

/** What no brain has a say in; the dialogue stays where it was. */
const fixedAnswer = (
  says: readonly Say[],
  { turn: { dialogue } }: Opening,
  evidence: readonly ToolResult[] = [],
): Wanted => ({
  answer: { says, dialogue },
  evidence,
});

/** One brain's answer if it holds against the facts; a model gets a second try with the reasons. Null: ask the next brain. */
async function askBrain(
  deps: TurnDependencies,
  opening: Opening,
  waiting: Waiting,
  brain: Brain,
): Promise<Draft | null> {
  let complaints: readonly string[] = [];
  for (let tries = brain.name === 'llm' ? 2 : 1; tries > 0; tries--) {
    let answer: Answer;
    try {
      answer = await brain.answer({ ...opening.turn, complaints }, opening.tools);
    } catch (error) {
      if (brain === deps.brains.at(-1)) throw error;
      deps.log.warn({ brain: brain.name, inbox: waiting.id, err: error }, 'a brain failed; the next one answers');
      return null;
    }
    const { event } = opening;
    const hasPictures = event.kind === 'message' && event.pictures !== undefined;
    const said = hasPictures ? { ...answer, says: [NO_PICTURES, ...answer.says] } : answer;
    const evidence = opening.tools.results;
    const wanted = { answer: said, evidence, mayRephrase: brain.name === 'rules' };
    const outcome = await wordAndCheck(deps, opening, waiting, wanted);
    if (outcome.kind === 'draft') return { ...outcome.draft, heard: { by: brain.name, ...answer.heard } };
    complaints = outcome.complaints;
    // the complaints quote the draft, which may hold personal data: only their number is logged
    deps.log.warn({ brain: brain.name, inbox: waiting.id, complaints: complaints.length }, 'the guard refused a draft');
  }
  return null;
}
