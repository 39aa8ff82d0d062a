import type { Wording } from './render.js';

/** The wording as one channel has it: where there is a template of its own (`which-line.sms`), that one. */
export const wordingOn = (wording: Wording, channel: string): Wording => ({
  has: wording.has,
  say: (template, facts) => {
    const own = `${template}.${channel}`;
    return wording.say(wording.has(own) ? own : template, facts);
  },
});
