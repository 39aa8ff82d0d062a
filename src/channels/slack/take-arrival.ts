import { DeadlinePassed, within } from '../../store/deadline.js';
import { storeSlackArrival } from '../../store/slack-arrivals.js';
import { type AnswerDeps, newErrorId } from './answer-arrival.js';
import { type Arrival, type Deed, externalIdOf } from './arrival.js';
import type { Modal } from './blocks/schemas.js';
import { privately } from './create-handling.js';
import type { Faults } from './define-view.js';
import type { Opening } from './handling.js';
import { modalOf } from './modal-of.js';
import { storePosts } from './posts.js';
import { envelopeOf, prepare } from './prepare.js';
import { failed } from './say.js';
import type { WebApi } from './web-api.js';

/** What Slack is told. `faults`: the modal stays open and shows them. Throws when it must not be told anything yet. */
export type Taken =
  | { readonly kind: 'taken' }
  | { readonly kind: 'faults'; readonly faults: Faults }
  /** Another modal takes the place of the one that was handed in. */
  | { readonly kind: 'next'; readonly modal: Modal };

export interface TakeDeps extends AnswerDeps {
  readonly api: WebApi;
  /** Tells this process's workers that something waits. */
  readonly wake: () => void;
}

const TAKEN: Taken = { kind: 'taken' };
/** Slack waits three seconds. What has not been read by then is left to a worker; a modal is then asked for at once. */
const READ_WITHIN_MS = 2_000;
const OPEN_WITHIN_MS = 800;

/**
 * Takes in what somebody did in Slack, so that it can be acknowledged: a modal is opened or its answers are checked while
 * the request lasts, everything else is stored with its job.
 */
export async function takeArrival(arrival: Arrival, deps: TakeDeps): Promise<Taken> {
  if (arrival.kind === 'event') {
    const isWanted =
      !arrival.isOwn &&
      deps.handlers.events.some(
        ({ type, event }) => type === arrival.event.type && event.safeParse(arrival.event).success,
      );
    return isWanted ? keep(arrival, deps) : TAKEN;
  }
  const early = await answerEarly(arrival, deps);
  return early ?? keep(arrival, deps);
}

async function keep(arrival: Arrival, { sql, wake }: TakeDeps): Promise<Taken> {
  const stored = { externalId: externalIdOf(arrival), kind: arrival.kind, payload: arrival };
  if ((await storeSlackArrival(sql, stored)) === 'stored') wake();
  return TAKEN;
}

/** What has to be done while the request lasts; null when a worker is to do it. */
async function answerEarly(deed: Deed, deps: TakeDeps): Promise<Taken | null> {
  if (!mayOpen(deed, deps)) return null;
  try {
    const read = await within(READ_WITHIN_MS, readEarly(deed, deps));
    if (read === null || read.kind === 'faults') return read;
    if (deed.kind === 'view') return { kind: 'next', modal: modalOf(read.opening, envelopeOf(deed)) };
    // an answer that is late says nothing: the modal may stand there by now
    await within(OPEN_WITHIN_MS, openModal(read.opening, deed, deps)).catch((error: unknown) => {
      if (!(error instanceof DeadlinePassed)) throw error;
    });
    return TAKEN;
  } catch (error) {
    if (error instanceof DeadlinePassed && deed.kind !== 'view') return null;
    return tellFault(error, deed, deps);
  }
}

type ReadEarly = Extract<Taken, { kind: 'faults' }> | { readonly kind: 'open'; readonly opening: Opening } | null;

/** The faults a modal is to show, or the modal that is to be opened. */
async function readEarly(deed: Deed, deps: TakeDeps): Promise<ReadEarly> {
  const staff = await deps.findStaff(deed.userId);
  const prepared = await prepare(deed, { staff, key: `early:${externalIdOf(deed)}` }, deps);
  if (prepared.kind === 'answered') return null;
  const faults = (await prepared.check?.()) ?? {};
  if (Object.keys(faults).length > 0) return { kind: 'faults', faults };
  const opening = (await prepared.open?.()) ?? null;
  return opening && { kind: 'open', opening };
}

/** Most deeds need nothing early, and their acknowledgement waits for nothing but being stored. */
function mayOpen(deed: Deed, { handlers }: TakeDeps): boolean {
  switch (deed.kind) {
    case 'view':
      return true;
    case 'command':
      return handlers.commands.some(
        ({ name, open }) => open !== undefined && deed.text.trim().toLowerCase().startsWith(name),
      );
    case 'action':
      return handlers.actions.some(({ id, open }) => open !== undefined && deed.actionId.startsWith(id));
    case 'shortcut':
      return handlers.shortcuts.some(({ id, open }) => open !== undefined && id === deed.shortcutId);
  }
}

async function openModal(opening: Opening, deed: Deed, { api }: TakeDeps): Promise<void> {
  const { triggerId } = deed;
  const view = modalOf(opening, deed);
  const called = await api('views.open', { trigger_id: triggerId, view });
  // a request that was replayed or came late: the modal stands already, or nobody waits for it any more
  if (called.kind === 'refused' && /trigger/.test(called.error)) return;
  if (called.kind !== 'ok')
    throw new Error(`Slack did not open the modal: ${'error' in called ? called.error : called.kind}`);
}

/** A modal shows that it could not be checked and stays open; otherwise the person gets a message. */
async function tellFault(error: unknown, deed: Deed, { sql, log, wake }: TakeDeps): Promise<Taken> {
  const errorId = newErrorId();
  log.error({ err: error, kind: deed.kind, errorId }, 'something done in Slack failed');
  const [field] = deed.kind === 'view' ? Object.keys(deed.values) : [];
  if (field !== undefined)
    return { kind: 'faults', faults: { [field]: `This could not be checked. Please try again (error ${errorId}).` } };
  await sql.begin((tx) => storePosts(tx, `early:${externalIdOf(deed)}`, [privately(deed, failed(errorId))]));
  wake();
  return TAKEN;
}
