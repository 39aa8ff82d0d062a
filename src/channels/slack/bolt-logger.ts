import type { Logger } from '@slack/bolt';
import { LogLevel } from '@slack/bolt';
import type { Log } from '../../conversation/log.js';

const quiet = { debug() {}, info() {}, setLevel() {}, setName() {}, getLevel: () => LogLevel.WARN };

/** What Bolt has to say about a fault, without the words themselves: they may quote what somebody wrote. */
export const boltLogger = (log: Log): Logger => ({
  ...quiet,
  warn: (...said) => log.warn({ code: codeIn(said) }, 'Bolt warns'),
  error: (...said) => log.warn({ code: codeIn(said) }, 'Bolt reports a fault'),
});

/** For calls whose outcome is told by their result. */
export const silentLogger: Logger = { ...quiet, warn() {}, error() {} };

const codeIn = (said: readonly unknown[]): string | undefined =>
  /code: (\w+)/.exec(String(said[0]))?.[1] ?? (said[0] instanceof Error ? said[0].name : undefined);
