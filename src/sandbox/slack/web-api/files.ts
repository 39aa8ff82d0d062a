import { z } from 'zod';
import { parseJson, readMessageBlocks } from '../blocks/read-blocks.js';
import { postMessage } from '../messages.js';
import { SlackError } from '../slack-error.js';
import { APP } from '../state/seed.js';
import { nameFile, reserveFile } from '../uploads.js';
import { wireFile } from '../wire/wire-file.js';
import { defineMethod, type Method } from './define-method.js';

const Finished = z.array(z.object({ id: z.string(), title: z.string().optional() })).min(1);

/** Uploads in three steps. https://docs.slack.dev/messaging/working-with-files */
export const fileMethods: Readonly<Record<string, Method>> = {
  'files.getUploadURLExternal': defineMethod(
    z.object({ filename: z.string().min(1).max(255), length: z.coerce.number().int().min(1) }),
    ({ filename, length }, core) => {
      const id = reserveFile(core, { name: filename, length, user: APP.userId });
      return { upload_url: `${core.workspace.publicUrl}/upload/${id}`, file_id: id };
    },
  ),

  'files.completeUploadExternal': defineMethod(
    z.object({
      files: z.unknown(),
      channel_id: z.string().optional(),
      channels: z.string().optional(),
      thread_ts: z.string().optional(),
      initial_comment: z.string().optional(),
      blocks: z.unknown().optional(),
    }),
    (args, core) => {
      const given = typeof args.files === 'string' ? parseJson(args.files, 'invalid_arguments') : args.files;
      const named = Finished.safeParse(given);
      if (!named.success) throw new SlackError('invalid_arguments', ['missing required field: files']);
      const channel = args.channel_id ?? args.channels?.split(',')[0];
      const conversation = channel ? core.workspace.membershipOf(APP.userId, channel) : undefined;
      const files = named.data.map(({ id, title }) => nameFile(core, id, title));
      if (conversation)
        postMessage(core, {
          channel: conversation.id,
          user: APP.userId,
          text: args.initial_comment ?? '',
          files: files.map(({ id }) => id),
          ...(args.blocks !== undefined && { blocks: readMessageBlocks(args.blocks) }),
          ...(args.thread_ts && { threadTs: args.thread_ts }),
        });
      return { files: files.map((file) => wireFile(file, core.workspace.publicUrl)) };
    },
  ),

  'files.info': defineMethod(z.object({ file: z.string() }), ({ file }, { workspace }) => {
    const found = workspace.files.get(file);
    if (!found) throw new SlackError('file_not_found');
    return { file: wireFile(found, workspace.publicUrl) };
  }),
};
