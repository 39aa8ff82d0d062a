import { createInterface } from 'node:readline';
import { z } from 'zod';
import { loadIntentModel } from '../intent-model-file.js';
import { understand } from '../language/understand.js';
import { InputError } from './input-error.js';

const JsonLine = z.object({ id: z.union([z.string(), z.number()]), text: z.string() });

/** Reads messages from stdin and writes what each wants, one JSON line a message. */
export async function understandLines(): Promise<void> {
  const model = await loadIntentModel();
  let number = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (line.trim() === '') continue;
    const { id, text } = readLine(line, number);
    const { intent, confidence, band, alternatives, wishes, entities } = understand(model, text);
    process.stdout.write(`${JSON.stringify({ id, text, intent, confidence, band, alternatives, wishes, entities })}\n`);
  }
}

/** A line that begins like JSON must be JSON; any other is the message itself, named by its line number. */
function readLine(line: string, number: number): z.infer<typeof JsonLine> {
  if (!line.trimStart().startsWith('{')) return { id: number, text: line };
  let raw: unknown;
  try {
    raw = JSON.parse(line);
  } catch {
    throw new InputError(
      `stdin:${number}:1: starts like JSON but is not; write {"id":"1","text":"…"} or the plain message`,
    );
  }
  const read = JsonLine.safeParse(raw);
  if (!read.success) throw new InputError(`stdin:${number}:1: needs "id" and "text"`);
  return read.data;
}
