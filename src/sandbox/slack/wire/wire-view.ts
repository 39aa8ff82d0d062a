import type { ViewContent } from '../blocks/read-view.js';
import { APP, TEAM } from '../state/seed.js';

/** A view with the names Slack gave it. */
export interface NamedView {
  readonly id: string;
  readonly hash: string;
  readonly rootId: string;
  readonly previousId: string | null;
  readonly content: ViewContent;
}

/** What stands in the fields of a surface, by block and action. */
export type FieldValues = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;

/** A view as Slack's API tells of it. */
export function wireView(view: NamedView, values: FieldValues = {}) {
  const { content } = view;
  return {
    id: view.id,
    team_id: TEAM.id,
    state: { values },
    hash: view.hash,
    previous_view_id: view.previousId,
    root_view_id: view.rootId,
    app_id: APP.id,
    app_installed_team_id: TEAM.id,
    bot_id: APP.botId,
    title: { type: 'plain_text', text: 'View Title', emoji: true },
    close: null,
    submit: null,
    ...content,
    external_id: content.external_id ?? '',
    clear_on_close: content.clear_on_close ?? false,
    notify_on_close: content.notify_on_close ?? false,
  };
}
