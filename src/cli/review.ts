import { appendFile, readFile } from 'node:fs/promises';
import { stringify } from 'yaml';
import { dateIn } from '../domain/kernel/dates.js';
import { readUtterances } from '../evaluation/train-intents.js';
import { loadShopPolicy } from '../knowledge/shop-policy.js';
import { INTENTS, isIntent } from '../language/intents.js';
import { isMasked } from '../language/mask-personal.js';
import { plainSentence, whyNotNew } from '../language/sentence-variety.js';
import { projectPath } from '../paths.js';
import { type Door, openDoor } from '../tools/door.js';
import { listMisheard, type MisheardFacts } from '../tools/list-misheard.js';
import { reviewMisheard } from '../tools/review-misheard.js';
import { DESK_CLI } from './desk-cli.js';
import { InputError } from './input-error.js';
import { note, withDatabase } from './open-cli-database.js';

const LANGUAGE = 'en';

const withDoor = (work: (door: Door) => Promise<void>): Promise<void> =>
  withDatabase(({ sql }) => work(openDoor({ sql, policy: loadShopPolicy() })));

/** Writes the messages that were not understood and that nobody has decided about, masked, the newest first. */
export const printMisheard = ({ limit, json }: { limit: number; json?: boolean }): Promise<void> =>
  withDoor(async (door) => {
    const messages = await misheard(door, { limit });
    if (json) for (const message of messages) process.stdout.write(`${JSON.stringify(message)}\n`);
    else if (messages.length === 0) note('Nothing waits for review.');
    else process.stdout.write(`${messages.map(asText).join('\n\n')}\n`);
  });

const asText = ({ id, at, channel, text, wish, band, answer }: MisheardFacts): string =>
  [
    `${id}  ${at}  ${channel}  ${band === 'clarify' ? `unsure: ${wish}` : 'not understood'}`,
    `    they wrote: ${text}`,
    `    we answered: ${answer ?? '(nothing)'}`,
  ].join('\n');

/** Makes a message, or its sense in other words, a training sentence of an intent. The next build learns from it. */
export const learnUtterance = (id: number, intent: string, { as }: { as?: string }): Promise<void> =>
  withDoor(async (door) => {
    if (!isIntent(intent)) throw new InputError(`"${intent}" is not an intent; there are ${INTENTS.join(', ')}`);
    const sentence = (as ?? (await one(door, id)).text).replace(/\s+/g, ' ').trim();
    if (isMasked(sentence) || sentence.startsWith('#'))
      throw new InputError(`say it without what is masked: --as "…" (it reads: ${sentence})`);
    const examples = await readUtterances(projectPath('knowledge', 'utterances'));
    const other = examples.find((example) => plainSentence(example.text) === plainSentence(sentence));
    if (other && other.intent !== intent)
      throw new InputError(`"${sentence}" is a sentence of ${other.intent} already`);
    const why = whyNotNew(
      sentence,
      examples.filter((example) => example.intent === intent).map(({ text }) => text),
    );
    if (why) throw new InputError(`"${sentence}" adds nothing to ${intent}: ${why}`);
    await decide(door, { id, decision: 'utterance', detail: intent });
    const file = projectPath('knowledge', 'utterances', LANGUAGE, `${intent}.txt`);
    const before = await readFile(file, 'utf8');
    await appendFile(file, `${before.endsWith('\n') ? '' : '\n'}${sentence}\n`);
    note(`Added to ${file}. "npm run build" trains the model anew; "npm test" says whether it still reads the rest.`);
  });

/** Writes the beginning of a scenario for a message: who fills in the shop and what is right keeps it. */
export const beginScenario = (id: number, { as }: { as?: string }): Promise<void> =>
  withDoor(async (door) => {
    const { text, answer, at } = await one(door, id);
    const said = as ?? text;
    if (isMasked(said)) throw new InputError(`say it without what is masked: --as "…" (it reads: ${said})`);
    await decide(door, { id, decision: 'scenario', detail: said.slice(0, 200) });
    const scenario = {
      about: `Not understood so far; it was answered "${answer ?? ''}".`,
      today: dateIn(loadShopPolicy().zone, at),
      shop: { customers: [], orders: [] },
      shopper: { customer: 'none', channel: 'web' },
      turns: [{ say: [said], expect: {} }],
      end: { writes: [], handedOff: false },
    };
    process.stdout.write(
      `# Fill in the shop, three more ways to say it, and what is right (docs/scenarios.md).\n${stringify(scenario)}`,
    );
  });

/** Keeps that a message teaches nothing. */
export const dismissMisheard = (id: number, { why }: { why: string }): Promise<void> =>
  withDoor(async (door) => {
    await one(door, id);
    await decide(door, { id, decision: 'dismissed', detail: why });
  });

async function misheard(door: Door, input: { limit?: number; id?: number }): Promise<readonly MisheardFacts[]> {
  const listed = await door.call(listMisheard, input, DESK_CLI);
  if (listed.kind !== 'listed') throw new Error('The desk’s own command was refused');
  return listed.messages;
}

async function one(door: Door, id: number): Promise<MisheardFacts> {
  const [message] = await misheard(door, { limit: 1, id });
  if (!message) throw new InputError(`There is no message ${id} that waits for review; "desk review" lists them`);
  return message;
}

async function decide(
  door: Door,
  review: { id: number; decision: 'utterance' | 'scenario' | 'dismissed'; detail: string },
): Promise<void> {
  const kept = await door.call(reviewMisheard, review, DESK_CLI);
  if (kept.kind !== 'kept') throw new InputError(`Somebody has decided about message ${review.id} already`);
}
