import type { Deed } from './arrival.js';
import { Modal } from './blocks/schemas.js';
import type { Opening } from './handling.js';
import { seal } from './prepare.js';

const plain = (text: string) => ({ type: 'plain_text' as const, text });

/** A modal that carries with it where it was opened, so that its answer goes there. */
export const modalOf = (opening: Opening, { place, responseUrl }: Pick<Deed, 'place' | 'responseUrl'>): Modal =>
  Modal.parse({
    type: 'modal',
    callback_id: opening.view,
    title: plain(opening.title),
    close: plain(opening.close ?? (opening.submit === null ? 'Close' : 'Cancel')),
    ...(opening.submit !== null && { submit: plain(opening.submit) }),
    private_metadata: seal({ keeps: opening.keeps, place, responseUrl }),
    blocks: opening.blocks,
  });
