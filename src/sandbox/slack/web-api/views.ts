import { z } from 'zod';
import { readView } from '../blocks/read-view.js';
import { homeView } from '../callbacks/interactions.js';
import { makeHash } from '../open-views.js';
import { SlackError } from '../slack-error.js';
import { makeId } from '../state/make-id.js';
import { personBy } from '../state/seed.js';
import { wireView } from '../wire/wire-view.js';
import { defineMethod, type Method } from './define-method.js';

const Opening = z.object({ trigger_id: z.string(), view: z.unknown() });

/** https://docs.slack.dev/reference/methods?family=views */
export const viewMethods: Readonly<Record<string, Method>> = {
  'views.open': defineMethod(Opening, ({ trigger_id, view }, { triggers, views }) => {
    const content = readView(view, 'modal');
    const { client } = triggers.check(trigger_id);
    const opened = views.open(client, content);
    triggers.use(trigger_id);
    return { view: wireView(opened) };
  }),

  'views.push': defineMethod(Opening, ({ trigger_id, view }, { triggers, views }) => {
    const content = readView(view, 'modal');
    const { client, viewId } = triggers.check(trigger_id);
    if (viewId === undefined) throw new SlackError('not_found', ['push needs a trigger_id from inside a modal']);
    const pushed = views.push(client, content);
    triggers.use(trigger_id);
    return { view: wireView(pushed) };
  }),

  'views.update': defineMethod(
    z.object({
      view: z.unknown(),
      view_id: z.string().optional(),
      external_id: z.string().optional(),
      hash: z.string().optional(),
    }),
    ({ view, view_id, external_id, hash }, { views }) => {
      const content = readView(view, 'modal');
      const by = {
        ...(view_id !== undefined && { viewId: view_id }),
        ...(external_id !== undefined && { externalId: external_id }),
        ...(hash !== undefined && { hash }),
      };
      return { view: wireView(views.update(by, content)) };
    },
  ),

  'views.publish': defineMethod(
    z.object({ user_id: z.string(), view: z.unknown(), hash: z.string().optional() }),
    ({ user_id, view, hash }, core) => {
      const person = personBy(user_id);
      if (!person || person.isBot) throw new SlackError('user_not_found');
      const content = readView(view, 'home');
      const before = core.workspace.homes.get(user_id);
      if (hash !== undefined && before && before.hash !== hash) throw new SlackError('hash_conflict');
      const home = { id: before?.id ?? makeId('V'), hash: makeHash(core.clock), content };
      core.workspace.record({ kind: 'home', user: user_id, home });
      const published = homeView(core, user_id);
      return { view: published && wireView(published) };
    },
  ),
};
