/** What the stand-in's server tells this page, as `src/sandbox/slack/ui/` sends it. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly isBot: boolean;
}

export interface Conversation {
  readonly id: string;
  readonly kind: 'public' | 'private' | 'im' | 'mpim';
  readonly name: string;
  readonly topic: string;
  readonly members: readonly string[];
}

export interface AttachedFile {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly url: string;
  readonly isPicture: boolean;
}

export interface Message {
  readonly channel: string;
  readonly ts: string;
  readonly user: string;
  readonly text: string;
  readonly blocks?: readonly Block[];
  readonly threadTs?: string;
  readonly broadcast?: boolean;
  readonly subtype?: 'channel_join' | 'tombstone';
  readonly reactions?: Readonly<Record<string, readonly string[]>>;
  /** Only the person who acts sees it. */
  readonly isPrivate: boolean;
  readonly isEdited: boolean;
  readonly files: readonly AttachedFile[];
}

export interface View {
  readonly id: string;
  readonly hash: string;
  readonly type: 'modal' | 'home';
  readonly title?: Text;
  readonly submit?: Text;
  readonly close?: Text;
  readonly blocks: readonly Block[];
}

export interface Text {
  readonly type: 'plain_text' | 'mrkdwn';
  readonly text: string;
}

export interface Option {
  readonly text: Text;
  readonly value: string;
  readonly description?: Text;
  readonly url?: string;
}

export interface OptionGroup {
  readonly label: Text;
  readonly options: readonly Option[];
}

export interface Confirm {
  readonly title: Text;
  readonly text: Text;
  readonly confirm: Text;
  readonly deny: Text;
  readonly style?: 'primary' | 'danger';
}

/** Anything that stands in a block. Which keys it has follows from its type; the server has checked that. */
export interface Element {
  readonly type: string;
  readonly action_id: string;
  readonly text?: Text;
  readonly url?: string;
  readonly value?: string;
  readonly style?: 'primary' | 'danger';
  readonly accessibility_label?: string;
  readonly confirm?: Confirm;
  readonly placeholder?: Text;
  readonly options?: readonly Option[];
  readonly option_groups?: readonly OptionGroup[];
  readonly initial_option?: Option;
  readonly initial_options?: readonly Option[];
  readonly initial_user?: string;
  readonly initial_users?: readonly string[];
  readonly initial_channel?: string;
  readonly initial_conversation?: string;
  readonly default_to_current_conversation?: boolean;
  readonly initial_date?: string;
  readonly initial_time?: string;
  readonly initial_value?: string;
  readonly max_selected_items?: number;
  readonly min_query_length?: number;
  readonly multiline?: boolean;
  readonly min_length?: number;
  readonly max_length?: number;
  readonly min_value?: string;
  readonly max_value?: string;
  readonly is_decimal_allowed?: boolean;
  readonly focus_on_load?: boolean;
  readonly dispatch_action_config?: { readonly trigger_actions_on: readonly string[] };
  readonly image_url?: string;
  readonly alt_text?: string;
}

export interface Block {
  readonly type: string;
  readonly block_id: string;
  readonly text?: Text | string;
  readonly fields?: readonly Text[];
  readonly accessory?: Element;
  readonly elements?: readonly unknown[];
  readonly element?: Element;
  readonly label?: Text;
  readonly hint?: Text;
  readonly optional?: boolean;
  readonly dispatch_action?: boolean;
  readonly title?: Text;
  readonly image_url?: string;
  readonly alt_text?: string;
}

export interface SlashCommand {
  readonly command: string;
  readonly description: string;
  readonly usageHint: string;
  readonly subcommands: readonly { readonly name: string; readonly usage: string; readonly description: string }[];
}

export interface Shortcut {
  readonly kind: 'global' | 'message';
  readonly name: string;
  readonly callbackId: string;
  readonly description: string;
}

export interface Knobs {
  readonly deliverTwice: boolean;
  readonly dropAcknowledgements: boolean;
  readonly down: boolean;
  readonly rateLimit: { readonly method: string; readonly retryAfterSeconds: number; readonly times: number };
}

export interface Snapshot {
  readonly me: string;
  readonly team: string;
  readonly app: { readonly user: string; readonly name: string; readonly conversation: string };
  readonly people: readonly Person[];
  readonly groups: readonly { readonly id: string; readonly handle: string }[];
  readonly conversations: readonly Conversation[];
  readonly messages: Readonly<Record<string, readonly Message[]>>;
  readonly home: View | null;
  readonly stack: readonly View[];
  readonly commands: readonly SlashCommand[];
  readonly shortcuts: readonly Shortcut[];
  readonly knobs: Knobs;
  readonly waitingEvents: number;
}

/** One field's content, in Slack's own keys: `value`, `selected_option`, `selected_date`, … */
export type FieldValue = { readonly type: string } & Readonly<Record<string, unknown>>;
export type FieldValues = Readonly<Record<string, Readonly<Record<string, FieldValue>>>>;

export type Source =
  | { readonly kind: 'message'; readonly channel: string; readonly ts: string }
  | { readonly kind: 'view'; readonly viewId: string }
  | { readonly kind: 'home' };

export type Result =
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly code: string }
  | { readonly kind: 'errors'; readonly errors: Readonly<Record<string, string>> }
  | { readonly kind: 'options'; readonly options?: readonly Option[]; readonly groups?: readonly OptionGroup[] }
  | { readonly kind: 'opened'; readonly channel: string };

interface MessagePlace {
  readonly channel: string;
  readonly ts: string;
}

export type Deed =
  | {
      readonly kind: 'say';
      readonly channel: string;
      readonly text: string;
      readonly threadTs?: string;
      readonly broadcast?: boolean;
      readonly files?: readonly string[];
    }
  | { readonly kind: 'command'; readonly channel: string; readonly line: string; readonly threadTs?: string }
  | ({ readonly kind: 'edit'; readonly text: string } & MessagePlace)
  | ({ readonly kind: 'delete' | 'dismiss' } & MessagePlace)
  | ({ readonly kind: 'react'; readonly name: string } & MessagePlace)
  | {
      readonly kind: 'press';
      readonly source: Source;
      readonly blockId: string;
      readonly actionId: string;
      readonly value: Readonly<Record<string, unknown>>;
      readonly values: FieldValues;
    }
  | {
      readonly kind: 'load-options';
      readonly source: Source;
      readonly blockId: string;
      readonly actionId: string;
      readonly query: string;
    }
  | { readonly kind: 'submit'; readonly viewId: string; readonly values: FieldValues }
  | { readonly kind: 'close-view'; readonly which: 'top' | 'all' }
  | { readonly kind: 'shortcut'; readonly callbackId: string; readonly message?: MessagePlace }
  | { readonly kind: 'open-home'; readonly tab: 'home' | 'messages' }
  | { readonly kind: 'open-direct'; readonly user: string }
  | { readonly kind: 'set-knobs'; readonly knobs: Knobs }
  | { readonly kind: 'send-waiting' | 'start-over' };

export type News =
  | { readonly kind: 'all'; readonly snapshot: Snapshot }
  | { readonly kind: 'message'; readonly message: Message }
  | { readonly kind: 'gone'; readonly channel: string; readonly ts: string }
  | { readonly kind: 'home'; readonly home: View }
  | { readonly kind: 'stack'; readonly stack: readonly View[] }
  | { readonly kind: 'conversations'; readonly conversations: readonly Conversation[] }
  | { readonly kind: 'waiting'; readonly events: number };
