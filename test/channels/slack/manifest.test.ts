import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { loadHandlers } from '../../../src/channels/slack/handlers.js';
import { manifest } from '../../../src/channels/slack/manifest.js';
import { projectPath } from '../../../src/paths.js';

describe('the manifest', () => {
  it('is the one in docs (npm run -s desk -- slack manifest --url https://desk.example > docs/slack-manifest.json)', async () => {
    const shown = JSON.parse(await readFile(projectPath('docs/slack-manifest.json'), 'utf8'));
    expect(manifest(await loadHandlers(), 'https://desk.example')).toEqual(shown);
  });

  it('for Socket Mode names no address', async () => {
    const written = manifest(await loadHandlers(), null);
    expect(written).toMatchObject({ settings: { socket_mode_enabled: true } });
    expect(JSON.stringify(written)).not.toMatch(/https?:/);
  });

  it('hints at every command', async () => {
    const { commands } = await loadHandlers();
    for (const { usage } of commands)
      expect(JSON.stringify(manifest({ commands, actions: [], views: [], shortcuts: [], events: [] }, null))).toContain(
        usage,
      );
  });
});
