import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readUtterances, trainIntentsFromFolder } from '../../src/evaluation/train-intents.js';
import { decodeIntentModel } from '../../src/language/encode-intent-model.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'utterances-'));
  await mkdir(join(folder, 'en'));
  await writeFile(join(folder, 'en', 'greeting.txt'), '# manners\nhello\n\nhi there\ngood morning\n');
  await writeFile(join(folder, 'en', 'cancel.txt'), 'cancel it\n  please cancel my order  \nI want to cancel\n');
});
afterEach(() => rm(folder, { recursive: true }));

describe('training from a folder', () => {
  it('reads one sentence a line, without comments and blanks, from every language', async () => {
    const examples = await readUtterances(folder);
    expect(examples).toHaveLength(6);
    expect(examples).toContainEqual({ intent: 'cancel', text: 'please cancel my order' });
  });

  it('writes a model that can be read, and nothing beside it', async () => {
    const out = join(folder, 'built', 'intents.model');
    expect(await trainIntentsFromFolder(folder, out)).toMatchObject({ sentences: 6, intents: 2 });
    expect(decodeIntentModel(await readFile(out)).intents).toEqual(['cancel', 'greeting']);
    expect(await readdir(join(folder, 'built'))).toEqual(['intents.model']);
  });

  it('names the file that is not an intent', async () => {
    await writeFile(join(folder, 'en', 'gossip.txt'), 'have you heard\n');
    await expect(trainIntentsFromFolder(folder, join(folder, 'x'))).rejects.toThrow(/gossip\.txt/);
  });
});
