import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeMessage, postMessage, removeMessage } from '../../../src/sandbox/slack/messages.js';
import { openLedger } from '../../../src/sandbox/slack/state/ledger.js';
import { Workspace } from '../../../src/sandbox/slack/state/workspace.js';
import { aClock } from './support/a-clock.js';
import { aFolder, aWorkspace, BACKORDERS, RILEY } from './support/a-workspace.js';

const URL = 'http://127.0.0.1/sandbox/slack';
const contents = (workspace: Workspace) => ({
  messages: workspace.messagesIn(BACKORDERS),
  conversations: [...workspace.conversations],
  homes: [...workspace.homes],
});

describe('the ledger', () => {
  it('gives back what was done to it, whatever was done', async () => {
    const folder = await aFolder();
    const step = fc.oneof(
      fc.record({ do: fc.constant('post' as const), text: fc.string({ minLength: 1 }), under: fc.nat(5) }),
      fc.record({ do: fc.constant('change' as const), text: fc.string({ minLength: 1 }), at: fc.nat(5) }),
      fc.record({ do: fc.constant('delete' as const), at: fc.nat(5) }),
      fc.record({ do: fc.constant('react' as const), at: fc.nat(5), name: fc.constantFrom('eyes', 'tada') }),
    );
    let run = 0;
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        run += 1;
        const file = join(folder, `${run}.jsonl`);
        const workspace = new Workspace(openLedger(file), aClock(), URL);
        for (const one of steps) {
          const messages = workspace.messagesIn(BACKORDERS);
          const at = messages[one.do === 'post' ? one.under : one.at];
          if (one.do === 'post')
            postMessage(
              { workspace },
              { channel: BACKORDERS, user: RILEY, text: one.text, ...(at && { threadTs: at.ts }) },
            );
          else if (!at) continue;
          else if (one.do === 'change') changeMessage({ workspace }, at, { text: one.text, by: RILEY });
          else if (one.do === 'delete') removeMessage({ workspace }, at);
          else workspace.record({ kind: 'reacted', channel: BACKORDERS, ts: at.ts, user: RILEY, name: one.name });
        }
        const again = new Workspace(openLedger(file), aClock(), URL);
        expect(contents(again)).toEqual(contents(workspace));
        const names = workspace.messagesIn(BACKORDERS).map(({ ts }) => Number(ts));
        expect(names).toEqual([...new Set(names)].sort((a, b) => a - b));
        expect(Number(again.nextTs())).toBeGreaterThan(names.at(-1) ?? 0);
      }),
      { numRuns: 60 },
    );
  });

  it('forgets a last line that a crash cut off, and goes on after the one before', async () => {
    const file = join(await aFolder(), 'ledger.jsonl');
    const workspace = new Workspace(openLedger(file), aClock(), URL);
    postMessage({ workspace }, { channel: BACKORDERS, user: RILEY, text: 'whole' });
    await appendFile(file, '{"kind":"message","mess');
    const again = new Workspace(openLedger(file), aClock(), URL);
    postMessage({ workspace: again }, { channel: BACKORDERS, user: RILEY, text: 'after' });
    const third = new Workspace(openLedger(file), aClock(), URL);
    expect(third.messagesIn(BACKORDERS).map(({ text }) => text)).toEqual(['whole', 'after']);
  });

  it('names the line that it cannot read', async () => {
    const file = join(await aFolder(), 'ledger.jsonl');
    await writeFile(file, '{"kind":"event-settled","eventId":"Ev1"}\n{"kind":"nonsense"}\n');
    expect(() => openLedger(file)).toThrow(`Line 2 of ${file}`);
  });

  it('is emptied when one starts over', async () => {
    const folder = await aFolder();
    const workspace = await aWorkspace({ folder });
    await workspace.person(RILEY).does({ kind: 'say', channel: BACKORDERS, text: 'gone soon' });
    await workspace.person(RILEY).does({ kind: 'start-over' });
    expect(await workspace.person(RILEY).reads(BACKORDERS)).toEqual([]);
    await workspace.person(RILEY).does({ kind: 'say', channel: 'C06RAND', text: 'anew' });
    expect((await readFile(join(folder, 'ledger.jsonl'), 'utf8')).trim().split('\n').length).toBe(1);
  });
});
