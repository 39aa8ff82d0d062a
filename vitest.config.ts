import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files about processes take longest and mostly wait: they go first, so that none is left to run alone at the end. */
class ProcessesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isAboutProcesses = ({ moduleId }: TestSpecification) =>
      /\/test\/(processes|store\/embedded)\//.test(moduleId);
    return [...sorted.filter(isAboutProcesses), ...sorted.filter((file) => !isAboutProcesses(file))];
  }
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/browser/**'],
    globalSetup: 'test/support/global-setup.ts',
    // far beyond what anything takes, also on a busy machine: limits bound a broken test, they measure nothing
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // one more than the cores of the smallest machine we build on, since much of the time is waiting
    maxWorkers: 3,
    // loading the desk costs more than most files' tests, and no module holds state that another file could see
    isolate: false,
    sequence: { sequencer: ProcessesFirst },
  },
});
