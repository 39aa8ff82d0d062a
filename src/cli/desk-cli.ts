import type { Principal } from '../tools/principal.js';

/** Who calls tools for a command: whoever may run it on this machine may see what it shows. */
export const DESK_CLI: Principal = { kind: 'system', job: 'desk-cli' };
