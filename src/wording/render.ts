import { existsSync, readdirSync, readFileSync } from 'node:fs';
import Handlebars from 'handlebars';
import { z } from 'zod';
import { LocalDate } from '../domain/kernel/dates.js';
import { Money } from '../domain/kernel/money.js';
import { projectPath } from '../paths.js';
import { sayDate, sayItem, sayItems, sayList, sayMoney, sayNumber, sayTime } from './formats.js';
import { plainText, tidyLines } from './plain-text.js';

/** Values a template may show. Dates, money and lists stay typed; the template's helpers put them into words. */
export type Facts = Readonly<Record<string, unknown>>;

export class WordingError extends Error {
  override readonly name = 'WordingError';
}

/** Renders the messages of templates/ (and prompts/). */
export interface Wording {
  /** The message as plain text. Throws WordingError for an unknown template or a fact it needs and was not given. */
  say(template: string, facts: Facts): string;
  has(template: string): boolean;
}

/**
 * Loads every template of a folder, by its path without the ending: `recap/cancel_line`. Templates are strict: a missing
 * fact is an error. Strings in facts are made plain (see plain-text.ts) before they reach a template, so that a name or
 * a note can carry neither markup nor hidden characters into any channel.
 *
 * `into` says what the templates make. `html`: they are pages, and every value put in with {{…}} is escaped by
 * Handlebars (& < > " ' ` =), helpers' results too; {{{…}}} is refused here as well. Put no value outside text and
 * quoted attributes. What lies in `parts/` is put in where a template says so: `{{> head}}`.
 */
export function loadWording(folder: string, into: 'text' | 'html' = 'text'): Wording {
  const root = projectPath(folder);
  const handlebars = Handlebars.create();
  registerHelpers(handlebars);
  const options = { strict: true, noEscape: into === 'text', knownHelpersOnly: true, knownHelpers: HELPER_NAMES };
  for (const [name, source] of partsIn(root)) handlebars.registerPartial(name, handlebars.compile(source, options));
  const templates = new Map<string, HandlebarsTemplateDelegate>();
  for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    const name = file.replaceAll('\\', '/');
    if (!name.endsWith('.hbs') || name.startsWith('parts/')) continue;
    templates.set(name.slice(0, -'.hbs'.length), handlebars.compile(sourceOf(`${root}/${file}`), options));
  }
  return {
    has: (template) => templates.has(template),
    say(template, facts) {
      const compiled = templates.get(template);
      if (!compiled) throw new WordingError(`There is no template ${folder}/${template}.hbs`);
      try {
        return tidyLines(compiled(makePlain(facts)));
      } catch (cause) {
        throw new WordingError(`${folder}/${template}.hbs: ${cause instanceof Error ? cause.message : cause}`, {
          cause,
        });
      }
    },
  };
}

/** A template as it stands in its file. Throws WordingError for one that would put a value in unescaped. */
export function sourceOf(path: string): string {
  const source = readFileSync(path, 'utf8').replaceAll('\r\n', '\n').trim();
  if (source.includes('{{{')) throw new WordingError(`${path} has {{{…}}}: write {{…}}, facts are plain text already`);
  return source;
}

/** What several templates of a folder share, by name. */
export function partsIn(root: string): ReadonlyMap<string, string> {
  const folder = `${root}/parts`;
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.hbs')) : [];
  return new Map(files.map((file) => [file.slice(0, -'.hbs'.length), sourceOf(`${folder}/${file}`)]));
}

/** What every template may use. */
export const HELPER_NAMES = {
  date: true,
  money: true,
  list: true,
  time: true,
  thousands: true,
  plural: true,
  eq: true,
  item: true,
  some: true,
  words: true,
} as const;

// made once: making a schema takes longer than using it
const Texts = z.array(z.string());
const Item = z.object({ quantity: z.int(), lineName: z.string() });
const Items = z.array(Item);
const Text = z.string();
const Count = z.number();

export function registerHelpers(handlebars: typeof Handlebars): void {
  handlebars.registerHelper('date', function (this: unknown, value: unknown, { data }: Handlebars.HelperOptions) {
    // not a schema of the whole: that would copy every fact for each date
    return sayDate(LocalDate.parse(value), LocalDate.parse(data?.root?.todayOn));
  });
  handlebars.registerHelper('money', (value: unknown) => sayMoney(Money.parse(value)));
  handlebars.registerHelper('list', (value: unknown) => sayList(Texts.parse(value)));
  handlebars.registerHelper('time', (value: unknown) => sayTime(Text.parse(value)));
  handlebars.registerHelper('thousands', (value: unknown) => sayNumber(Count.parse(value)));
  handlebars.registerHelper('plural', (count: unknown, one: unknown, many: unknown) =>
    Count.parse(count) === 1 ? one : many,
  );
  handlebars.registerHelper('item', (line: unknown) => sayItem(Item.parse(line)));
  handlebars.registerHelper('some', (items: unknown, more: unknown) => sayItems(Items.parse(items), Count.parse(more)));
  // a code such as in_time as people write it; codes are the product's own, a person's words never come here
  handlebars.registerHelper('words', (code: unknown) => Text.parse(code).replaceAll('_', ' '));
  handlebars.registerHelper('eq', (a: unknown, b: unknown) => given(a) === given(b));
  // of themselves these take a fact that is missing for one that is false
  for (const name of ['if', 'unless', 'each']) {
    const block = handlebars.helpers[name];
    handlebars.registerHelper(name, function (this: unknown, value: unknown, options: unknown) {
      return block?.call(this, given(value), options);
    });
  }
}

function given(value: unknown): unknown {
  if (value === undefined) throw new WordingError('a condition or list asks for a fact that is missing');
  return value;
}

/** Facts as templates get them: strings made plain, nothing reachable but the facts. */
export function makePlain(value: unknown): unknown {
  if (typeof value === 'string') return plainText(value);
  if (Array.isArray(value)) return value.map(makePlain);
  if (value !== null && typeof value === 'object') {
    // without a prototype a template reaches nothing but its facts
    const plain: Record<string, unknown> = Object.create(null);
    for (const [key, inner] of Object.entries(value)) plain[key] = makePlain(inner);
    return plain;
  }
  return value;
}
