import { randomUUID } from 'node:crypto';
import { Router } from 'express';
import { createReplyAddresses } from '../../channels/email/reply-address.js';
import { demoPeople } from '../../demo/people.js';
import { addDays, dateIn } from '../../domain/kernel/dates.js';
import { OrderNumber } from '../../domain/kernel/ids.js';
import { projectPath } from '../../paths.js';
import { homeRouter, type World } from '../../sandbox/home/home-router.js';
import { composeLetter } from '../../sandbox/mail/compose-letter.js';
import { awaitedDeliveries } from '../../store/awaited-deliveries.js';
import { businessNow } from '../../store/clock.js';
import { whatHappened } from '../../store/happened.js';
import { sharedSecret } from '../../store/server-secrets.js';
import type { MailServer } from '../open-email.js';
import type { ServerParts } from '../server-parts.js';
import { createDemoClock } from './demo-clock.js';
import { momentOn } from './next-stop.js';
import { supplierLetter } from './supplier-letter.js';

/** Where the page is mounted. */
export const HOME_PATH = '/sandbox';

export interface OpenedWorld {
  readonly router: Router;
  stop(): Promise<void>;
}

interface Parts extends ServerParts {
  readonly mailServer: MailServer | null;
  startOver(): void;
}

/** By then the new day has begun wherever customers live, Hawaii included. */
const DAY_HAS_BEGUN = '03:00';
const AWAKE = '10:00';
const MOST_DELIVERIES = 6;
const MOST_DAYS = 8;

/** The demo as somebody sees it who has just come: all stand-ins on one page, and time to let pass. Null without a demo shop. */
export async function openWorld(parts: Parts): Promise<OpenedWorld | null> {
  const { sql, house, log, desk, time, mailServer } = parts;
  if (!time) return null;
  const { zone } = house.policy;
  const sandbox = mailServer?.sandbox ?? null;
  const replies = createReplyAddresses(await sharedSecret(sql, 'notice-links'), mailServer?.settings.from ?? '');
  const awake = { zone, at: AWAKE };
  const clock = createDemoClock({
    ...{ sql, log, awake, wake: desk.wakeJobs },
    stops: [{ zone, at: DAY_HAS_BEGUN }, ...house.team.channels.digest],
  });
  const run = randomUUID();
  const orders = demoPeople().map(({ orderNumber }) => OrderNumber.parse(orderNumber));
  const deliveries = async () => {
    const today = dateIn(zone, await businessNow(sql));
    return sandbox ? awaitedDeliveries(sql, { today, orders, most: MOST_DELIVERIES }) : [];
  };
  const world: World = {
    async look() {
      const now = await businessNow(sql);
      return {
        /** Another one once the demo was begun afresh. */
        run,
        now,
        zone,
        journey: clock.journey(),
        deliveries: await deliveries(),
        happened: await whatHappened(sql, zone, MOST_DAYS),
        people: demoPeople().map(({ name, orderNumber, email }) => ({ name, orderNumber, email })),
      };
    },
    moveOn: async (days) => clock.moveTo(momentOn(addDays(dateIn(zone, await businessNow(sql)), days), awake)),
    async answer(poNumber, how) {
      const delivery = (await deliveries()).find((one) => one.poNumber === poNumber);
      if (!delivery || !sandbox) return 'none';
      const raw = await composeLetter({
        ...supplierLetter(delivery, how),
        from: { name: delivery.supplierName, address: delivery.supplierEmail },
        to: replies.of({ kind: 'po', id: poNumber }),
        answers: delivery.lastMailId,
        at: time.now(),
      });
      return (await sandbox.receive(raw)).lost ? 'lost' : 'taken';
    },
    startOver: parts.startOver,
  };
  return {
    router: Router().use(HOME_PATH, homeRouter(world, projectPath('dist/web-sandbox/home'))),
    stop: () => clock.stop(),
  };
}
