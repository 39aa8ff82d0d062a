import type { Snapshot } from '../wire.js';

/** Something that could be meant by what was typed so far. */
export interface Completion {
  readonly key: string;
  readonly name: string;
  readonly hint: string;
  /** The text and the place in it after choosing this one. */
  readonly text: string;
  /** Whether choosing it leaves nothing to add, so that Enter may send it. */
  readonly isWhole: boolean;
}

type Known = Pick<Snapshot, 'commands' | 'people' | 'groups' | 'conversations'>;

const MOST = 20;

/** What fits a text that is being typed: commands, their subcommands, people, channels. Nothing fits a finished word. */
export function completionsFor(text: string, known: Known): readonly Completion[] {
  if (text.startsWith('/')) return commandsFor(text, known);
  const mention = /(^|\s)([@#])([\w.-]*)$/.exec(text);
  if (!mention) return [];
  const [whole, before = '', sign = '', part = ''] = mention;
  const start = text.slice(0, text.length - whole.length) + before;
  const fits = (name: string) =>
    name
      .toLowerCase()
      .split(' ')
      .some((word) => word.startsWith(part.toLowerCase()));
  const named =
    sign === '#'
      ? known.conversations.filter(({ name }) => name !== '').map(({ name, topic }) => ({ name, hint: topic }))
      : [
          ...known.people.filter(({ id }) => id !== 'USLACKBOT').map(({ name, title }) => ({ name, hint: title })),
          ...known.groups.map(({ handle }) => ({ name: handle, hint: 'Group' })),
        ];
  return named
    .filter(({ name }) => fits(name))
    .slice(0, MOST)
    .map(({ name, hint }) => ({
      key: sign + name,
      name: sign + name,
      hint,
      text: `${start}${sign}${name} `,
      isWhole: false,
    }));
}

function commandsFor(text: string, { commands }: Known): readonly Completion[] {
  const space = text.indexOf(' ');
  if (space < 0) {
    const own = commands.map(({ command, usageHint, description }) => ({ command, usageHint, description }));
    const slacks = [{ command: '/invite', usageHint: '@app', description: 'Add an app to this channel' }];
    return [...own, ...slacks]
      .filter(({ command }) => command.startsWith(text.toLowerCase()))
      .map(({ command, usageHint, description }) => ({
        key: command,
        name: `${command} ${usageHint}`.trim(),
        hint: description,
        text: `${command} `,
        isWhole: false,
      }));
  }
  const command = commands.find((one) => one.command === text.slice(0, space));
  const typed = text.slice(space + 1);
  if (!command || typed.includes(' ')) return [];
  return command.subcommands
    .filter(({ name }) => name.startsWith(typed.toLowerCase()))
    .map(({ name, usage, description }) => ({
      key: name,
      name: `${command.command} ${usage}`,
      hint: description,
      text: `${command.command} ${name} `,
      isWhole: name === typed.toLowerCase(),
    }));
}
