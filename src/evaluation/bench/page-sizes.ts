import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Figure, spreadOf } from './figure.js';

/** What a shop's page loads: the launcher; and the chat's frame with every script and style it names, icons left out. */
export async function pageSizes(folder: string): Promise<readonly Figure[]> {
  const chat = await readFile(join(folder, 'chat/index.html'), 'utf8');
  const parts = [...chat.matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/g)].map(([, file = '']) => file);
  const [launcher = 0, ...widget] = await Promise.all(
    ['chat/launcher.js', 'chat/index.html', ...parts].map(async (file) => gzipped(join(folder, file))),
  );
  return [
    size('launcher, gzip', launcher, 2),
    size(
      'chat widget, gzip',
      widget.reduce((sum, part) => sum + part, 0),
      40,
    ),
  ];
}

const gzipped = async (file: string): Promise<number> => gzipSync(await readFile(file), { level: 9 }).length / 1_024;

const size = (name: string, kilobytes: number, most: number): Figure => ({
  name,
  unit: 'KB',
  rounds: 1,
  value: spreadOf([kilobytes]),
  yardstick: null,
  goal: { text: `≤ ${most} KB`, met: kilobytes <= most },
});
