import { readFile, writeFile } from 'node:fs/promises';
import { takeTurn } from '../../../../src/store/embedded/take-turn.js';

/**
 * A process that raises the number in a file, one turn at a time: `node count-in-turns.js <folder> <file> <times>`.
 * Reading and writing are two steps, so without turns some raises would be lost.
 */
const [folder, file, times] = process.argv.slice(2);
for (let n = 0; n < Number(times); n++) {
  await takeTurn(folder!, async () => {
    await writeFile(file!, String(Number(await readFile(file!, 'utf8')) + 1));
  });
}
