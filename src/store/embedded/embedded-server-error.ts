/** What kept the embedded server from working. Each message names the place and the cure. */
export type EmbeddedServerErrorCode =
  | 'unsupported_platform'
  | 'binaries_missing'
  | 'binaries_do_not_run'
  | 'no_account'
  | 'folder_not_permitted'
  | 'folder_not_usable'
  | 'disk_full'
  | 'data_out_of_reach'
  | 'data_incomplete'
  | 'other_major_version'
  | 'password_refused'
  | 'initialising_failed'
  | 'start_failed'
  | 'not_answering'
  | 'held_by_another_process'
  | 'stop_failed';

/** A trouble with the embedded PostgreSQL that a person can cure. `message` is written for them; `code` is for code. */
export class EmbeddedServerError extends Error {
  override readonly name = 'EmbeddedServerError';

  constructor(
    readonly code: EmbeddedServerErrorCode,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}

/** The system's or the driver's short code on an error (`ENOENT`, `28P01`), if it carries one. */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/**
 * Gives a failed file or database operation under `folder` a message with a cure. What is not a matter of
 * permissions, room or password (a bug, that is) is returned unchanged.
 */
export function explainFailure(error: unknown, folder: string): unknown {
  switch (codeOf(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
    case '53100':
      return diskFull(folder, error);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return notPermitted(folder, error);
    case 'ENOTDIR':
    case 'EEXIST':
    case 'ENAMETOOLONG':
    case 'ELOOP':
      return new EmbeddedServerError(
        'folder_not_usable',
        `${folder} cannot be used as the database folder, because something else is in its place. Move that away, or set DATABASE_URL to use another PostgreSQL server.`,
        { cause: error },
      );
    case '28P01':
      return new EmbeddedServerError(
        'password_refused',
        `The database in ${folder} refuses the password kept beside it (cluster/password). Put the former file back, or move the folder away to begin with an empty database.`,
        { cause: error },
      );
    default:
      return error;
  }
}

/** Like `explainFailure`, for what initdb or postgres wrote before giving up (they run with messages in English). */
export function explainOutput(
  fallback: { code: EmbeddedServerErrorCode; sentence: string },
  output: string,
  folder: string,
): EmbeddedServerError {
  const cause = new Error(output.trim() || 'no output');
  if (/No space left on device|Disk quota exceeded/i.test(output)) return diskFull(folder, cause);
  if (/Permission denied|Operation not permitted|Read-only file system/i.test(output)) {
    return notPermitted(folder, cause);
  }
  const lastLines = output.trim().split('\n').slice(-6).join('\n');
  return new EmbeddedServerError(fallback.code, `${fallback.sentence}\n${lastLines}`.trim(), { cause });
}

function diskFull(folder: string, cause: unknown): EmbeddedServerError {
  return new EmbeddedServerError(
    'disk_full',
    `The disk that holds ${folder} is full. Free about 300 MB and start again; nothing stored is lost.`,
    { cause },
  );
}

function notPermitted(folder: string, cause: unknown): EmbeddedServerError {
  return new EmbeddedServerError(
    'folder_not_permitted',
    `This account may not read and write ${folder}. Start as the account that made it, or change its owner, or set DATABASE_URL to use another PostgreSQL server.`,
    { cause },
  );
}
