import { readable } from '../channels/slack/blocks/readable.js';
import { digestDetails, digestHead } from '../channels/slack/cards/digest-card.js';
import { addToInstant, type LocalDate, startOfDay } from '../domain/kernel/dates.js';
import { loadShopPolicy } from '../knowledge/shop-policy.js';
import { compileDigest } from '../tools/compile-digest.js';
import { openDoor } from '../tools/door.js';
import { AT_THE_TERMINAL } from './ask-tool.js';
import { withDatabase } from './open-cli-database.js';

/** The digest of a day that is not today is read as of this hour of it, in the shop's zone. */
const HOUR = 8;

/** Prints the digest as Slack would show it: first the message, then its thread. Nothing counts as told. */
export async function printDigest({ date, channel }: { date?: LocalDate; channel?: string }): Promise<void> {
  await withDatabase(async ({ sql }) => {
    const policy = loadShopPolicy();
    const door = openDoor({ sql, policy });
    const now = date && addToInstant(startOfDay(date, policy.zone), { hours: HOUR });
    const facts = await door.call(
      compileDigest,
      { channel, on: date },
      AT_THE_TERMINAL,
      now === undefined ? {} : { now },
    );
    if (facts.kind === 'denied') throw new Error('the digest may not be compiled');
    const messages = [digestHead(facts), ...digestDetails(facts)];
    process.stdout.write(`${messages.map(readable).join('\n\n')}\n`);
  });
}
