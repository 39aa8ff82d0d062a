import { z } from 'zod';
import type { Instant } from '../domain/kernel/dates.js';
import { LocalDate } from '../domain/kernel/dates.js';
import type { SqlOrTx, Tx } from './connect.js';

/** Puts an item of the digest aside until a day. The newest row of an item counts. */
export async function addSnooze(
  tx: Tx,
  {
    item,
    reason,
    untilOn,
    by,
    at,
  }: {
    readonly item: string;
    readonly reason: string;
    readonly untilOn: LocalDate;
    readonly by: string;
    readonly at: Instant;
  },
): Promise<void> {
  await tx`
    insert into snoozes (item, reason, until_on, snoozed_by, at) values (${item}, ${reason}, ${untilOn}, ${by}, ${at})`;
}

const SnoozeRow = z.object({ item: z.string(), untilOn: LocalDate });

/** Items put aside on a day, each until when. */
export async function snoozedOn(sql: SqlOrTx, day: LocalDate): Promise<ReadonlyMap<string, LocalDate>> {
  const rows = await sql`
    select distinct on (item) item, until_on as "untilOn" from snoozes where until_on > ${day}
      and not exists (select from snoozes newer where newer.item = snoozes.item and newer.id > snoozes.id)
    order by item`;
  return new Map(rows.map((row) => SnoozeRow.parse(row)).map(({ item, untilOn }) => [item, untilOn]));
}
