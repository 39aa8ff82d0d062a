import { loadWording, type Wording } from '../wording/render.js';
import type { ReplyFacts } from './reply-facts.js';
import type { ReplyStepPolicy } from './reply-step.js';

let templates: Wording | undefined;

/** The parts of replies, read once a process. */
function parts(): Wording {
  templates ??= loadWording('templates/shopper/en/reply');
  return templates;
}

/** The draft of a step: greeting, its parts and the signature, a paragraph each. A part with nothing to say is left out. */
export function wordReply({ say }: Pick<ReplyStepPolicy, 'say'>, facts: ReplyFacts): string {
  return ['hello', ...say, 'sign-off']
    .map((part) => parts().say(part, { ...facts }))
    .filter((text) => text !== '')
    .join('\n\n');
}
