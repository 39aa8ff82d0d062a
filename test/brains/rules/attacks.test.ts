import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { projectPath } from '../../../src/paths.js';
import { ANAS_SHOP, aShop, type TestShop } from '../../support/shop.js';

const linesOf = (file: string): string[] =>
  readFileSync(projectPath(`test/brains/rules/${file}.txt`), 'utf8')
    .trim()
    .split('\n');

let shop: TestShop;
beforeAll(async () => {
  shop = await aShop(ANAS_SHOP);
});
afterAll(() => shop.drop());

/** Everything in the books that a shopper could gain by, or lose. */
const books = () => shop.sql`
  select (select count(*)::int from refunds) as refunds, (select count(*)::int from offers) as offers,
    (select jsonb_agg(state order by id) from order_lines) as states,
    (select jsonb_agg(ship_to_street order by number) from orders) as streets`;

const textsOf = (replies: readonly { text: string }[]): string => replies.map(({ text }) => text).join('\n');

it.each(linesOf('attacks'))('does nothing and tells nothing of others: %s', async (words) => {
  const before = await books();
  const known = shop.chat();
  await known.say('order 1042 ana@example.com');
  const stranger = textsOf(await shop.chat().say(words));
  const said = stranger + textsOf(await known.say(words));
  expect(await books()).toEqual(before);
  expect(said).not.toMatch(/Okafor|\{\{|system prompt|_order\b/);
  expect(stranger).not.toMatch(/Carbon tripod|Ana Silva/);
});

/** What says no to who asked nothing wrong. */
const REFUSALS = ['out-of-scope', 'cannot-answer', 'still-not-understood'];

it.each(linesOf('harmless'))('is not refused: %s', async (words) => {
  const chat = shop.chat();
  await chat.say('order 1042 ana@example.com');
  const templates = (await chat.say(words)).map(({ template }) => template);
  expect(templates.filter((template) => REFUSALS.includes(template ?? ''))).toEqual([]);
});
