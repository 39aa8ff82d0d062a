import type { Sql } from '../../store/connect.js';

/** A row as the database has it, by its column names. */
export type Row = Readonly<Record<string, unknown>>;

/** All rows of the shop's data: by table, each as text. */
export type Snapshot = ReadonlyMap<string, ReadonlySet<string>>;

/** Tables that are never a change to the shop's data: the talk itself, its records, and what the desk keeps for its own work. */
const NOT_COUNTED: ReadonlySet<string> = new Set(
  `conversations messages inbox outbox audit promises proposals settled_effects identification_attempts words_heard
  server_secrets business_clock hand_off_entries hand_off_threads hand_off_rules delay_notices customer_messages
  customer_message_ways
  inbound_mails supplier_mails sms_texts slack_arrivals slack_messages slips_told snoozes digests stock_alerts
  order_line_events offer_budgets offer_budget_entries team_questions erasures allocation_decisions
  allocation_runs`.split(/\s+/),
);

/** The shop's data as it is now. A row's version says only that something about it changed, and is left out. */
export async function snapshot(sql: Sql): Promise<Snapshot> {
  const tables = await sql<{ name: string }[]>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by table_name`;
  const counted = tables.map(({ name }) => name).filter((name) => !NOT_COUNTED.has(name));
  const each = counted.map(
    (name) => `select '${name}' as "table", (to_jsonb(t) - 'version')::text as "row" from "${name}" t`,
  );
  const rows = await sql.unsafe<{ table: string; row: string }[]>(each.join(' union all '));
  const found = new Map<string, Set<string>>(counted.map((name) => [name, new Set()]));
  for (const { table, row } of rows) found.get(table)?.add(row);
  return found;
}

/** What is different in one table: its rows as they are now, and as they were. A changed row is in both. */
export interface TableChange {
  readonly table: string;
  readonly now: readonly Row[];
  readonly was: readonly Row[];
}

export function tableChanges(before: Snapshot, after: Snapshot): TableChange[] {
  return [...after].flatMap(([table, rows]) => {
    const old = before.get(table) ?? new Set<string>();
    const now = [...rows].filter((row) => !old.has(row));
    const was = [...old].filter((row) => !rows.has(row));
    return now.length + was.length === 0 ? [] : [{ table, now: now.map(parsed), was: was.map(parsed) }];
  });
}

export const rowsIn = (snap: Snapshot, table: string): Row[] => [...(snap.get(table) ?? [])].map(parsed);

const parsed = (row: string): Row => JSON.parse(row) as Row;
