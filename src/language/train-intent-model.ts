import { calibrate, type UnseenScore } from './calibrate.js';
import { BUCKETS } from './hash-features.js';
import { fingerprint, type IntentExample, type IntentModel, readyModel, type TrainedIntents } from './intent-model.js';
import { INTENTS, type Intent } from './intents.js';
import { misspell } from './misspell.js';
import { tokenise } from './normalise.js';
import { type Random, seededRandom, shuffled } from './random.js';
import { featuresOfWords, WordReader } from './read-words.js';
import { createSpeller, type Speller } from './speller.js';
import { type Plane, scoreOf, toSample, trainPlane } from './train-svm.js';
import { IDF_STEPS, inverseDocumentFrequency, type TextFeatures, weigh } from './vectorise.js';

const FOLDS = 3;
/** Models of which the finished one is the mean, each with copies misspelt and thinned anew. It costs nothing in reading. */
const AVERAGED = 3;
/** Share of words misspelt in the copy of each sentence that is trained on beside the sentence itself. */
const MISSPELT_SHARE = 0.35;
/** Share of words left out of a third copy, so that no single word decides; of shorter sentences too little would be left. */
const LEFT_OUT_SHARE = 0.25;
const FEWEST_TO_LEAVE_OUT = 4;

interface Sample {
  readonly intent: Intent;
  readonly clean: TextFeatures;
  readonly misspelt: TextFeatures;
  /** Some words left out; null where the sentence is too short for it. */
  readonly thinned: TextFeatures | null;
}

interface Planes {
  readonly intents: readonly Intent[];
  readonly idf: Float32Array;
  readonly planes: readonly Plane[];
}

/**
 * Trains one plane per intent on the sentences, a misspelt copy and a thinned one of each (the mean of several such), and calibrates confidence and thresholds
 * by cross-validation. The same examples (in any order) and seed give the same model, byte for byte. Throws a
 * RangeError when fewer than two intents, or an intent with fewer than three sentences, are given.
 */
export function trainIntentModel(examples: readonly IntentExample[], { seed }: { seed: number }): IntentModel {
  const intents = INTENTS.filter((intent) => examples.some((example) => example.intent === intent));
  if (intents.length < 2) throw new RangeError('Training needs sentences of at least two intents');
  for (const intent of intents) {
    if (examples.filter((example) => example.intent === intent).length < FOLDS)
      throw new RangeError(`Training needs at least ${FOLDS} sentences for ${intent}`);
  }
  const random = seededRandom(seed);
  const speller = createSpeller(familiarWords(examples));
  const samples = prepare(examples, speller, random);
  const calibration = calibrate(unseenScores(samples, intents, random), intents);
  const fitted = Array.from({ length: AVERAGED }, (_, at) =>
    trainPlanes(at === 0 ? samples : prepare(examples, speller, random), intents, random),
  );
  const trained = compress(meanOf(fitted));
  return readyModel({ ...trained, speller, sentencesHash: fingerprint(examples), calibration });
}

function prepare(examples: readonly IntentExample[], speller: Speller, random: Random): Sample[] {
  const inOrder = [...examples].sort((a, b) => compare(a.intent, b.intent) || compare(a.text, b.text));
  const reader = new WordReader(speller, (word) => word);
  const featuresOf = (text: string) => featuresOfWords(reader.read(text));
  return shuffled(inOrder, random).map(({ text, intent }) => ({
    intent,
    clean: featuresOf(text),
    misspelt: featuresOf(misspell(text, MISSPELT_SHARE, random)),
    thinned: thinned(text, featuresOf, random),
  }));
}

function thinned(text: string, featuresOf: (text: string) => TextFeatures, random: Random): TextFeatures | null {
  const words = text.split(' ');
  if (words.length < FEWEST_TO_LEAVE_OUT) return null;
  const left = words.filter(() => random() >= LEFT_OUT_SHARE);
  return left.length === 0 ? null : featuresOf(left.join(' '));
}

/** The words that stand in two sentences or more, most frequent first: a word seen once may itself be a slip. */
function familiarWords(examples: readonly IntentExample[]): string[] {
  const counts = new Map<string, number>();
  for (const { text } of examples) {
    for (const word of new Set(tokenise(text))) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts]
    .filter(([word, count]) => count >= 2 && /^\p{L}+$/u.test(word))
    .sort((a, b) => b[1] - a[1] || compare(a[0], b[0]))
    .map(([word]) => word);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function unseenScores(samples: readonly Sample[], intents: readonly Intent[], random: Random): UnseenScore[] {
  const foldOf = foldsPerIntent(samples, intents);
  return Array.from({ length: FOLDS }, (_, fold) => {
    const fitted = trainPlanes(
      samples.filter((_, at) => foldOf[at] !== fold),
      intents,
      random,
    );
    const unseen = samples.filter((_, at) => foldOf[at] === fold);
    return unseen.flatMap(({ intent, clean, misspelt }) =>
      [clean, misspelt].map((features) => {
        const vector = weigh(features, fitted.idf);
        return { intent, scores: Float64Array.from(fitted.planes, (plane) => scoreOf(plane, vector)) };
      }),
    );
  }).flat();
}

function foldsPerIntent(samples: readonly Sample[], intents: readonly Intent[]): number[] {
  const seen = new Map(intents.map((intent) => [intent, 0]));
  return samples.map(({ intent }) => {
    const count = seen.get(intent) ?? 0;
    seen.set(intent, count + 1);
    return count % FOLDS;
  });
}

function trainPlanes(samples: readonly Sample[], intents: readonly Intent[], random: Random): Planes {
  const idf = inverseDocumentFrequency(samples.map(({ clean }) => clean));
  const copies = samples.flatMap(({ intent, clean, misspelt, thinned }) =>
    [clean, misspelt, ...(thinned ? [thinned] : [])].map((features) => ({ intent, features })),
  );
  const vectors = copies.map(({ features }) => toSample(weigh(features, idf)));
  const planes = intents.map((intent) =>
    trainPlane(
      vectors,
      copies.map((copy) => copy.intent === intent),
      random,
    ),
  );
  return { intents, idf, planes };
}

/** The same sentences give the same document frequencies, so only the planes differ. */
function meanOf(fitted: readonly Planes[]): Planes {
  const [first] = fitted as [Planes];
  const planes = first.planes.map((_, column) => {
    const weights = new Float32Array(BUCKETS);
    let bias = 0;
    for (const { planes } of fitted) {
      const plane = planes[column] as Plane;
      plane.weights.forEach((weight, bucket) => {
        weights[bucket] = (weights[bucket] as number) + weight / fitted.length;
      });
      bias += plane.bias / fitted.length;
    }
    return { weights, bias };
  });
  return { ...first, planes };
}

function compress({ intents, idf, planes }: Planes): Omit<TrainedIntents, 'sentencesHash' | 'calibration' | 'speller'> {
  const width = intents.length + 1;
  const rows = new Int8Array(BUCKETS * width);
  const scales = new Float32Array(intents.length);
  planes.forEach((plane, column) => {
    const largest = plane.weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-9);
    scales[column] = largest / 127;
    for (let bucket = 0; bucket < BUCKETS; bucket++) {
      rows[bucket * width + column] = Math.round(((plane.weights[bucket] as number) / largest) * 127);
    }
  });
  idf.forEach((value, bucket) => {
    rows[bucket * width + intents.length] = Math.round(value * IDF_STEPS);
  });
  return { intents, rows, scales, biases: Float32Array.from(planes, ({ bias }) => bias) };
}
