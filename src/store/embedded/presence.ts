import { setTimeout as pause } from 'node:timers/promises';
import postgres, { type Sql } from 'postgres';
import { within } from '../deadline.js';
import { codeOf } from './embedded-server-error.js';

/** Session-level advisory lock in the server's `postgres` database; everyone who uses the server holds it shared. */
const PRESENCE_LOCK = '7204118236';
const CONNECT_LIMIT_S = 10;
const QUERY_LIMIT_MS = 15_000;
/** How long the last one out waits for sessions of processes that have just been killed to end. */
const LAST_CHECK_MS = 250;
const RETURN_ATTEMPTS = 60;

const NO_ANSWER = ['DEADLINE_PASSED', 'CONNECT_TIMEOUT', 'CONNECTION_CLOSED', 'ECONNREFUSED', 'ECONNRESET', '57P03'];

/** Whether this error means that the server could not be talked to, rather than that it refused something. */
export function isNoAnswer(error: unknown): boolean {
  return NO_ANSWER.includes(codeOf(error) ?? '');
}

/**
 * One process's presence on a shared server: a session that holds a lock until the process leaves or dies, so that
 * nobody has to keep count. If the session breaks while the server lives (it restarts its sessions after one
 * crashed), presence is taken up again.
 */
export class Presence {
  readonly #sql: Sql;
  #leaving = false;
  #returning = false;

  /** @param url address of the server's `postgres` database, with password */
  constructor(url: string) {
    this.#sql = postgres(url, {
      max: 1,
      connect_timeout: CONNECT_LIMIT_S,
      // The lock lives as long as the session: it must not be renewed or closed when idle, as is the driver's habit.
      max_lifetime: null,
      idle_timeout: 0,
      fetch_types: false,
      prepare: false,
      ssl: false,
      connection: { application_name: 'backorder desk presence' },
      onnotice: () => undefined,
      onclose: () => {
        // A failed attempt to return closes a connection too.
        if (!this.#leaving && !this.#returning) void this.#return();
      },
    });
  }

  /** Joins the users of the server. Throws when it does not answer. */
  async announce(): Promise<void> {
    await this.#query(this.#sql`select pg_advisory_lock_shared(${PRESENCE_LOCK}::bigint)`);
  }

  /** The session itself, for housekeeping while it is held. */
  get session(): Sql {
    return this.#sql;
  }

  /**
   * Gives up the presence and finds out whether anyone else is there. After `nobody_else`, the session holds the
   * server alone until `close`. `unreachable`: the server does not answer, so this cannot be told.
   */
  async leave(): Promise<'nobody_else' | 'others_remain' | 'unreachable'> {
    this.#leaving = true;
    try {
      await this.#query(this.#sql`select pg_advisory_unlock_shared(${PRESENCE_LOCK}::bigint)`);
      await this.#query(this.#sql`select set_config('lock_timeout', ${`${LAST_CHECK_MS}ms`}, false)`);
      await this.#query(this.#sql`select pg_advisory_lock(${PRESENCE_LOCK}::bigint)`);
      return 'nobody_else';
    } catch (error) {
      return codeOf(error) === '55P03' ? 'others_remain' : 'unreachable';
    }
  }

  /** Ends the session. */
  async close(): Promise<void> {
    this.#leaving = true;
    await this.#sql.end({ timeout: 1 });
  }

  async #return(): Promise<void> {
    this.#returning = true;
    let present = false;
    for (let attempt = 0; !present && attempt < RETURN_ATTEMPTS && !this.#leaving; attempt++) {
      try {
        await this.announce();
        present = true;
      } catch {
        // The server is restarting its sessions, or gone for good: then the attempts come to an end.
        await pause(500, undefined, { ref: false });
      }
    }
    this.#returning = false;
  }

  async #query(query: PromiseLike<unknown>): Promise<void> {
    await within(QUERY_LIMIT_MS, query);
  }
}
