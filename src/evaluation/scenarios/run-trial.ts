import { addToInstant, dateIn, startOfDay } from '../../domain/kernel/dates.js';
import type { Random } from '../../language/random.js';
import { businessNow, setBusinessNow } from '../../store/clock.js';
import type { Sql } from '../../store/connect.js';
import { type Door, openDoor } from '../../tools/door.js';
import { tellCustomer } from '../../tools/tell-customer.js';
import { loadScenarioShop } from '../load-scenario-shop.js';
import { applyEvent } from './apply-event.js';
import { askedIn } from './asks.js';
import { recordDoor } from './record-door.js';
import type { Scenario, Turn } from './scenario.js';
import { answerFrom, drawSaying } from './scripted-shopper.js';
import { snapshot } from './snapshot.js';
import { OUR_NUMBER } from './text-line.js';
import type { HeardReply, HeardTurn, Transcript } from './transcript.js';
import type { TrialHouse } from './trial-house.js';
import { openTrialTalk, type TrialTalk } from './trial-talk.js';
import { changesBetween } from './writes.js';

export interface TrialOptions {
  /** Empty and migrated. */
  readonly sql: Sql;
  readonly house: TrialHouse;
  readonly random: Random;
  /** Share of words that get a slip of the thumb. */
  readonly typos: number;
}

/** Questions beside the script that the shopper answers in one turn. */
const MOST_ASIDES = 3;

/** Plays one scenario once on a shop of its own. Throws what the desk throws: a turn that fails is no answer. */
export async function runTrial(scenario: Scenario, { sql, house, random, typos }: TrialOptions): Promise<Transcript> {
  const { policy } = house.turn;
  await loadScenarioShop(sql, scenario.shop, scenario.today);
  await setBusinessNow(sql, addToInstant(startOfDay(scenario.today, policy.zone), { hours: 10 }));
  const desk = openDoor({ sql, policy, rules: house.rules, mail: { connected: true }, texts: { from: OUR_NUMBER } });
  const door = recordDoor(desk);
  const talk = await openTrialTalk(scenario, { sql, house, door });
  const turns: HeardTurn[] = [];
  let before = await lookAt(sql);
  for (const [index, turn] of scenario.turns.entries()) {
    // what happens in between is nobody's write
    if (turn.before) {
      await letHappen(turn.before, sql);
      before = await lookAt(sql);
    }
    const exchange = await playTurn(
      { turn, next: scenario.turns[index + 1] },
      scenario,
      talk,
      drawSaying(turn.say, random, typos),
    );
    await sendReceipts(sql, desk);
    const [after, now] = await Promise.all([lookAt(sql), businessNow(sql)]);
    turns.push({
      ...exchange,
      calls: door.takeCalls(),
      changes: changesBetween(before.data, after.data),
      mails: after.mails - before.mails,
      today: dateIn(policy.zone, now),
      urgency: after.handOff,
    });
    before = after;
  }
  return {
    channel: scenario.shopper.channel,
    turns,
    handedOff: before.handOff !== null,
    mostOfferPercent: house.rules.incentives.bot.maxPercent,
  };
}

/** Says what the turn says, and answers from what the shopper knows where the script has no answer to a question. */
async function playTurn(
  { turn: { expect }, next: after }: { readonly turn: Turn; readonly next: Turn | undefined },
  { shopper }: Scenario,
  talk: TrialTalk,
  words: string | null,
): Promise<{ said: string[]; replies: HeardReply[] }> {
  const said: string[] = [];
  const replies: HeardReply[] = [...(await talk.listen())];
  let next = words;
  for (let asides = 0; next !== null && asides <= MOST_ASIDES; asides++) {
    said.push(next);
    const heard = await talk.say(next);
    replies.push(...heard);
    const asked = askedIn(heard);
    // what the script expects to be asked, it answers in its own next turn
    const answer = expect.asks.some((one) => asked.has(one)) ? null : answerFrom(shopper.knows, asked);
    next = answer === null || said.includes(answer) || isSaidNext(answer, after) ? null : answer;
  }
  return { said, replies };
}

/** Whether the script's next turn answers in words of its own, however it is drawn: with all of it, or what it puts right. */
const isSaidNext = (answer: string, next: Turn | undefined): boolean =>
  next !== undefined &&
  next.say.length > 0 &&
  next.say.every((one) => answer.split(', ').some((part) => one.toLowerCase().includes(part.toLowerCase())));

async function letHappen(before: NonNullable<Turn['before']>, sql: Sql): Promise<void> {
  if (before.wait !== undefined)
    await setBusinessNow(sql, addToInstant(await businessNow(sql), { hours: before.wait }));
  for (const event of before.events) await applyEvent(event, sql);
}

/** How the shop stands between two turns. */
async function lookAt(sql: Sql) {
  const [data, mails, handOff] = await Promise.all([snapshot(sql), mailsIn(sql), openHandOff(sql)]);
  return { data, mails, handOff };
}

/** What the running desk does within seconds of a turn: the receipt of what came of it goes out. */
async function sendReceipts(sql: Sql, door: Door): Promise<void> {
  const waiting = await sql<{ id: number }[]>`select id from customer_messages where state = 'waiting' order by id`;
  for (const { id } of waiting)
    await door.call(tellCustomer, { messageId: id }, { kind: 'system', job: 'customer-message' });
}

async function mailsIn(sql: Sql): Promise<number> {
  const [row] = await sql<{ count: number }[]>`select count(*)::int as count from outbox where channel = 'email'`;
  return row?.count ?? 0;
}

async function openHandOff(sql: Sql): Promise<'normal' | 'high' | null> {
  const [row] = await sql<{ urgency: 'normal' | 'high' }[]>`select urgency from hand_offs where state = 'open'`;
  return row?.urgency ?? null;
}
