import { openErasures } from '../../store/erasures.js';
import { carryOutErasures } from '../../tools/carry-out-erasures.js';
import { defineJob } from '../define-job.js';

/** Erases what customers asked to be erased, as soon as it may go. */
export default defineJob({
  queue: 'erasures',
  pace: 'background',
  async run(_data, { sql, door }) {
    // a call leaves an audit row, and most rounds have nothing to do
    if ((await openErasures(sql)).length === 0) return;
    await door.call(carryOutErasures, {}, { kind: 'system', job: 'erasures' });
  },
});
