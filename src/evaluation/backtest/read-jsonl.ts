import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { z } from 'zod';
import { FileError } from './read-csv.js';

/** One object of a JSON Lines file. */
export interface JsonLine<Value> {
  readonly value: Value;
  /** The error to throw about a part of this line; `near` is text of the line at which the column points. */
  wrong(what: string, near?: string): FileError;
}

/**
 * Reads a JSON Lines file as a stream, one object a line; blank lines are passed over. Throws a FileError naming file,
 * line and column (in characters) when the file cannot be read, a line is no JSON or is not what the schema asks for.
 */
export async function* readJsonl<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
): AsyncGenerator<JsonLine<z.infer<Schema>>> {
  let number = 0;
  for await (const line of linesOf(file)) {
    number += 1;
    const text = number === 1 ? line.replace(/^\uFEFF/, '') : line;
    if (text.trim() === '') continue;
    const at = number;
    const wrong = (what: string, near?: string): FileError => {
      const found = near === undefined ? -1 : text.indexOf(near);
      return new FileError(`${file}:${at}:${Math.max(0, found) + 1}: ${what}`);
    };
    const read = schema.safeParse(parsed(text, file, at));
    if (!read.success) {
      const [issue] = read.error.issues;
      const key = issue?.path.find((part) => typeof part === 'string');
      throw wrong(`${issue?.path.join('.') || 'the line'}: ${issue?.message ?? 'is wrong'}`, key && `"${key}"`);
    }
    yield { value: read.data, wrong };
  }
}

function parsed(text: string, file: string, line: number): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : '';
    const place = /at position (\d+)/.exec(message)?.[1];
    const column = place === undefined ? text.length + 1 : Number(place) + 1;
    throw new FileError(`${file}:${line}:${column}: is not JSON; write one object a line`, { cause });
  }
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const stream = createReadStream(file, 'utf8');
  try {
    // readline passes a stream's failure on only where it is listened to while reading
    await new Promise<void>((resolve, reject) => stream.once('open', () => resolve()).once('error', reject));
    yield* createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY });
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code === undefined) throw cause;
    const why = code === 'ENOENT' ? 'no such file' : code === 'EISDIR' ? 'is a folder' : 'cannot be read';
    throw new FileError(`${file}:1:1: ${why}`, { cause });
  } finally {
    stream.destroy();
  }
}
