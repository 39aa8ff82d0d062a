import { takeTurn } from '../../../../src/store/embedded/take-turn.js';

/** A process that takes a turn and keeps it until it reads something or dies: `node hold-turn.js <folder>`. */
await takeTurn(process.argv[2]!, async () => {
  console.log('mine');
  await new Promise((resolve) => process.stdin.once('data', resolve));
});
process.exit(0);
