import type { EventQueue } from './callbacks/event-queue.js';
import type { PostToApp } from './callbacks/post-to-app.js';
import type { Triggers } from './callbacks/triggers.js';
import type { Clock } from './clock.js';
import type { Knobs } from './knobs.js';
import type { OpenViews } from './open-views.js';
import type { StoredFile } from './state/records.js';
import type { Workspace } from './state/workspace.js';

/** A slash command as an app's manifest declares it, with what may follow it. */
export interface SlashCommand {
  /** With its slash: `/backorder`. */
  readonly command: string;
  readonly description: string;
  readonly usageHint: string;
  /** Names and channels in it reach the app as codes: the manifest's `should_escape`. */
  readonly shouldEscape: boolean;
  readonly subcommands: readonly { readonly name: string; readonly usage: string; readonly description: string }[];
}

export interface Shortcut {
  readonly kind: 'global' | 'message';
  readonly name: string;
  readonly callbackId: string;
  readonly description: string;
}

/** What the parts of the stand-in share. */
export interface Core {
  readonly workspace: Workspace;
  readonly clock: Clock;
  readonly knobs: Knobs;
  readonly views: OpenViews;
  readonly triggers: Triggers;
  readonly postToApp: PostToApp;
  readonly events: EventQueue;
  readonly commands: readonly SlashCommand[];
  readonly shortcuts: readonly Shortcut[];
  /** Where uploaded files lie. */
  readonly fileFolder: string;
  /** Files that are being uploaded: promised, perhaps filled, not named yet. */
  readonly promisedFiles: Map<string, Omit<StoredFile, 'title'>>;
}
