import { context, message, section, words } from '../blocks/build.js';
import { lines, mrkdwn } from '../blocks/mrkdwn.js';
import { defineCommand, rolesOf } from '../define-command.js';
import { SLASH } from '../say.js';

/** `/backorder` alone, or `/backorder help`: what this person can write here. */
export default defineCommand({
  name: 'help',
  usage: 'help',
  summary: 'this list',
  arguments: {},
  async run(_input, { reply, staff, commands }) {
    const mine = commands.filter((command) => rolesOf(command).includes(staff.kind));
    const list = mine.map(({ usage, summary }) => mrkdwn`\`${SLASH} ${usage}\`  ${summary}`);
    return [
      reply(
        message(words('What I can do for you'), [
          section(lines([mrkdwn`*What I can do for you*`, ...list])),
          context(
            words(
              'Only you see my answers. Write order numbers with or without #, amounts as 10%, $10 or ten dollars.',
            ),
          ),
        ]),
      ),
    ];
  },
});
