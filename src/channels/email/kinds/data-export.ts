import { z } from 'zod';
import { CustomerId } from '../../../domain/kernel/ids.js';
import type { Door } from '../../../tools/door.js';
import { wordDataExport } from '../../../tools/word-data-export.js';
import { defineMailKind, type KnownMailKind, MAILER } from '../mail-kind.js';

/** The copy of their data that a customer asked for, as a file. */
export const dataExportMail = ({ door, from }: { door: Door; from: string }): KnownMailKind =>
  defineMailKind({
    name: 'data_export',
    payload: z.object({ kind: z.literal('data_export'), customerId: CustomerId }),
    async compose({ customerId }) {
      const made = await door.call(wordDataExport, { customerId }, MAILER);
      if (made.kind !== 'send') return null;
      const { words, recipient: to, data } = made;
      const attachments = [{ filename: 'my-data.json', contentType: 'application/json', content: data }];
      return { ...words, to, references: [], replyTo: from, attachments };
    },
    // the outbox has whether it went out, and nothing follows from it
    async settle() {},
  });
