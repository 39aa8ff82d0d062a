import { readdirSync } from 'node:fs';
import Handlebars from 'handlebars';
import { projectPath } from '../paths.js';
import { type Facts, HELPER_NAMES, makePlain, partsIn, registerHelpers, sourceOf, WordingError } from './render.js';

/** A mail's words, the same in both parts. */
export interface MailText {
  /** One line. */
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface Mails {
  /** Throws WordingError for an unknown template or a fact it needs and was not given. */
  write(template: string, facts: Facts): MailText;
  has(template: string): boolean;
}

/**
 * Loads the mails of a folder. Each is one template for both parts: the first line is `Subject: …`, the rest stands in
 * `{{#paragraph}}`, `{{#bullet}}`, `{{#small}}`, `{{button address 'words'}}` and `{{link address 'words'}}`, which make plain text in one part and
 * HTML in the other. In HTML every value is escaped; strict as other templates (render.ts). What lies in `parts/` is put
 * in where a mail says so: `{{> footer}}`.
 */
export function loadMails(folder: string): Mails {
  const root = projectPath(folder);
  const parts = partsIn(root);
  const [asText, asHtml] = [machine(TEXT, true, parts), machine(HTML, false, parts)];
  const mails = new Map<string, { text: HandlebarsTemplateDelegate; html: HandlebarsTemplateDelegate }>();
  for (const file of readdirSync(root).filter((name) => name.endsWith('.hbs'))) {
    const source = sourceOf(`${root}/${file}`);
    if (!source.startsWith('Subject: ')) throw new WordingError(`${folder}/${file} does not begin with "Subject: "`);
    mails.set(file.slice(0, -'.hbs'.length), { text: asText(source), html: asHtml(source) });
  }
  return {
    has: (template) => mails.has(template),
    write(template, facts) {
      const mail = mails.get(template);
      if (!mail) throw new WordingError(`There is no template ${folder}/${template}.hbs`);
      try {
        const plain = makePlain(facts);
        const [subject, text] = split(mail.text(plain));
        const [, body] = split(mail.html(plain));
        return {
          subject,
          text: text.replace(/\n{3,}/g, '\n\n').replace(/^(- .*)\n\n(?=- )/gm, '$1\n'),
          html: page(Handlebars.escapeExpression(subject), body),
        };
      } catch (cause) {
        const why = cause instanceof Error ? cause.message : String(cause);
        throw new WordingError(`${folder}/${template}.hbs: ${why}`, { cause });
      }
    },
  };
}

/** A mail of words that somebody wrote: paragraphs by empty lines, points by "- ". */
export function mailFromText(subject: string, text: string): MailText {
  const parts = text
    .trim()
    .split(/\n\s*\n|\n(?=- )/)
    .map((part) => ({
      kind: part.startsWith('- ') ? ('bullet' as const) : ('paragraph' as const),
      words: part
        .replace(/^- /, '')
        .split('\n')
        .map((line) => Handlebars.escapeExpression(line))
        .join('<br>'),
    }));
  const body = parts.map(({ kind, words }) => HTML.block(kind, words)).join('');
  return { subject, text: text.trim(), html: page(Handlebars.escapeExpression(subject), body) };
}

function split(rendered: string): [subject: string, body: string] {
  const end = rendered.indexOf('\n');
  return [rendered.slice('Subject: '.length, end).trim(), rendered.slice(end + 1).trim()];
}

/** How the parts of a mail are made in one of its two forms. */
interface Form {
  block(kind: 'paragraph' | 'bullet' | 'small', inner: string): string;
  button(address: string, words: string): string;
  /** Within a sentence. */
  link(address: string, words: string): string;
}

const TEXT: Form = {
  block: (kind, inner) => (kind === 'bullet' ? `- ${inner}\n` : `${inner}\n\n`),
  button: (address, words) => `${words}:\n${address}\n\n`,
  link: (address, words) => `${words}: ${address}`,
};

// mail programs read no style sheet: each element bears its own
const BLOCKS = {
  paragraph: (inner: string) => `<p style="margin:0 0 16px">${inner}</p>`,
  bullet: (inner: string) =>
    `<p style="margin:0 0 16px;padding:10px 14px;border-left:3px solid #1d5c52;background:#f1f6f3">${inner}</p>`,
  small: (inner: string) => `<p style="margin:16px 0 0;font-size:13px;color:#665d52">${inner}</p>`,
};
const HTML: Form = {
  block: (kind, inner) => `${BLOCKS[kind](inner)}\n`,
  button: (address, words) =>
    `<p style="margin:0 0 12px"><a href="${Handlebars.escapeExpression(address)}" style="display:inline-block;min-width:200px;padding:12px 18px;border-radius:8px;background:#1d5c52;color:#ffffff;font-weight:600;text-align:center;text-decoration:none">${Handlebars.escapeExpression(words)}</a></p>\n`,
  link: (address, words) =>
    `<a href="${Handlebars.escapeExpression(address)}" style="color:#1d5c52">${Handlebars.escapeExpression(words)}</a>`,
};

const PARTS = ['paragraph', 'bullet', 'small'] as const;
const MAIL_HELPERS = { ...HELPER_NAMES, paragraph: true, bullet: true, small: true, button: true, link: true };

function machine(
  form: Form,
  noEscape: boolean,
  parts: ReadonlyMap<string, string>,
): (source: string) => HandlebarsTemplateDelegate {
  const handlebars = Handlebars.create();
  registerHelpers(handlebars);
  const options = { strict: true, noEscape, knownHelpersOnly: true, knownHelpers: MAIL_HELPERS };
  for (const [name, source] of parts) handlebars.registerPartial(name, handlebars.compile(source, options));
  for (const part of PARTS)
    handlebars.registerHelper(part, function (this: unknown, options: Handlebars.HelperOptions) {
      return form.block(part, options.fn(this).replace(/\s+/g, ' ').trim());
    });
  for (const part of ['button', 'link'] as const)
    handlebars.registerHelper(
      part,
      (address: unknown, words: unknown) => new Handlebars.SafeString(form[part](String(address), String(words))),
    );
  return (source) => handlebars.compile(source, options);
}

const page = (title: string, body: string): string => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title></head>
<body style="margin:0;padding:24px 16px;background:#f8f4ed;color:#28231d;font:16px/1.5 -apple-system,'Segoe UI',Roboto,Arial,sans-serif">
<div style="max-width:560px;margin:0 auto;padding:24px;border-radius:12px;background:#fffdfa">
${body}
</div>
</body>
</html>
`;
