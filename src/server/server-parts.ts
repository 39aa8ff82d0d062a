import type { Config } from '../config.js';
import type { Log } from '../conversation/log.js';
import type { Desk, House } from '../desk.js';
import type { Sql } from '../store/connect.js';
import type { BusinessTime } from './business-time.js';

/** What is opened beside the desk, such as a channel or its stand-in, is made of. */
export interface ServerParts {
  readonly sql: Sql;
  readonly house: House;
  readonly config: Config;
  readonly log: Log;
  readonly desk: Desk;
  /** What stand-ins go by; null without a demo shop, where there are none. */
  readonly time: BusinessTime | null;
}
