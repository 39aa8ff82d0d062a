import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { askedOf } from '../../src/conversation/asked-of.js';
import { readAgreement } from '../../src/language/read-agreement.js';
import type { YesNo } from '../../src/language/read-yes-no.js';
import type { Asked } from '../../src/language/say-back.js';
import { projectPath } from '../../src/paths.js';

interface Answer {
  readonly recap: string;
  readonly text: string;
  readonly label: YesNo;
}

/** What the answers were written to, by somebody who saw these five recaps and nothing of the desk. */
const ASKED: Readonly<Record<string, Asked>> = {
  cancel: askedOf(
    {
      tool: 'cancel_line',
      recap: {
        orderNumber: '0-5518',
        items: [{ lineName: 'cat tree', quantity: 1 }],
        staying: [],
        refundAmount: { cents: 94_00, currency: 'USD' },
        refundMethod: 'Visa ending 2088',
      },
    },
    'Yes, cancel it',
  ),
  address: askedOf(
    {
      tool: 'change_address',
      recap: {
        orderNumber: 'BD-2080',
        items: ['queen duvet'],
        newAddress: 'Fay Brandt, 77 Harbor Road, Tacoma, WA 98402',
      },
    },
    'Yes, send it there',
  ),
  swap: askedOf(
    {
      tool: 'swap_line',
      recap: { orderNumber: 'KT-915', substituteName: '1.5 l electric kettle', lineName: '1.7 l electric kettle' },
    },
    'Yes, swap it',
  ),
  split: askedOf(
    {
      tool: 'split_shipment',
      recap: {
        orderNumber: '3301',
        splitNow: [{ lineName: 'walnut desk', quantity: 1 }],
        splitLater: [{ lineName: 'office chair', quantity: 1 }],
      },
    },
    'Yes, split it',
  ),
  offer: askedOf({ tool: 'grant_offer', recap: { orderNumber: '7711', offerPercent: 10 } }, 'Yes, take it'),
};

describe('300 answers to recaps, by somebody who did not know how they are read', () => {
  it('are never taken for the opposite, nor a doubt for an answer, and most that agree are heard', async () => {
    const lines = (await readFile(projectPath('test', 'conversation', 'answers.jsonl'), 'utf8')).trim().split('\n');
    const answers = lines.map((line) => JSON.parse(line) as Answer);
    const read = answers.map((answer) => ({
      ...answer,
      got: readAgreement(answer.text, ASKED[answer.recap] as Asked),
    }));
    expect(read.filter(({ label, got }) => got !== 'unclear' && got !== label)).toEqual([]);
    const agreeing = read.filter(({ label }) => label === 'yes');
    // of the rest the question is put once more
    expect(agreeing.filter(({ got }) => got === 'yes').length / agreeing.length).toBeGreaterThan(0.78);
  });
});
