import { type DestinationStream, pino } from 'pino';
import type { Config } from '../config.js';
import type { Log } from '../conversation/log.js';

/** Keys that may carry what a person wrote or who they are. They should not be logged at all; if they are, masked. */
const PERSONAL = [
  'text',
  'email',
  'phone',
  'name',
  'address',
  'shipTo',
  'value',
  'token',
  'authorization',
  'body',
  'payload',
  'input',
  'summary',
];

/**
 * JSON lines, on stderr unless `to` says otherwise. Personal data is kept out twice: callers log ids and counts, and these keys are masked. Of an
 * error only what cannot quote anybody is kept: its kind, its code, where it was thrown, and the same of its cause.
 */
export function createLog({ LOG_LEVEL }: Pick<Config, 'LOG_LEVEL'>, to: DestinationStream = pino.destination(2)): Log {
  return pino(
    {
      level: LOG_LEVEL,
      base: null,
      redact: { paths: PERSONAL.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '[masked]' },
      serializers: { err: (error: unknown) => safeError(error) },
    },
    to,
  );
}

/** Beyond these, an error's causes say no more about where to look. */
const MOST_CAUSES = 3;

function safeError(error: unknown, causes = MOST_CAUSES): unknown {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, stack, cause } = error;
  return {
    type: name,
    ...('code' in error && { code: String(error.code) }),
    // a message may quote what it could not read; the operating system's quotes nothing but addresses
    ...('syscall' in error && { message: error.message }),
    frames: framesOf(stack?.replace(error.message, '')).slice(0, 6),
    ...(cause !== undefined && causes > 0 && { cause: safeError(cause, causes - 1) }),
  };
}

const framesOf = (stack = ''): string[] => stack.split('\n').filter((line) => line.startsWith('    at '));
