import { fromEpochDay } from '../../domain/kernel/dates.js';
import { EtaScoreboard, type EtaScores } from './eta-scores.js';
import { EtaYardsticks, YARDSTICKS, type Yardstick } from './eta-yardsticks.js';
import { type ReceiptTable, readReceiptsFile } from './receipts-file.js';
import { walkReceipts } from './walk-receipts.js';
import { writeCsv } from './write-csv.js';

export interface EtaBacktestOptions {
  readonly receipts: string;
  readonly out: string;
}

/** Scores over the rows that came; a yardstick's over those of them for which it has a date, the desk's beside it. */
export interface EtaSummary {
  readonly rows: number;
  readonly asked: number;
  readonly desk: EtaScores | null;
  readonly against: Readonly<
    Record<Yardstick, { readonly desk: EtaScores | null; readonly yardstick: EtaScores | null }>
  >;
}

/**
 * Tells P10, P50 and P90 for each row with an `as_of`, from what was known before that day, and writes
 * `id,p10,p50,p90` in the order of the file. Returns the summary that goes to stdout.
 */
export async function backtestEta({ receipts, out }: EtaBacktestOptions): Promise<EtaSummary> {
  const table = await readReceiptsFile(receipts);
  const told = new Int32Array(3 * table.ids.length);
  let asked = 0;
  const desk = new EtaScoreboard();
  const yardsticks = new EtaYardsticks();
  const boards = new Map(
    YARDSTICKS.map((name) => [name, { desk: new EtaScoreboard(), yardstick: new EtaScoreboard() }]),
  );
  walkReceipts(
    table,
    (row, asOf, dates) => {
      told.set([dates.p10, dates.p50, dates.p90], 3 * row);
      asked += 1;
      if (table.knownOn(row) === null) return;
      const delivery = table.delivery(row);
      desk.add(delivery.receivedOn, dates);
      const others = yardsticks.tell(delivery, asOf);
      for (const [name, board] of boards) {
        const other = others[name];
        if (!other) continue;
        board.desk.add(delivery.receivedOn, dates);
        board.yardstick.add(delivery.receivedOn, other);
      }
    },
    (receipt) => yardsticks.learn(receipt),
  );
  writeCsv(out, ['id', 'p10', 'p50', 'p90'], recordsOf(table, told));
  const compare = (name: Yardstick) => ({
    desk: boards.get(name)?.desk.scores ?? null,
    yardstick: boards.get(name)?.yardstick.scores ?? null,
  });
  return {
    rows: table.ids.length,
    asked,
    desk: desk.scores,
    against: {
      promisedDate: compare('promisedDate'),
      globalQuantiles: compare('globalQuantiles'),
      supplierQuantiles: compare('supplierQuantiles'),
    },
  };
}

function* recordsOf(table: ReceiptTable, told: Int32Array): Generator<string[]> {
  for (const [row, id] of table.ids.entries()) {
    if (table.asOf(row) === null) continue;
    yield [id, ...Array.from(told.subarray(3 * row, 3 * row + 3), fromEpochDay)];
  }
}
