import { findSop } from '../../../tools/find-sop.js';
import { sayDate } from '../../../wording/formats.js';
import { rest } from '../arguments/argument.js';
import { context, message, section, verbatim } from '../blocks/build.js';
import { lines, mrkdwn } from '../blocks/mrkdwn.js';
import { defineCommand } from '../define-command.js';

/** `/backorder sop lost promise`: the section, its version and who keeps it. */
export default defineCommand({
  name: 'sop',
  usage: 'sop lost promise',
  summary: 'the procedure that answers a question',
  arguments: { words: rest('what it is about, such as lost promise') },
  async run({ words }, { call, reply, todayOn }) {
    const found = await call(findSop, { words: words.slice(0, 500) });
    if (found.kind === 'abstained') {
      const near = found.nearest.slice(0, 3).map(({ title, citation }) => mrkdwn`${title}: \`${citation}\``);
      const none = mrkdwn`No procedure answers that. The nearest:`;
      return [reply(message(none, [section(lines([none, ...near]))]))];
    }
    const { title, heading, citation, version, owner, reviewed, text } = found;
    const head = mrkdwn`*${title}*, ${heading}`;
    const kept = mrkdwn`\`${citation}\` · version ${version} · kept by ${owner}, reviewed ${sayDate(reviewed, todayOn)}`;
    return [reply(message(head, [section(head), verbatim(text.replace(/^#+ */gm, '')), context(kept)]))];
  },
});
