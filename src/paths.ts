import { fileURLToPath } from 'node:url';

/** The project's root folder, the same whether this runs from src/ (development, tests) or dist/ (compiled). */
export const projectRoot = fileURLToPath(new URL('..', import.meta.url));

/** Absolute path of something that ships beside the code: migrations, templates, knowledge, built pages. */
export function projectPath(...parts: readonly string[]): string {
  return [projectRoot.replace(/\/$/, ''), ...parts].join('/');
}
