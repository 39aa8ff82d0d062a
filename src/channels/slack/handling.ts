import type { z } from 'zod';
import type { Instant, LocalDate } from '../../domain/kernel/dates.js';
import type { ShopPolicy } from '../../knowledge/shop-policy.js';
import type { StaffPolicy } from '../../knowledge/staff-policy.js';
import type { DirectTool, ProposalTool } from '../../tools/define-tool.js';
import type { Denied } from '../../tools/door.js';
import type { StaffPrincipal } from '../../tools/principal.js';
import type { Place } from './arrival.js';
import type { Block, Message } from './blocks/schemas.js';
import type { Command } from './define-command.js';
import type { Post } from './posts.js';

/** What a command, button, modal, shortcut or event has at hand while it is answered. */
export interface Handling {
  readonly staff: StaffPrincipal;
  /** Business time, and the day it is for the shop. */
  readonly now: Instant;
  readonly todayOn: LocalDate;
  readonly policy: ShopPolicy;
  /** The shop's team and its channels. */
  readonly team: StaffPolicy;
  /** Where it was done; null for a modal opened from nowhere and for App Home. */
  readonly place: Place | null;
  /**
   * Calls a tool as this person, once however often the answer is begun anew. Throws NotAllowed when the person may not,
   * which they are told.
   */
  call<Output extends z.ZodType>(
    tool: DirectTool<string, z.ZodType, Output> | ProposalTool<string, z.ZodType, Output>,
    input: unknown,
  ): Promise<Exclude<z.infer<Output>, Denied>>;
  /** The name under which a message of ours is kept (`storeAs`), by its place; null for any other message. */
  nameOf(message: { readonly channel: string; readonly ts: string }): Promise<string | null>;
  /** All subcommands there are. */
  readonly commands: readonly Command[];
  /** An answer that only this person sees, where they are. */
  reply(message: Message): Post;
  /** The same in the place of the message whose button was pressed. */
  replace(message: Message): Post;
}

/** The door refused. */
export class NotAllowed extends Error {
  override readonly name = 'NotAllowed';
}

/** A modal about to be shown. `keeps` comes back with the answers; at most about 2,500 characters as JSON. */
export interface Opening {
  readonly view: string;
  readonly keeps: Readonly<Record<string, unknown>>;
  readonly title: string;
  /** The word on the button; null for a modal that only shows. */
  readonly submit: string | null;
  /** The word on the button that leaves everything as it is, where "Cancel" could mean something else. */
  readonly close?: string;
  readonly blocks: readonly Block[];
}
