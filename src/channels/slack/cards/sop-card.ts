import type { z } from 'zod';
import type { LocalDate } from '../../../domain/kernel/dates.js';
import type { findSop } from '../../../tools/find-sop.js';
import { sayDate } from '../../../wording/formats.js';
import { context, message, section, verbatim } from '../blocks/build.js';
import { lines, mrkdwn } from '../blocks/mrkdwn.js';
import type { Message } from '../blocks/schemas.js';

const MOST_NEAR = 3;

/** The section of a procedure that answers a question, its version and who keeps it; or the nearest ones. */
export function sopCard(found: z.infer<typeof findSop.output>, todayOn: LocalDate): Message {
  if (found.kind === 'abstained') {
    const near = found.nearest.slice(0, MOST_NEAR).map(({ title, citation }) => mrkdwn`• ${title}: \`${citation}\``);
    const none = mrkdwn`No procedure answers that. The nearest:`;
    return message(none, [section(lines([none, ...near]))]);
  }
  const { title, heading, citation, version, owner, reviewed, text } = found;
  const head = mrkdwn`*${title}*, ${heading}`;
  const kept = mrkdwn`\`${citation}\` · version ${version} · kept by ${owner}, reviewed ${sayDate(reviewed, todayOn)}`;
  return message(head, [section(head), verbatim(text.replace(/^#+ */gm, '')), context(kept)]);
}
