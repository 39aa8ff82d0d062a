import { getStockRisk } from '../../../tools/get-stock-risk.js';
import { riskCard } from '../cards/risk-card.js';
import { defineCommand } from '../define-command.js';

const LISTED = 10;

/** `/backorder risk`: what may run out before goods come, most revenue first. */
export default defineCommand({
  name: 'risk',
  usage: 'risk',
  summary: 'what may run out before goods come, most revenue first',
  arguments: {},
  async run(_input, { call, reply, todayOn }) {
    const ranked = await call(getStockRisk, { limit: LISTED });
    return ranked.kind === 'ranked' ? [reply(riskCard(ranked, todayOn))] : [];
  },
});
