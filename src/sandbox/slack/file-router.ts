import express, { Router } from 'express';
import { isFromThisPage } from '../is-from-this-page.js';
import type { Core } from './core.js';
import { SlackError } from './slack-error.js';
import { fillFile } from './uploads.js';

/** Slack's most for the stand-in: enough for photos of a broken box. */
const MOST_BYTES = 20_000_000;

/** Where files are sent to and fetched from. */
export function fileRouter(core: Core, botToken: string): Router {
  const router = Router();
  router.post('/upload/:id', express.raw({ type: () => true, limit: MOST_BYTES }), async (request, response) => {
    try {
      const bytes = await bytesIn(request.body, request.get('content-type') ?? '');
      fillFile(core, request.params.id, bytes);
      response.type('text/plain').send(`OK - ${bytes.length}`);
    } catch (error) {
      if (!(error instanceof SlackError)) throw error;
      response.status(400).type('text/plain').send(error.code);
    }
  });

  router.get('/files/:id/:name', (request, response) => {
    const file = core.workspace.files.get(request.params.id);
    const isApp = request.get('authorization') === `Bearer ${botToken}`;
    if (!file || !(isApp || isFromThisPage(request))) {
      response.status(404).end();
      return;
    }
    const isPicture = file.mimetype.startsWith('image/');
    response
      .set('Content-Security-Policy', "default-src 'none'; sandbox")
      .type(file.mimetype)
      .attachment(isPicture ? undefined : file.name)
      .set(isPicture ? { 'Content-Disposition': 'inline' } : {})
      .sendFile(file.id, { root: core.fileFolder });
  });
  return router;
}

/** The bytes of an upload: the first file of a form, or the whole body. */
async function bytesIn(body: unknown, type: string): Promise<Uint8Array> {
  if (!Buffer.isBuffer(body)) throw new SlackError('no_file_data');
  const bytes = new Uint8Array(body);
  if (!type.startsWith('multipart/form-data')) return bytes;
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData().catch(() => null);
  const part = form && [...form.values()][0];
  if (part === null || part === undefined) throw new SlackError('no_file_data');
  return typeof part === 'string' ? Buffer.from(part) : new Uint8Array(await part.arrayBuffer());
}
