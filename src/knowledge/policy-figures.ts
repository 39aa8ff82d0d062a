import { readdirSync } from 'node:fs';
import { projectPath } from '../paths.js';
import { readYaml } from './policy-file.js';

/** Looks up a figure of the policy by its path, such as `incentives.rep.maxPercent`; undefined where there is none. */
export type PolicyFigures = (path: string) => string | undefined;

const PLACEHOLDER = /\{\{\s*([^{}]*?)\s*\}\}/g;

/**
 * The figures of the files in knowledge/policy: the file's name, then its keys. Of a list, the entry that bears the
 * name: `escalation.rules.vip-late.owner`. `changes` are laid over the files of their names, as a scenario's are.
 */
export function loadPolicyFigures(
  changes: Readonly<Record<string, unknown>> = {},
  folder = projectPath('knowledge/policy'),
): PolicyFigures {
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
  const policy = Object.fromEntries(
    files.map((file) => {
      const name = file.slice(0, -'.yaml'.length);
      return [name, readYaml(`${folder}/${file}`, changes[name])];
    }),
  );
  return (path) => asWords(path.split('.').reduce(step, policy));
}

function step(at: unknown, key: string): unknown {
  if (Array.isArray(at)) return at.find((entry) => isObject(entry) && entry.name === key);
  return isObject(at) && Object.hasOwn(at, key) ? at[key] : undefined;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** A number, a word or a list of words. What has keys of its own is no figure. */
function asWords(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return value;
  return Array.isArray(value) && value.every((one) => typeof one === 'string')
    ? value.map((one) => one.replaceAll('_', ' ')).join(', ')
    : undefined;
}

/** Every path that stands as `{{path}}` in a text. */
export const pathsIn = (text: string): string[] => [...text.matchAll(PLACEHOLDER)].map(([, path = '']) => path);

/** The text with every `{{path}}` filled in. `missing` are the paths that name nothing. */
export function fillFigures(text: string, figures: PolicyFigures): { text: string; missing: string[] } {
  const missing: string[] = [];
  const filled = text.replace(PLACEHOLDER, (whole, path: string) => {
    const figure = figures(path);
    if (figure === undefined) missing.push(path);
    return figure ?? whole;
  });
  return { text: filled, missing };
}
