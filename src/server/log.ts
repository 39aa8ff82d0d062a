import { pino } from 'pino';
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
 * JSON lines on stderr. Personal data is kept out twice: callers log ids and counts, and these keys are masked. Of an
 * error only its kind, code, message and stack are kept: a driver's error would otherwise carry the query's parameters.
 */
export function createLog({ LOG_LEVEL }: Pick<Config, 'LOG_LEVEL'>): Log {
  return pino(
    {
      level: LOG_LEVEL,
      base: null,
      redact: { paths: PERSONAL.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '[masked]' },
      serializers: { err: safeError },
    },
    pino.destination(2),
  );
}

function safeError(error: unknown): unknown {
  if (!(error instanceof Error)) return { message: 'not an error object' };
  const code = 'code' in error ? String(error.code) : undefined;
  // PostgreSQL and zod put values into messages; their codes and places say enough
  const isDriver = error.name === 'PostgresError' || error.name === 'ZodError';
  const frames = error.stack
    ?.split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 6);
  return { type: error.name, code, message: isDriver ? undefined : error.message, frames };
}
