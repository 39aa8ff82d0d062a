// Everything that must pass: build, types, lint, then the suites. Ends with "N passed, N failed[, N skipped]".
//   --only browser    the browser tests alone
//   --only faults     the long tests in which processes are killed, frozen and cut off, and days pass; they are not in the rest
//   --quick           without the suites that start servers or a browser
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(import.meta.url);
const isQuick = process.argv.includes('--quick');
const only = process.argv.includes('--only') ? process.argv.at(-1) : undefined;

/** Each starts several whole desks and does them harm, or database servers of every account and place they may run in. */
const FAULTS = [
  'test/processes',
  'test/store/embedded/accounts.test.ts',
  'test/store/embedded/crashes.test.ts',
  'test/store/embedded/several-processes.test.ts',
];
/** The chat while its server is gone and comes back; the demo while its days pass. */
const BROWSER_FAULTS = ['test/browser/connection.test.ts', 'test/browser/sandbox-in-time.test.ts'];
const BROWSER = ['--config', 'test/browser/vitest.config.ts'];
const withoutFaults = FAULTS.flatMap((place) => ['--exclude', place.endsWith('.ts') ? place : `${place}/**`]);
const reports = mkdtempSync(join(tmpdir(), 'desk-test-report-'));
const counts = { passed: 0, failed: 0, skipped: 0 };

const bin = (name, file) => join(dirname(require.resolve(`${name}/package.json`)), file);

function run(args) {
  return spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status === 0;
}

/** A check that passes or fails as a whole. */
function check(name, args) {
  const passed = run(args);
  counts[passed ? 'passed' : 'failed'] += 1;
  console.log(`${passed ? '✓' : '✗'} ${name}`);
}

/** A vitest run, counted test by test. A run that dies before its report counts as one failure. */
function suite(name, args) {
  const report = join(reports, `${name}.json`);
  const passed = run([
    bin('vitest', 'vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...args,
  ]);
  if (!existsSync(report)) {
    counts.failed += 1;
    return;
  }
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(readFileSync(report, 'utf8'));
  counts.passed += numPassedTests;
  counts.failed += numFailedTests;
  counts.skipped += numPendingTests + numTodoTests;
  // a file that cannot be loaded fails the run without failing a test
  if (!passed && numFailedTests === 0) counts.failed += 1;
}

try {
  await build();
  counts.passed += 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  counts.failed += 1;
}

if (counts.failed === 0) {
  if (only === 'faults') {
    // one file at a time: together they would take more connections than one server has
    suite('faults', ['--no-file-parallelism', ...FAULTS]);
    suite('browser-faults', [...BROWSER, ...BROWSER_FAULTS]);
  }
  if (only === undefined) {
    check('types', [bin('typescript', 'bin/tsc'), '-p', 'tsconfig.json']);
    check('types of the pages', [bin('typescript', 'bin/tsc'), '-p', 'src/web/tsconfig.json']);
    check('lint', [bin('@biomejs/biome', 'bin/biome'), 'check', '--error-on-warnings', '.']);
    suite('main', [...withoutFaults, ...(isQuick ? ['--exclude', 'test/store/embedded/**'] : [])]);
  }
  if (only === 'browser') suite('browser', BROWSER);
  if (!isQuick && only === undefined)
    suite('browser', [...BROWSER, ...BROWSER_FAULTS.flatMap((file) => ['--exclude', file])]);
}

rmSync(reports, { recursive: true, force: true });
const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
console.log(`${counts.passed} passed, ${counts.failed} failed${skipped}`);
process.exitCode = counts.failed === 0 ? 0 : 1;
