import type { Answer, Brain, BrainTurn, Toolbelt, ToolResult } from '../../brains/brain.js';
import type { TurnDependencies } from '../../conversation/take-turn.js';
import { createToolbelt } from '../../conversation/toolbelt.js';
import { wordReplies } from '../../conversation/word-replies.js';
import { demoPeople } from '../../demo/people.js';
import { dateIn, type Instant } from '../../domain/kernel/dates.js';
import { ConversationId } from '../../domain/kernel/ids.js';
import { checkReply } from '../../grounding/check-reply.js';
import { collectFacts } from '../../grounding/facts.js';
import { businessNow } from '../../store/clock.js';
import type { Sql } from '../../store/connect.js';
import { openConversation } from '../../store/conversations.js';
import { openDoor } from '../../tools/door.js';
import { currentIdentity, type ShopperPrincipal } from '../../tools/principal.js';
import type { Subject } from './rounds.js';
import { talkOf } from './talk.js';

export type Speech = Pick<TurnDependencies, 'policy' | 'wording'> & { readonly brain: Brain };

/** A turn as it was once taken, with what its tools answered. */
interface TakenTurn {
  readonly turn: BrainTurn;
  readonly results: readonly ToolResult[];
}

/**
 * The desk's own work in a turn, without the database: understanding, flow, wording, card, guard. Turns are taken once on
 * the real tools and then again and again on their remembered answers; CPU time of the whole process, collector included.
 */
export function ownCode(sql: Sql, speech: Speech, seconds: number): Subject {
  const taken = takeTurns(sql, speech);
  return {
    name: 'our own code',
    async measure() {
      const turns = await taken;
      const cpu = process.cpuUsage();
      const begin = performance.now();
      let count = 0;
      while (performance.now() - begin < seconds * 1_000) {
        for (const turn of turns) await takeAgain(turn, speech);
        count += turns.length;
      }
      const { user, system } = process.cpuUsage(cpu);
      return { ownCpuPerTurn: (user + system) / count };
    },
  };
}

async function takeTurns(sql: Sql, { policy, brain }: Speech): Promise<TakenTurn[]> {
  const door = openDoor({ sql, policy });
  const now: Instant = await businessNow(sql);
  const taken: TakenTurn[] = [];
  for (const [place, person] of demoPeople().entries()) {
    const conversationId = ConversationId.parse(`bench-own-${place}`);
    await openConversation(sql, { id: conversationId, channel: 'bench', externalId: conversationId });
    let principal: ShopperPrincipal = { kind: 'shopper', conversationId, source: conversationId, identity: null };
    let dialogue: Answer['dialogue'] = {};
    for (const [n, text] of talkOf(person).entries()) {
      const tools = createToolbelt({ door, sql, principal, key: `bench:${place}:${n}`, now });
      const identified = currentIdentity(principal, now) !== null;
      const today = dateIn(policy.zone, now);
      const turn: BrainTurn = {
        text,
        dialogue,
        identified,
        now,
        today,
        policy,
        complaints: [],
        channel: 'web',
        isAsked: false,
        history: async () => [],
        summary: null,
        allowance: { isLeft: async () => false, spend: async () => {} },
      };
      const answer = await brain.answer(turn, tools);
      taken.push({ turn, results: tools.results });
      principal = tools.principal;
      dialogue = answer.dialogue;
    }
  }
  return taken;
}

async function takeAgain({ turn, results }: TakenTurn, { policy, wording, brain }: Speech): Promise<void> {
  const { today } = turn;
  const answer = await brain.answer(turn, fromMemory(results));
  const replies = wordReplies(answer.says, { wording, today, results, proposal: null });
  const shop = { kind: 'policy', name: policy.name, assistantName: policy.assistantName };
  const facts = collectFacts([...results, { tool: 'shop', output: shop }]);
  for (const { text } of replies) {
    const verdict = checkReply({ text, facts, shopperText: turn.text, today, depth: 'values' });
    if (verdict.kind === 'ungrounded') throw new Error(`The guard refused: ${verdict.complaints.join('; ')}`);
  }
}

/** Answers in the order they were once given; a turn sees no more results than it has asked for. */
function fromMemory(results: readonly ToolResult[]): Toolbelt {
  let next = 0;
  return {
    get results() {
      return results.slice(0, next);
    },
    async call(tool) {
      const result = results[next++];
      if (result?.tool !== tool.name)
        throw new Error(`The turn called ${tool.name} where it had called ${result?.tool}`);
      return result.output as never;
    },
  };
}
