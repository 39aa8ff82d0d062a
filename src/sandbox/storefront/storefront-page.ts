import type { Money } from '../../domain/kernel/money.js';
import type { AnsweredEntry, Entry } from './ledger.js';
import { MOOD_WORDS, MOODS, type Mood } from './mood.js';
import { STYLE } from './page-style.js';
import type { ShopRequest } from './wire.js';

/** Entries shown; the ledger keeps all. */
const MOST = 200;

/** What the shop's own system has been told, newest first, as a page without scripts. */
export function storefrontPage(entries: readonly Entry[], mood: Mood): string {
  const newest = entries.slice(-MOST).reverse();
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>The shop's own system (sandbox)</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<header>
<p class="kind">Sandbox</p>
<h1>The shop's own system</h1>
<p>Stands in for a shop's storefront. The desk asks it over HTTP to cancel, refund and ship; a thing counts as done only on a receipt from here.</p>
</header>
<section class="tools" aria-label="Try it out">
<form method="post" action="/sandbox/storefront/mood">
<label for="mood">How it behaves</label>
<select id="mood" name="mood">${MOODS.map((one) => option(one, mood)).join('')}</select>
<button>Set</button>
</form>
<form method="post" action="/sandbox/storefront/left">
<label for="order">This order has left</label>
<input id="order" name="orderNumber" placeholder="1042" maxlength="32" required autocomplete="off">
<button>Hand over</button>
</form>
<form method="post" action="/sandbox/storefront/sold-out">
<label for="sku">This item is sold out</label>
<input id="sku" name="sku" placeholder="LEN-55" maxlength="32" required autocomplete="off">
<button>Sell out</button>
</form>
</section>
<h2>${entries.length === 0 ? 'Nothing has been asked yet' : 'What it was told, newest first'}</h2>
${entries.length === 0 ? '<p>Cancel something in the chat, and it appears here.</p>' : `<ol>${newest.map(item).join('')}</ol>`}
</main>
</body>
</html>
`;
}

const option = (one: Mood, mood: Mood): string =>
  `<option value="${one}"${one === mood ? ' selected' : ''}>${escaped(MOOD_WORDS[one])}</option>`;

function item(entry: Entry): string {
  const time = `<time datetime="${entry.at}">${escaped(timeText(entry.at))}</time>`;
  if (entry.entry !== 'answered') {
    const event = entry.entry === 'left' ? `Order ${entry.orderNumber} has left` : `${entry.sku} is sold out`;
    return `<li><div class="head"><strong>${escaped(event)}</strong>${time}</div></li>`;
  }
  const { request, key } = entry;
  return `<li><div class="head"><strong>${escaped(deed(request))}</strong>${time}</div>
<p>Order ${escaped(request.orderNumber)}. ${escaped(details(request))}</p>
<p>${answer(entry)} <code>${escaped(key)}</code></p></li>`;
}

const answer = ({ outcome }: AnsweredEntry): string =>
  outcome.outcome === 'confirmed'
    ? `<span class="yes">Done, receipt ${escaped(outcome.receipt)}</span>`
    : `<span class="no">Refused: ${escaped(outcome.reason.replaceAll('_', ' '))}</span>`;

const DEEDS: Readonly<Record<ShopRequest['kind'], string>> = {
  cancel_lines: 'Cancel',
  refund: 'Refund',
  create_code: 'Create a code',
  upgrade_shipping: 'Ship faster',
  split_shipment: 'Send some ahead',
  hold: 'Hold back',
  release: 'Release',
  change_address: 'Change the address',
  swap_line: 'Send something else',
};
const deed = ({ kind }: ShopRequest): string => DEEDS[kind];

function details(request: ShopRequest): string {
  switch (request.kind) {
    case 'cancel_lines':
      return linesText(request.about.lines);
    case 'refund':
      return `${amountText(request.about.amount)} to ${request.about.method}.`;
    case 'create_code':
      return `${request.about.code}, worth ${amountText(request.about.amount)}, until ${request.about.validUntil}.`;
    case 'upgrade_shipping':
      return `By ${request.about.service}. ${chargeText(request.about)}`;
    case 'split_shipment':
      return `${linesText(request.about.lines)} ${chargeText(request.about)}`;
    case 'swap_line': {
      const { orderLineId, fromSku, toSku, quantity, priceDifference } = request.about;
      const price = priceDifference.cents === 0 ? 'Same price' : `${amountText(priceDifference)} in price`;
      return `Line ${orderLineId}: ${quantity} × ${toSku} instead of ${fromSku}. ${price}.`;
    }
    case 'hold':
      return `Because: ${request.about.reason}.`;
    case 'change_address': {
      const { name, street, city, region, postcode } = request.about.shipTo;
      return `${name}, ${street}, ${city}, ${region} ${postcode}.`;
    }
    default:
      return '';
  }
}

const linesText = (lines: readonly { orderLineId: string; sku: string; quantity: number }[]): string =>
  `${lines.map(({ orderLineId, sku, quantity }) => `Line ${orderLineId}: ${quantity} × ${sku}`).join('; ')}.`;

const chargeText = ({ charge, chargedTo }: { charge: Money; chargedTo: string }): string =>
  charge.cents === 0 ? 'Nothing to charge.' : `${amountText(charge)} to ${chargedTo} when it leaves.`;

const amountText = ({ cents, currency }: Money): string =>
  new Intl.NumberFormat('en-US', { style: 'currency', currency }).format(cents / 100);

const timeText = (at: string): string =>
  new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'UTC' }).format(new Date(at)) +
  ' UTC';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
