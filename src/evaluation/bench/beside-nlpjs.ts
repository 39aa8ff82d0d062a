import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { IntentExample, IntentModel } from '../../language/intent-model.js';
import { isIntent } from '../../language/intents.js';
import { understand } from '../../language/understand.js';
import { readUtterances } from '../train-intents.js';
import type { Readings, Subject } from './rounds.js';

/** What of nlp.js is used here. It is there for development alone, and brings no types. */
interface NlpJs {
  addLanguage(language: string): void;
  addDocument(language: string, text: string, intent: string): void;
  train(): Promise<unknown>;
  process(language: string, text: string): Promise<{ readonly intent: string }>;
}
interface Container {
  use(plugin: unknown): unknown;
  register(name: string, plugin: unknown, isSingleton: boolean): void;
}

/** What both are trained on (a folder), and messages with one wish each that neither was trained on (JSON lines). */
export interface Sentences {
  readonly trained: string;
  readonly unseen: readonly string[];
}

/**
 * Our understanding beside that of nlp.js (https://github.com/axa-group/nlp.js): trained on the same sentences, held
 * against the same unseen messages in the same round. Ours finds wishes and entities in one call; nlp.js is measured with
 * its recognisers of entities, and once more for the intent alone, which is less than ours does. CPU of the whole process;
 * right is the first guess alone. No reading where nlp.js is not installed.
 */
export function besideNlpJs(model: IntentModel, sentences: Sentences): Subject {
  // nlp.js is trained in its first round: before, it would train beside what others measure
  let loading: ReturnType<typeof loadBoth> | undefined;
  return {
    name: 'understanding beside nlp.js',
    async measure(): Promise<Readings> {
      loading ??= loadBoth(sentences);
      const both = await loading;
      if (!both) return {};
      const { intentAlone, withEntities, unseen } = both;
      const guessBy = (nlp: NlpJs) => async (text: string) => (await nlp.process('en', text)).intent;
      const ours = await read(unseen, PASSES, async (text) => understand(model, text).intent);
      const theirs = await read(unseen, PASSES, guessBy(intentAlone));
      const thorough = await read(unseen.filter(isOfSample), 1, guessBy(withEntities));
      return {
        unseenPerSecond: ours.perSecond,
        unseenRight: ours.right,
        nlpJsPerSecond: thorough.perSecond,
        nlpJsIntentPerSecond: theirs.perSecond,
        nlpJsRight: theirs.right,
      };
    },
  };
}

/** One reading of them all takes us less time than the collector needs for what the other left behind. */
const PASSES = 10;
/** With entities nlp.js takes several milliseconds a message: every fourth, read once, is enough of them. */
const isOfSample = (_: unknown, at: number): boolean => at % 4 === 0;

async function read(
  unseen: readonly IntentExample[],
  passes: number,
  guess: (text: string) => Promise<string>,
): Promise<{ readonly perSecond: number; readonly right: number }> {
  const before = process.cpuUsage();
  let right = 0;
  for (let pass = 0; pass < passes; pass += 1)
    for (const { text, intent } of unseen) if ((await guess(text)) === intent) right += 1;
  const { user, system } = process.cpuUsage(before);
  const count = passes * unseen.length;
  return { perSecond: (count * 1e6) / (user + system), right: (100 * right) / count };
}

interface Both {
  readonly intentAlone: NlpJs;
  readonly withEntities: NlpJs;
  readonly unseen: readonly IntentExample[];
}

async function loadBoth({ trained, unseen }: Sentences): Promise<Both | null> {
  const parts = loadParts();
  if (!parts) return null;
  const sentences = await readUtterances(trained);
  const intentAlone = await trainNlpJs(parts, sentences, false);
  const withEntities = await trainNlpJs(parts, sentences, true);
  const sets = await Promise.all(unseen.map(messagesOf));
  return { intentAlone, withEntities, unseen: sets.flat() };
}

/** The packages of nlp.js that are used; null where any of them is not installed. */
function loadParts() {
  const load = createRequire(import.meta.url);
  try {
    const core: { containerBootstrap(): Promise<Container> } = load('@nlpjs/core');
    const { Nlp } = load('@nlpjs/nlp');
    const { LangEn } = load('@nlpjs/lang-en');
    const { BuiltinMicrosoft } = load('@nlpjs/builtin-microsoft');
    return { core, Nlp, LangEn, BuiltinMicrosoft };
  } catch {
    return null;
  }
}

async function trainNlpJs(
  { core, Nlp, LangEn, BuiltinMicrosoft }: NonNullable<ReturnType<typeof loadParts>>,
  sentences: readonly IntentExample[],
  withEntities: boolean,
): Promise<NlpJs> {
  const container = await core.containerBootstrap();
  container.use(LangEn);
  // as its own package for applications, node-nlp, sets it up
  if (withEntities) container.register('extract-builtin-??', new BuiltinMicrosoft({ container }), true);
  const nlp: NlpJs = new Nlp({ container, autoSave: false, forceNER: withEntities, nlu: { log: false } });
  nlp.addLanguage('en');
  for (const { text, intent } of sentences) nlp.addDocument('en', text, intent);
  await nlp.train();
  return nlp;
}

async function messagesOf(file: string): Promise<IntentExample[]> {
  const lines = (await readFile(file, 'utf8')).trim().split('\n');
  return lines.flatMap((line) => {
    const { text, intent } = JSON.parse(line) as { text: string; intent: string };
    return isIntent(intent) && intent !== 'out_of_scope' ? [{ text, intent }] : [];
  });
}
