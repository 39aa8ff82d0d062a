import type { Denied } from '../../tools/door.js';
import type { StaffRole } from '../../tools/principal.js';
import { sayList } from '../../wording/formats.js';
import { sentence, words } from './blocks/build.js';
import { mrkdwn } from './blocks/mrkdwn.js';
import type { Message } from './blocks/schemas.js';
import type { Command } from './define-command.js';
import { didYouMean } from './did-you-mean.js';

/** The slash command all subcommands belong to. */
export const SLASH = '/backorder';

const ROLES: Readonly<Record<StaffRole, readonly [one: string, many: string]>> = {
  rep: ['a representative', 'representatives'],
  lead: ['a lead', 'leads'],
  manager: ['a manager', 'managers'],
};

export const noRole = (): Message =>
  sentence(words('This desk is for the shop’s team, and you have no role in it yet. A manager can add you.'));

export const otherRole = (role: StaffRole, allowed: readonly StaffRole[]): Message =>
  sentence(
    mrkdwn`That is for ${sayList(allowed.map((one) => ROLES[one][1]))}. You are ${ROLES[role][0]}; please ask one of them.`,
  );

export const notAllowed = (): Message => sentence(words('That is not yours to do with the role you have.'));

export const failed = (errorId: string): Message =>
  sentence(
    mrkdwn`Sorry, that did not work. Please try again. If it fails again, tell whoever looks after the desk: error ${errorId}.`,
  );

export const tooSlow = (): Message =>
  sentence(words('I was too slow to open that: Slack allows three seconds. Please try once more.'));

export const gone = (): Message => sentence(words('That button does nothing any more. Please call it up anew.'));

export function unknownCommand(typed: string, commands: readonly Command[]): Message {
  const close = didYouMean(
    typed,
    commands.map(({ name }) => name),
  ).flatMap((name) => commands.find((command) => command.name === name) ?? []);
  const [best] = close;
  return best
    ? sentence(mrkdwn`I do not know “${typed}”. Did you mean \`${SLASH} ${best.usage}\`?`)
    : sentence(mrkdwn`I do not know “${typed}”. \`${SLASH} help\` lists what I can do.`);
}

export const missing = (what: string, { usage }: Command): Message =>
  sentence(mrkdwn`I need ${what}. Write it as \`${SLASH} ${usage}\`.`);

export const notUnderstood = (left: string, { usage }: Command): Message =>
  sentence(mrkdwn`I do not know what “${left}” means here. Write it as \`${SLASH} ${usage}\`.`);

export const isDenied = (outcome: { readonly kind: string }): outcome is Denied => outcome.kind === 'denied';
