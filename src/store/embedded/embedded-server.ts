import { chooseDataHome, type DataHome, layoutOf, type Places, systemPlaces } from './data-home.js';
import { databaseUrl, ensureDeskDatabase } from './desk-database.js';
import { EmbeddedServerError, explainFailure } from './embedded-server-error.js';
import { initialiseCluster, inspectCluster, readPassword } from './initialise-cluster.js';
import { type LaunchedPostmaster, launchPostmaster } from './launch-postmaster.js';
import { findPostmaster, notAnswering, type Postmaster, stopPostmaster } from './postmaster.js';
import { isNoAnswer, Presence } from './presence.js';
import { stillRuns } from './running-process.js';
import { findServerPrograms } from './server-programs.js';
import { takeTurn } from './take-turn.js';

/** What to start, and how. */
export interface EmbeddedServerOptions {
  /** Wished folder for everything of this database; `EmbeddedServer.dataFolder` says where it really is. */
  readonly folder: string;
  /** False is for tests: faster, and a power cut may cost the data. */
  readonly durable: boolean;
  /** Receives whole sentences for the person who waits. */
  readonly onProgress?: (sentence: string) => void;
}

/** A PostgreSQL server on this machine, which this process uses until it calls `stop` or ends. */
export interface EmbeddedServer {
  /** `postgres://desk:…@127.0.0.1:<port>/backorder_desk`; the port differs from start to start. */
  readonly url: string;
  readonly dataFolder: string;
  /** True when a server was already running on this data: another process's, or one left by a killed process. */
  readonly joined: boolean;
  /** Ends the server, unless other processes use it. Safe to call more than once. */
  stop(): Promise<'stopped' | 'left_running_for_others'>;
}

/**
 * Gives this process a running PostgreSQL with a `backorder_desk` database: initialises the folder on first use,
 * joins the folder's server if one runs, else starts one. Starts and stops on one folder take turns across
 * processes. As root the server runs as another account, and its data may be elsewhere (see `chooseDataHome`).
 *
 * @throws EmbeddedServerError with the cure in its message, for everything a person can cure
 */
export async function startEmbeddedServer(
  options: EmbeddedServerOptions,
  places: Places = systemPlaces(),
): Promise<EmbeddedServer> {
  if (process.platform !== 'linux' && process.platform !== 'darwin') {
    throw new EmbeddedServerError(
      'unsupported_platform',
      `The desk brings its own database only on Linux and macOS. On ${process.platform}, install PostgreSQL and set DATABASE_URL to it.`,
    );
  }
  let place = options.folder;
  try {
    const home = await chooseDataHome(options.folder, places);
    place = home.folder;
    if (!home.asWished) {
      options.onProgress?.(
        `The database is kept in ${home.folder}, because the account that runs it cannot reach ${options.folder}.`,
      );
    }
    return await takeTurn(home.folder, () => startInTurn(home, options, places));
  } catch (error) {
    throw explainFailure(error, place);
  }
}

async function startInTurn(home: DataHome, options: EmbeddedServerOptions, places: Places): Promise<EmbeddedServer> {
  const launched = await joinOrLaunch(home, options, places);
  try {
    const password = await readPassword(home.folder);
    const presence = await makePresent(launched.postmaster, password, home);
    return shareServer(home.folder, launched, databaseUrl(launched.postmaster.port, password), presence);
  } catch (error) {
    if (!launched.joined) await stopPostmaster(launched.postmaster);
    throw error;
  }
}

async function joinOrLaunch(
  home: DataHome,
  { durable, onProgress }: EmbeddedServerOptions,
  places: Places,
): Promise<LaunchedPostmaster> {
  const running = await findPostmaster(layoutOf(home.folder).data);
  if (running) {
    onProgress?.('Using the database server that is already running.');
    return { postmaster: running, joined: true };
  }
  const programs = await findServerPrograms(home.account, places.programs);
  if ((await inspectCluster(home.folder, programs.majorVersion)) === 'absent') {
    onProgress?.('Preparing the database: a few seconds, the first time only.');
    await initialiseCluster(home, programs, durable);
  }
  return launchPostmaster(home, programs, durable);
}

async function makePresent(postmaster: Postmaster, password: string, home: DataHome): Promise<Presence> {
  const presence = new Presence(databaseUrl(postmaster.port, password, 'postgres'));
  try {
    await presence.announce();
    await ensureDeskDatabase(presence.session);
    return presence;
  } catch (error) {
    await presence.close();
    throw isNoAnswer(error) ? notAnswering(layoutOf(home.folder).data, error) : error;
  }
}

function shareServer(
  dataFolder: string,
  { postmaster, joined }: LaunchedPostmaster,
  url: string,
  presence: Presence,
): EmbeddedServer {
  let stopping: ReturnType<EmbeddedServer['stop']> | undefined;
  const stopInTurn = async (): ReturnType<EmbeddedServer['stop']> => {
    try {
      if ((await presence.leave()) === 'nobody_else') await stopPostmaster(postmaster);
      // Also when nobody could be asked: it may have been killed, but if it lives, others may be using it.
      return (await stillRuns(postmaster.process)) ? 'left_running_for_others' : 'stopped';
    } finally {
      await presence.close();
    }
  };
  return {
    url,
    dataFolder,
    joined,
    stop: () => {
      stopping ??= takeTurn(dataFolder, stopInTurn).catch((error: unknown) => {
        throw explainFailure(error, dataFolder);
      });
      return stopping;
    },
  };
}
