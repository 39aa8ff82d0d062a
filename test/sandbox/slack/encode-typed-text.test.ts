import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeTypedText, escapeText } from '../../../src/sandbox/slack/encode-typed-text.js';
import { CHANNELS } from '../../../src/sandbox/slack/state/seed.js';

const encode = (text: string) => encodeTypedText(text, CHANNELS);

describe('what a person types', () => {
  it.each([
    ['hi @Lena Fuchs, and @riley chen!', 'hi <@U03LEAD>, and <@U01REP>!'],
    ['see #hand-offs or #nowhere', 'see <#C03HAND|hand-offs> or #nowhere'],
    ['@here and @desk-leads', '<!here> and <!subteam^S02LEADS>'],
    ['at https://example.com/a?b=1&c=2.', 'at <https://example.com/a?b=1&amp;c=2>.'],
    ['mail lena@Lena Fuchs', 'mail lena@Lena Fuchs'],
    ['`@Lena Fuchs` stays', '`@Lena Fuchs` stays'],
    [
      '<!channel> <@U04MGR> <https://evil.example|here>',
      '&lt;!channel&gt; &lt;@U04MGR&gt; &lt;<https://evil.example>|here&gt;',
    ],
  ])('%s', (typed, encoded) => {
    expect(encode(typed)).toBe(encoded);
  });

  it('holds no code but for names, channels and addresses', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const codes = encode(typed).match(/<[^>]*>/g) ?? [];
        for (const code of codes) expect(code).toMatch(/^<(@U|!subteam\^S|!here|!channel|!everyone|#C|https?:\/\/)/);
      }),
    );
  });

  it('loses nothing when it is escaped', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const back = escapeText(typed).replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
        expect(back).toBe(typed);
      }),
    );
  });
});
