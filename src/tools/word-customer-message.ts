import type { LocalDate } from '../domain/kernel/dates.js';
import type { Told } from '../store/customer-message-facts.js';
import { mailsFor, wordingFor } from '../wording/locales.js';
import type { MailText } from '../wording/mail.js';
import { nameFirst, shortened } from '../wording/name-first.js';
import type { Facts } from '../wording/render.js';
import { firstNameOf } from './word-notices.js';

/** What stands around the facts of a message. */
export interface MessageFrame {
  readonly locale: string;
  readonly customerName: string;
  readonly todayOn: LocalDate;
  readonly shopName: string;
  readonly assistantName: string;
}

/** Characters of an item's name that a text has room for. */
const LONGEST_NAME = 20;

/** A message as it is said in the chat (`web`) or by text (`sms`). */
export const wordMessage = (told: Told, frame: MessageFrame, channel: 'web' | 'sms'): string =>
  wordingFor('templates/shopper', frame.locale, channel).say(messageTemplate(told), {
    ...factsOf(told, frame),
    ...named(told, channel === 'sms' ? LONGEST_NAME : Number.POSITIVE_INFINITY),
  });

/** A message as a mail. `stopLink`: where they can ask for no more of these; null for what they must have. */
export const wordMessageMail = (told: Told, frame: MessageFrame, stopLink: string | null): MailText =>
  mailsFor('templates/email', frame.locale).write(mailTemplate(told), { ...factsOf(told, frame), stopLink });

/** The name of its template; `message/` keeps them apart from what is answered in a talk. */
export const messageTemplate = (told: Told): string => `message/${wordedAs(told)}`;
export const mailTemplate = (told: Told): string => wordedAs(told).replaceAll('_', '-');

/** A date that moved towards the customer is good news, also where it is not yet the first they were told. */
const wordedAs = (told: Told): Told['kind'] =>
  told.kind === 'date_moved' && told.facts.lines.every(({ toldShipBy, cautiousOn }) => cautiousOn < toldShipBy)
    ? 'back_on_time'
    : told.kind;

function factsOf({ facts }: Told, { customerName, todayOn, shopName, assistantName }: MessageFrame): Facts {
  const orders = 'orderNumbers' in facts ? facts.orderNumbers : [];
  return {
    ...facts,
    firstName: firstNameOf(customerName),
    todayOn,
    shopName,
    assistantName,
    orderList: orders,
    orderCount: orders.length,
  };
}

/** The first of its lines or items by name, and how many more there are. */
function named({ facts }: Told, longest: number): Facts {
  const all = 'lines' in facts ? facts.lines : 'items' in facts ? facts.items : [];
  return {
    ...nameFirst<{ readonly lineName: string }>(all, longest),
    ...('productName' in facts && { productName: shortened(facts.productName, longest) }),
  };
}

/** What the customer can press or answer with a digit. */
export function choicesOf(told: Told): readonly string[] {
  switch (told.kind) {
    case 'notice_mailed':
    case 'reminder_mailed': {
      const [only, other] = told.facts.orderNumbers;
      // of several orders each has its own answer: the mail has the links
      return only && !other ? [`Keep waiting for order ${only}`, `Cancel late items, order ${only}`] : [];
    }
    case 'date_moved':
      if (wordedAs(told) === 'back_on_time') return [];
      return [`Keep waiting for order ${told.facts.orderNumber}`, `Cancel late items, order ${told.facts.orderNumber}`];
    default:
      return [];
  }
}
