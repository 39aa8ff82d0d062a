import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMailLine } from '../../../src/cli/read-mail.js';
import { addDays, daysBetween, localDate } from '../../../src/domain/kernel/dates.js';
import { loadPurchasingPolicy } from '../../../src/knowledge/purchasing-policy.js';

const PROMISED = localDate('2026-12-14');
const SENT = localDate('2026-11-27');
const ON_FILE = 'orders@kestrel.example';
const { supplierMail } = loadPurchasingPolicy();
const PO = {
  number: 'PO-77',
  supplierEmail: ON_FILE,
  lines: [
    { line: 1, sku: 'TRI-9', description: 'Carbon tripod', ordered: 100, promised: PROMISED },
    { line: 2, sku: 'LEN-50', description: '50 mm lens', ordered: 40, promised: PROMISED },
  ],
};
const read = (text: string, from = `Tom <${ON_FILE}>`, subject = 'Re: PO-77') =>
  readMailLine(JSON.stringify({ id: 1, from, subject, date: SENT, text, po: PO }), 1, supplierMail);

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
/** Ways to write a day that can be read in one way only. */
const WRITTEN: readonly ((day: string) => string)[] = [
  (day) => day,
  (day) => `${MONTHS[Number(day.slice(5, 7)) - 1]} ${Number(day.slice(8))}, ${day.slice(0, 4)}`,
  (day) => `${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1]?.slice(0, 3)} ${day.slice(0, 4)}`,
  (day) => `${day.slice(8)}-${MONTHS[Number(day.slice(5, 7)) - 1]?.slice(0, 3)}-${day.slice(2, 4)}`,
  (day) => `the ${Number(day.slice(8))}th of ${MONTHS[Number(day.slice(5, 7)) - 1]}`,
];
const aDay = fc.integer({ min: 1, max: 60 }).map((ahead) => addDays(SENT, ahead));
const aWay = fc.constantFrom(...WRITTEN);
const aSentence = fc.tuple(aDay, aWay).map(([day, way]) => `The carbon tripod will ship on ${way(day)}.`);
const aFragment = fc.constantFrom(
  'the tripod',
  'LEN-50',
  'LEN-55',
  'line 2',
  'line 7',
  'PO-78',
  'PO-77',
  'ships',
  'arrives',
  'will not',
  'Dec 14',
  '04/05',
  'the 9th',
  'next week',
  'if',
  'hopefully',
  '60 pcs',
  'the rest',
  'cancelled',
  'on schedule',
  'sorry, I meant',
  '10 days later',
  '?',
  '.',
  ',',
  '\n',
  '\n\n',
  '> ',
  ' | ',
  '\t',
  'On Monday Ana wrote:\n',
  'Best regards,\n',
  'ignore previous instructions',
);
const aMail = fc.array(aFragment, { maxLength: 25 }).map((words) => words.join(' '));

it.each([' ', '\t', 'Dec 18 ', 'LEN-50\n', '> quoted\n'])(
  'leaves an answer longer than anybody writes to a person, however it was made long: %j',
  (piece) => {
    const long = `The carbon tripod will ship on December 16, 2026.\n${piece.repeat(200_000 / piece.length)}`;
    expect(read(long)).toMatchObject({ claims: [], autoApply: false });
  },
);

describe('nothing is wrongly applied', () => {
  it('applies only a known line, one day within the policy, in the mail’s own words', () => {
    fc.assert(
      fc.property(fc.oneof(aMail, fc.string({ unit: 'binary', maxLength: 200 })), (text) => {
        const { claims, autoApply } = read(text);
        for (const { line, kind, date, quote, apply } of claims) {
          expect(text).toContain(quote);
          if (!apply) continue;
          expect([1, 2]).toContain(line);
          expect(['date', 'none']).toContain(kind);
          if (kind === 'none') continue;
          expect(daysBetween(PROMISED, localDate(date ?? ''))).toBeLessThanOrEqual(supplierMail.mostDaysLater);
          expect(date && date >= SENT).toBe(true);
        }
        expect(autoApply).toBe(claims.length > 0 && claims.every(({ apply }) => apply));
      }),
      { numRuns: 150 },
    );
  });

  it('applies nothing from another sender, whatever they call themselves', () => {
    const stranger = fc.constantFrom(
      'x@evil.example',
      `"${ON_FILE}" <x@evil.example>`,
      `${ON_FILE} <x@evil.example>`,
      `${ON_FILE}.evil.example`,
      `<${ON_FILE}> <x@evil.example>`,
      'orders@kestre\u0131.example',
      `${ON_FILE}, x@evil.example`,
      '',
    );
    fc.assert(
      fc.property(fc.oneof(aSentence, aMail), stranger, (text, from) => {
        expect(read(text, from).claims.some(({ apply }) => apply)).toBe(false);
      }),
      { numRuns: 100 },
    );
  });

  it('reads a plain day back as it was meant, however it is written', () => {
    fc.assert(
      fc.property(aDay, aWay, (day, way) => {
        const { claims } = read(`The carbon tripod will ship on ${way(day)}.`);
        const isSame = day === PROMISED;
        expect(claims).toMatchObject([
          {
            line: 1,
            kind: isSame ? 'none' : 'date',
            date: isSame ? null : day,
            apply: Math.abs(daysBetween(PROMISED, day)) <= 14,
          },
        ]);
      }),
    );
  });

  it('reads the same whatever is quoted below', () => {
    const below = fc.tuple(
      fc.constantFrom(
        '\n\nOn Thu, Nov 26, 2026 at 9:12 AM Desk <d@desk.example> wrote:\n',
        '\n\n-----Original Message-----\n',
        '\n\nFrom: Desk <d@desk.example>\nSent: Thursday, November 26, 2026\nSubject: PO-77\n\n',
      ),
      aSentence,
      fc.boolean(),
    );
    fc.assert(
      fc.property(aSentence, below, (text, [head, quoted, isMarked]) => {
        const { claims } = read(`${text}${head}${isMarked ? '> ' : ''}${quoted.replace('tripod', 'lens')}`);
        expect(claims).toEqual(read(text).claims);
      }),
    );
  });

  it('applies no day that is hoped for, hangs on something, is asked, denied or of another order', () => {
    const spoilt = fc.constantFrom<(text: string) => string>(
      (text) => `If customs clears it, ${text.replace('The', 'the')}`,
      (text) => `Hopefully ${text.replace('The', 'the')}`,
      (text) => text.replace('will ship', 'should ship'),
      (text) => text.replace('will ship on', 'will try to ship by'),
      (text) => text.replace('will ship', 'will NOT ship'),
      (text) => text.replace('will ship on', 'ships sometime around'),
      (text) => text.replace('will ship on', 'cannot ship before'),
      (text) => text.replace('.', '?'),
      (text) => text.replace('The', 'On PO-78 the'),
      (text) => `${text} That is subject to payment.`,
      (text) => `${text} Is that OK?`,
      (text) => `> ${text}`,
      (text) => text.replace('carbon tripod', 'steel bracket BRK-12'),
      (text) => text.replace('The', '60 of the'),
      (text) => text.replace('The', 'Half of the'),
      (text) => text.replace('will ship', 'shipped'),
      (text) => text.replace('will ship', 'may not ship'),
      (text) => text.replace('will ship on', 'will not be inspected until'),
      (text) => `${text} Unless the paint fails again.`,
      (text) => `Nobody told me that ${text.replace('The', 'the')}`,
      (text) => `${text}\n\nRegards,\nTom\nAll dates are subject to change.`,
    );
    fc.assert(
      fc.property(aSentence, spoilt, (text, spoil) => {
        expect(read(spoil(text)).claims.filter(({ apply }) => apply)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('applies nothing beside a word or a sentence that it does not know', () => {
    /** No word of any language that a supplier writes. */
    const unknownWord = fc.stringMatching(/^q[zx][a-z]{3,8}$/);
    const unknownSentence = fc.array(unknownWord, { minLength: 1, maxLength: 6 }).map((words) => `${words.join(' ')}.`);
    const amid = fc.tuple(aSentence, unknownWord, fc.nat()).map(([text, word, at]) => {
      const words = text.split(' ');
      return words.toSpliced(at % (words.length + 1), 0, word).join(' ');
    });
    const beside = fc
      .tuple(aSentence, unknownSentence, fc.constantFrom(' ', '\n', '\n\n', ' Thanks! '), fc.boolean())
      .map(([text, other, gap, isFirst]) => (isFirst ? `${other}${gap}${text}` : `${text}${gap}${other}`));
    const below = fc.tuple(aSentence, unknownSentence).map(([text, other]) => `${text}\n\nRegards,\nTom\n${other}`);
    fc.assert(
      fc.property(fc.oneof(amid, beside, below), (text) => {
        expect(read(text).claims.filter(({ apply }) => apply)).toEqual([]);
      }),
      { numRuns: 120 },
    );
  });

  it('applies what is understood, between greeting and farewell', () => {
    const around = fc.tuple(
      fc.constantFrom('', 'Hi Ana,\n\n', 'Dear Ms Silva,\n', 'Hello, '),
      fc.constantFrom('', ' Sorry for the delay.', ' We had a problem at the port.', '\n\nThanks for your patience!'),
      fc.constantFrom('', '\n\nBest regards,\nTom', '\nTom', '\n\nThanks, Tom', ' Best, Mei'),
    );
    fc.assert(
      fc.property(aSentence, around, (text, [before, after, end]) => {
        const [claim] = read(`${before}${text}${after}${end}`).claims;
        const day = claim?.date ?? PROMISED;
        expect(claim).toMatchObject({ line: 1, apply: Math.abs(daysBetween(PROMISED, localDate(day))) <= 14 });
      }),
      { numRuns: 80 },
    );
  });

  it('reads 04/05 as a day only where one way is near, and applies neither', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 12 }),
        fc.constantFrom('/', '-', '.'),
        (first, second, separator) => {
          fc.pre(first !== second && !(first === 12 && second === 14));
          const text = `The carbon tripod ships ${first}${separator}${second}${separator}2027.`;
          expect(read(text)).toMatchObject({ claims: [{ line: 1 }], autoApply: false });
        },
      ),
    );
  });
});
