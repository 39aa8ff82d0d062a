import type { Door } from '../../tools/door.js';
import type { HeardCall } from './transcript.js';

/** A door that also tells what went through it for shoppers. */
export interface RecordingDoor extends Door {
  /** Takes what was recorded since it was last asked. */
  takeCalls(): HeardCall[];
}

export function recordDoor(door: Door): RecordingDoor {
  let calls: HeardCall[] = [];
  return {
    async call(tool, input, principal, options) {
      const output = await door.call(tool, input, principal, options);
      if (principal.kind === 'shopper') calls.push({ tool: tool.name, input, output: output as HeardCall['output'] });
      return output;
    },
    async confirm(id, principal, options) {
      const confirmation = await door.confirm(id, principal, options);
      if (confirmation.kind === 'done')
        calls.push({ tool: confirmation.tool, input: {}, output: confirmation.output as HeardCall['output'] });
      return confirmation;
    },
    decline: (id, principal) => door.decline(id, principal),
    takeCalls() {
      const taken = calls;
      calls = [];
      return taken;
    },
  };
}
