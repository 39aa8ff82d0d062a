// Runs the desk from source and starts it anew when a file changes. Pages are rebuilt by Vite as they change.
import { spawn } from 'node:child_process';
import { build } from './build.mjs';

await build();
const children = [
  spawn(
    'npx',
    [
      'tsx',
      'watch',
      '--clear-screen=false',
      '--include',
      'templates/**',
      '--include',
      'knowledge/policy/**',
      'src/main.ts',
    ],
    { stdio: 'inherit' },
  ),
  ...[
    'src/web/vite.config.ts',
    'src/web/sandbox/vite.config.ts',
    'src/web/sandbox/home.vite.config.ts',
    'src/web/sandbox/mail.vite.config.ts',
    'src/web/sandbox/phone.vite.config.ts',
  ].map((config) => spawn('npx', ['vite', 'build', '--watch', '--config', config], { stdio: 'inherit' })),
];
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    for (const child of children) child.kill(signal);
  });
}
await Promise.all(children.map((child) => new Promise((resolve) => child.once('exit', resolve))));
