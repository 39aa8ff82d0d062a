import type { FigurePlan } from './figure.js';

const bare = { name: 'insert, update, commit, same driver', reading: 'bareTransactionsPerSecond' };
const json = { name: 'reading and writing 6 KB of JSON', reading: 'calibrator' };

/** Every figure, in the order it is shown. docs/performance.md says what each one means. */
export const PLANS: readonly FigurePlan[] = [
  {
    name: 'durable turns',
    unit: 'per second',
    reading: 'turnsPerSecond',
    yardstick: bare,
    goal: { text: '≥ 0.20 ×', of: 'ratio', least: 0.2 },
  },
  {
    name: 'durable turns',
    unit: 'per second',
    reading: 'turnsPerSecond',
    yardstick: { name: 'the same in pgbench', reading: 'pgbenchPerSecond' },
    goal: { text: '≥ 0.20 ×', of: 'ratio', least: 0.2 },
  },
  { name: 'CPU of a durable turn, driver included', unit: 'µs', reading: 'cpuPerDurableTurn', yardstick: json },
  {
    name: 'CPU of our own code a turn',
    unit: 'µs',
    reading: 'ownCpuPerTurn',
    yardstick: json,
    goal: { text: '≤ 350 µs', of: 'value', most: 350 },
  },
  {
    name: 'understanding a message',
    unit: 'µs',
    reading: 'understandMicroseconds',
    yardstick: json,
    goal: { text: '< 200 µs', of: 'value', most: 200 },
  },
  { name: 'messages understood', unit: 'per second', reading: 'understandPerSecond', yardstick: json },
  {
    name: 'unseen messages understood',
    unit: 'per second',
    reading: 'unseenPerSecond',
    yardstick: { name: 'nlp.js, intent and entities', reading: 'nlpJsPerSecond' },
    goal: { text: '≥ 10 ×', of: 'ratio', least: 10 },
  },
  {
    name: 'unseen messages understood',
    unit: 'per second',
    reading: 'unseenPerSecond',
    yardstick: { name: 'nlp.js, intent alone', reading: 'nlpJsIntentPerSecond' },
  },
  {
    name: 'unseen messages right at the first guess',
    unit: '%',
    reading: 'unseenRight',
    yardstick: { name: 'nlp.js', reading: 'nlpJsRight' },
    goal: { text: '> 1 ×', of: 'ratio', least: 1 },
  },
  { name: 'estimate for one line', unit: 'µs', reading: 'estimateMicroseconds', yardstick: json },
  {
    name: 'get_line_eta through the door',
    unit: 'µs',
    reading: 'etaCall',
    yardstick: { name: 'one trip to the database', reading: 'roundTrip' },
  },
  {
    name: 're-plan of 1,000,000 lines',
    unit: 'ms',
    reading: 'replanMilliseconds',
    yardstick: { name: 'bare typed arrays', reading: 'typedArrayMilliseconds' },
    goal: { text: '≤ 2 ×', of: 'ratio', most: 2 },
  },
  {
    name: 'web turn at low load, p50',
    unit: 'ms',
    reading: 'webTurnP50',
    yardstick: { name: 'bare POST and transaction', reading: 'bareWebP50' },
    goal: { text: '≤ 10 ms', of: 'value', most: 10 },
  },
  {
    name: 'web turn at low load, p99',
    unit: 'ms',
    reading: 'webTurnP99',
    yardstick: { name: 'bare POST and transaction', reading: 'bareWebP99' },
    goal: { text: '≤ 50 ms', of: 'value', most: 50 },
  },
  {
    name: 'start until ready, warm',
    unit: 'ms',
    reading: 'readyMilliseconds',
    yardstick: { name: 'an empty Node process', reading: 'emptyMilliseconds' },
    goal: { text: '≤ 5,000 ms', of: 'value', most: 5_000 },
  },
  {
    name: 'idle memory',
    unit: 'MB',
    reading: 'idleMegabytes',
    yardstick: { name: 'an empty Node process', reading: 'emptyMegabytes' },
  },
];
