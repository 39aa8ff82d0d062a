import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

const Caught = z.object({
  id: z.int(),
  receivedAt: z.iso.datetime(),
  to: z.array(z.string()),
  /** The mail as it came over the wire. */
  raw: z.string(),
});
export type Caught = z.infer<typeof Caught>;

/** What was caught, kept over a restart: an append-only file of JSON lines. */
export interface Mailbox {
  /** The newest first. */
  all(): readonly Caught[];
  find(id: number): Caught | undefined;
  add(mail: Pick<Caught, 'to' | 'raw'>): void;
}

/** A last line that a crash cut off never came; a line that cannot be read is an error. */
export function openMailbox(file: string, now: () => Date = () => new Date()): Mailbox {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const mails = text
    .slice(0, text.lastIndexOf('\n') + 1)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => Caught.parse(JSON.parse(line)));
  return {
    all: () => [...mails].reverse(),
    find: (id) => mails.find((mail) => mail.id === id),
    add(mail) {
      const caught = { id: (mails.at(-1)?.id ?? 0) + 1, receivedAt: now().toISOString(), ...mail };
      mkdirSync(dirname(file), { recursive: true });
      appendFileSync(file, `${JSON.stringify(caught)}\n`);
      mails.push(caught);
    },
  };
}
