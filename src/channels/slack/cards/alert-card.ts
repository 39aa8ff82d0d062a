import type { z } from 'zod';
import type { LocalDate } from '../../../domain/kernel/dates.js';
import type { SlipItem } from '../../../tools/digest-facts.js';
import type { AlertFacts } from '../../../tools/list-stock-alerts.js';
import { sayCount, sayNumber } from '../../../wording/formats.js';
import { clip, message, section } from '../blocks/build.js';
import { type Mrkdwn, mrkdwn } from '../blocks/mrkdwn.js';
import type { Message } from '../blocks/schemas.js';
import { slipWords } from './digest-lines.js';
import { firstOf, LONGEST_NAME } from './supply-words.js';

type Alert = z.infer<typeof AlertFacts>;
const MOST = 8;

/** Everything that one look found, in one message of the alerts channel. */
export function alertCard(
  found: {
    readonly fell: readonly Alert[];
    readonly recovered: readonly Alert[];
    readonly slips: readonly z.infer<typeof SlipItem>[];
  },
  todayOn: LocalDate,
): Message {
  const parts = [
    { title: 'Running low', lines: found.fell.map(coverWords) },
    { title: 'Well stocked again', lines: found.recovered.map(coverWords) },
    { title: 'Suppliers that slipped', lines: found.slips.map((slip) => mrkdwn`• ${slipWords(slip, todayOn)}`) },
  ].filter(({ lines }) => lines.length > 0);
  const title = parts.map(({ title: name, lines }) => `${name}: ${lines.length}`).join(' · ');
  return message(
    mrkdwn`${title}`,
    parts.map(({ title: name, lines }) => section(mrkdwn`*${name}*\n${firstOf(lines, MOST)}`)),
  );
}

/** What is watched, for whoever asks. */
export function alertList(alerts: readonly Alert[]): Message {
  const title = mrkdwn`${sayCount(alerts.length, 'item is', 'items are')} watched`;
  return message(title, [section(mrkdwn`*${title}*\n${firstOf(alerts.map(coverWords), MOST)}`)]);
}

function coverWords({ sku, itemName, belowDays, daysOfCover, unitsAvailable }: Alert): Mrkdwn {
  const cover =
    unitsAvailable <= 0
      ? unitsAvailable === 0
        ? 'none left'
        : `${sayNumber(-unitsAvailable)} short`
      : daysOfCover === null
        ? `${sayNumber(unitsAvailable)} left, none sold lately`
        : `${sayNumber(unitsAvailable)} left, about ${sayCount(Math.round(daysOfCover), 'day')}`;
  return mrkdwn`• *${clip(itemName, LONGEST_NAME)}* · ${sku}: ${cover} (told below ${sayCount(belowDays, 'day')})`;
}
