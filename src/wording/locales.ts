import { existsSync } from 'node:fs';
import { projectPath } from '../paths.js';
import { loadMails, type Mails } from './mail.js';
import { loadWording, type Wording, WordingError } from './render.js';
import { wordingOn } from './wording-on.js';

/** The language of what no folder of the customer's own has. */
export const FALLBACK_LOCALE = 'en';

const Tag = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;

/**
 * Where templates for a locale are looked for, the nearest first: of `de-AT` the folders `de-AT`, `de` and `en` that there
 * are. A name that is no locale has the fallback's alone.
 */
export function localeFolders(root: string, locale: string): string[] {
  const parts = Tag.test(locale) ? locale.split('-') : [];
  const tags = parts.map((_, cut) => parts.slice(0, parts.length - cut).join('-'));
  return [...new Set([...tags, FALLBACK_LOCALE])]
    .map((tag) => `${root}/${tag}`)
    .filter((folder) => existsSync(projectPath(folder)));
}

const wordings = new Map<string, Wording>();
const mails = new Map<string, Mails>();

function once<Loaded>(known: Map<string, Loaded>, folder: string, load: (folder: string) => Loaded): Loaded {
  const before = known.get(folder);
  if (before) return before;
  const loaded = load(folder);
  known.set(folder, loaded);
  return loaded;
}

/** The messages below `root` in a customer's language, as one channel has them. One that is not translated is said whole in the fallback's. */
export function wordingFor(root: string, locale: string, channel: string): Wording {
  const layers = localeFolders(root, locale).map((folder) => wordingOn(once(wordings, folder, loadWording), channel));
  const has = (template: string) => layers.some((layer) => layer.has(template));
  return {
    has,
    say(template, facts) {
      const layer = layers.find((one) => one.has(template));
      if (!layer) throw new WordingError(`There is no template ${template} in any folder of ${root} for ${locale}`);
      return layer.say(template, facts);
    },
  };
}

/** The mails below `root` in a customer's language. One that is not translated is written whole in the fallback's. */
export function mailsFor(root: string, locale: string): Mails {
  const layers = localeFolders(root, locale).map((folder) => once(mails, folder, loadMails));
  const has = (template: string) => layers.some((layer) => layer.has(template));
  return {
    has,
    write(template, facts) {
      const layer = layers.find((one) => one.has(template));
      if (!layer) throw new WordingError(`There is no mail ${template} in any folder of ${root} for ${locale}`);
      return layer.write(template, facts);
    },
  };
}
