import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { findProcess } from '../../../src/store/embedded/running-process.js';
import { takeTurn } from '../../../src/store/embedded/take-turn.js';
import { useInstalledProject, useLaboratory } from './support/laboratory.js';

const lab = useLaboratory();
const project = useInstalledProject(lab);

const program = (name: string) => join(project.folder, 'test', 'store', 'embedded', 'support', name);

describe('taking turns', () => {
  it('lets one process at a time do its work', async () => {
    const [folder, file] = [lab.newPath('turns'), lab.newPath('count')];
    await writeFile(file, '0');
    const run = () => promisify(execFile)(project.node, [program('count-in-turns.js'), folder, file, '25']);
    await Promise.all(Array.from({ length: 6 }, run));
    expect(await readFile(file, 'utf8')).toBe('150');
    expect((await readdir(join(folder, 'turns'))).length).toBeLessThan(10);
  });

  it('waits for a live holder, and goes on when the holder is killed', async () => {
    const folder = lab.newPath('killed');
    const holder = spawn(project.node, [program('hold-turn.js'), folder]);
    await once(holder.stdout, 'data');
    const events: string[] = [];
    // when this process hears of the exit is chance; whether the holder still ran when our turn came is not
    const waiting = takeTurn(folder, async () => {
      events.push((await findProcess(holder.pid!)) === undefined ? 'ours' : 'ours beside a live holder');
    });
    const ended = once(holder, 'exit');
    // Several whole turns elsewhere leave this one time to go wrong.
    for (let n = 0; n < 5; n++) await takeTurn(lab.newPath('elsewhere'), async () => undefined);
    expect(events).toEqual([]);
    events.push('holder killed');
    holder.kill('SIGKILL');
    await Promise.all([waiting, ended]);
    expect(events).toEqual(['holder killed', 'ours']);
  });

  it('is not held up by a dead holder whose pid another process has got', async () => {
    const folder = lab.newPath('reused');
    await mkdir(join(folder, 'turns'), { recursive: true });
    await writeFile(join(folder, 'turns', '7'), `${process.pid} another-boot/1`);
    expect(await takeTurn(folder, async () => 'ours')).toBe('ours');
  });

  it('passes on when the work of a turn fails', async () => {
    const folder = lab.newPath('failed');
    const failing = takeTurn(folder, async () => {
      throw new Error('no luck');
    });
    await expect(failing).rejects.toThrow('no luck');
    expect(await takeTurn(folder, async () => 'ours')).toBe('ours');
  });
});
