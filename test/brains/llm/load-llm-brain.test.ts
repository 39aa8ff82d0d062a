import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { projectPath } from '../../../src/paths.js';

const run = promisify(execFile);

/** Names the packages that a fresh process loads for one file of ours. */
async function packagesOf(file: string): Promise<string[]> {
  const hooks = `
    import { writeSync } from 'node:fs';
    export const load = (url, context, next) => {
      if (url.includes('/node_modules/')) writeSync(1, url + '\\n');
      return next(url, context);
    };`;
  const asModule = (code: string) => `data:text/javascript,${encodeURIComponent(code)}`;
  const register = `import { register } from 'node:module'; register(${JSON.stringify(asModule(hooks))});`;
  const { stdout } = await run(
    process.execPath,
    [
      '--import',
      'tsx',
      '--import',
      asModule(register),
      '--input-type=module',
      '-e',
      `await import('${projectPath(file)}')`,
    ],
    { cwd: projectPath() },
  );
  const names = stdout.matchAll(/\/node_modules\/((?:@[^/]+\/)?[^/]+)\//g);
  return [...new Set([...names].map(([, name = '']) => name))];
}

describe('loading the language-model brain', () => {
  it('costs a desk without a model no package', async () => {
    expect(await packagesOf('src/brains/llm/load-llm-brain.ts')).toEqual([]);
    expect(await packagesOf('src/brains/llm/lazy-claims-model.ts')).toEqual([]);
  });

  it('brings LangChain only with the brain itself', async () => {
    expect(await packagesOf('src/brains/llm/llm-brain.ts')).toEqual(
      expect.arrayContaining(['langchain', '@langchain/core', '@langchain/openai', 'openai']),
    );
  });
});
