import type { z } from 'zod';
import type { listDelayDuties } from '../../../tools/list-delay-duties.js';
import { button, context, section } from '../blocks/build.js';
import { mrkdwn } from '../blocks/mrkdwn.js';
import type { Block } from '../blocks/schemas.js';
import { dueWords } from '../cards/digest-lines.js';
import type { HomeScene } from './home-scene.js';

export type Clock = z.infer<typeof listDelayDuties.output>;

/** What the delay rule makes due soon, the first due first. */
export function clockBlocks({ dueWithinHours, duties, more }: Clock, { todayOn }: HomeScene): Block[] {
  if (duties.length === 0)
    return [section(mrkdwn`*Today’s clock*\nThe delay rule asks for nothing in the next ${dueWithinHours} hours.`)];
  return [
    section(mrkdwn`*Today’s clock*: due by the delay rule within ${dueWithinHours} hours`),
    ...duties.map((duty) =>
      section(
        dueWords(duty, todayOn),
        button({ text: 'Open order', action: 'digest:open', value: { order: duty.orderNumber } }),
      ),
    ),
    ...(more > 0 ? [context(mrkdwn`… and ${more} more`)] : []),
  ];
}
