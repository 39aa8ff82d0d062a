import { describe, expect, it } from 'vitest';
import { explainFailure, explainOutput } from '../../../src/store/embedded/embedded-server-error.js';

const folder = '/srv/desk/.data/postgres';

describe('a failure of the embedded server', () => {
  it('on a full disk says so, whoever noticed: the system, initdb or the server', () => {
    const system = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    const server = Object.assign(new Error('could not extend file'), { code: '53100' });
    const initdb =
      'creating subdirectories ... ok\ninitdb: error: could not write to file "/srv/x/pg_wal/xlogtemp.31": No space left on device\n';
    const fallback = { code: 'initialising_failed', sentence: 'It failed.' } as const;
    for (const failure of [
      explainFailure(system, folder),
      explainFailure(server, folder),
      explainOutput(fallback, initdb, folder),
    ]) {
      expect(failure).toMatchObject({ code: 'disk_full', message: expect.stringContaining(folder) });
    }
  });

  it('of an unknown kind keeps the last words of the program', () => {
    const fallback = { code: 'start_failed', sentence: 'The server did not start.' } as const;
    const output = `${'chatter\n'.repeat(50)}FATAL:  could not map anonymous shared memory: Cannot allocate memory\n`;
    const failure = explainOutput(fallback, output, folder);
    expect(failure.code).toBe('start_failed');
    expect(failure.message).toMatch(/^The server did not start\.\n(chatter\n){5}FATAL: {2}could not map/);
    expect(failure.cause).toMatchObject({ message: output.trim() });
  });

  it('that no person can cure stays what it was', () => {
    const bug = new TypeError('x is not a function');
    expect(explainFailure(bug, folder)).toBe(bug);
  });
});
