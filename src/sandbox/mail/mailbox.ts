import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

const Kept = z.object({
  id: z.int(),
  receivedAt: z.iso.datetime(),
  /** `out`: the desk sent it. `in`: somebody answered it here, and the desk was given it. */
  way: z.enum(['out', 'in']).default('out'),
  to: z.array(z.string()),
  /** The mail as it went over the wire. */
  raw: z.string(),
  /** The desk did not take it. */
  lost: z.boolean().default(false),
});
export type Kept = z.infer<typeof Kept>;

/** All mail there was, kept over a restart: an append-only file of JSON lines. */
export interface Mailbox {
  /** The newest first. */
  all(): readonly Kept[];
  find(id: number): Kept | undefined;
  add(mail: {
    readonly to: string[];
    readonly raw: string;
    readonly way?: 'out' | 'in';
    readonly lost?: boolean;
  }): Kept;
}

/** A last line that a crash cut off never came; a line that cannot be read is an error. */
export function openMailbox(file: string, now: () => Date = () => new Date()): Mailbox {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const mails = text
    .slice(0, text.lastIndexOf('\n') + 1)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => Kept.parse(JSON.parse(line)));
  return {
    all: () => [...mails].reverse(),
    find: (id) => mails.find((mail) => mail.id === id),
    add(mail) {
      const kept = Kept.parse({ id: (mails.at(-1)?.id ?? 0) + 1, receivedAt: now().toISOString(), ...mail });
      mkdirSync(dirname(file), { recursive: true });
      appendFileSync(file, `${JSON.stringify(kept)}\n`);
      mails.push(kept);
      return kept;
    },
  };
}
