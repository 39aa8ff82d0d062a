import type { LocalDate } from '../domain/kernel/dates.js';
import type { CustomerId, OrderLineId, OrderNumber } from '../domain/kernel/ids.js';
import type { Money } from '../domain/kernel/money.js';
import type { Tx } from '../store/connect.js';
import { MailedLine } from '../store/customer-message-facts.js';
import { addCustomerMessage } from '../store/customer-messages.js';

interface Mailed {
  readonly customerId: CustomerId;
  readonly orderNumbers: readonly OrderNumber[];
  /** The mail it stands beside; each is told of once. */
  readonly noticeId: string;
}

/** A line as the mail told of it. A line of NoticeFacts will do. */
interface Line {
  readonly orderLineId: OrderLineId;
  readonly lineName: string;
  readonly quantity: number;
}

/** What went out by mail. `answerBy`: the last day to answer; null where no answer counts as a yes. */
export type MailToStandBeside = Mailed &
  (
    | {
        readonly kind: 'notice';
        readonly lines: readonly (Line & { readonly revisedShipBy: LocalDate | null })[];
        readonly answerBy: LocalDate | null;
      }
    | {
        readonly kind: 'reminder';
        readonly lines: readonly (Line & { readonly revisedShipBy: LocalDate | null })[];
        readonly answerBy: LocalDate;
      }
    | {
        readonly kind: 'cancellation';
        readonly lines: readonly Line[];
        readonly refundAmount: Money;
        readonly refundMethod: string;
        readonly refundBy: LocalDate;
      }
  );

/**
 * Beside a mail that the law asks for, says shortly in an open chat and, where they agreed to it, by text that it has come,
 * with the new date and the choice. It is no notice and never counts as one. Call it when the mail server took the mail.
 */
export async function tellBeside(tx: Tx, mail: MailToStandBeside): Promise<void> {
  const { customerId, noticeId } = mail;
  const told = { customerId, cause: noticeId };
  const about = { orderNumbers: [...mail.orderNumbers], noticeId };
  switch (mail.kind) {
    case 'notice': {
      const facts = { ...about, lines: mail.lines.map((line) => MailedLine.parse(line)), answerBy: mail.answerBy };
      await addCustomerMessage(tx, { ...told, kind: 'notice_mailed', facts });
      return;
    }
    case 'reminder': {
      const facts = { ...about, lines: mail.lines.map((line) => MailedLine.parse(line)), answerBy: mail.answerBy };
      await addCustomerMessage(tx, { ...told, kind: 'reminder_mailed', facts });
      return;
    }
    case 'cancellation': {
      const { refundAmount, refundMethod, refundBy } = mail;
      const lines = mail.lines.map(({ orderLineId, lineName, quantity }) => ({ orderLineId, lineName, quantity }));
      await addCustomerMessage(tx, {
        ...told,
        kind: 'cancellation_mailed',
        facts: { ...about, lines, refundAmount, refundMethod, refundBy },
      });
    }
  }
}
