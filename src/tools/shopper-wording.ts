import { loadWording, type Wording } from '../wording/render.js';

let templates: Wording | undefined;

/** The shop's words to shoppers, read once a process. */
export function shopperWording(): Wording {
  templates ??= loadWording('templates/shopper/en');
  return templates;
}
