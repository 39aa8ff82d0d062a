import { describe, expect, inject } from 'vitest';
import { slackPage } from './support/sandbox-slack.js';
import { aShopper, it } from './support/shopper.js';

/** Several browsers and a queue between them. */
const PATIENT = { timeout: 40_000 };

describe('a shopper who asks for a person', () => {
  it('reads the representative’s words in the same chat, and is read in the thread', async () => {
    const { chat } = await aShopper();
    await chat.open();
    await chat.ask('where is order 1206? jonas.weber@example.com');
    await chat.ask('I would like to talk to a person please');

    const riley = await slackPage({ origin: inject('shopUrl') }, {}, 'U01REP/C03HAND');
    const request = riley.messages.filter({ hasText: 'Jonas Weber' }).last();
    await request.getByRole('button', { name: 'Claim' }).click();
    await request.getByText('Riley Chen has it').waitFor();

    await request.getByRole('button', { name: 'Reply', exact: true }).click();
    await riley.modal.getByRole('textbox', { name: 'Your words' }).fill('Hi Jonas, I am looking into it now.');
    await riley.modal.getByRole('button', { name: 'Preview' }).click();
    await riley.modal.getByText('will read this in the').waitFor();
    await riley.modal.getByRole('button', { name: 'Send' }).click();
    await expect.poll(() => chat.answers.last().innerText(), PATIENT).toContain('Hi Jonas, I am looking into it now.');
    await chat.frame.getByText('Riley from our team').first().waitFor();

    await chat.say('Thank you Riley, it is the blue box');
    await request.getByText(/repl(y|ies)$/).click();
    const thread = riley.page.getByRole('complementary', { name: 'Thread' });
    await thread.getByText('it is the blue box').waitFor();

    const before = await chat.answers.count();
    await request.getByRole('button', { name: 'Return to bot' }).click();
    await riley.modal.getByRole('button', { name: 'Return' }).click();
    await expect.poll(() => chat.answers.count(), PATIENT).toBeGreaterThan(before);
    await chat.ask('where is my order?');
    expect(await chat.cards.last().innerText()).toContain('1206');
  });
});

describe('a manager’s morning', () => {
  it('starts from one message, opens a case from it, and puts off what can wait with a reason', async () => {
    const morgan = await slackPage({ origin: inject('shopUrl') }, {}, 'U04MGR/C05MGRS');
    await morgan.say('/backorder digest now');
    const snooze = { name: 'Snooze …' };
    const clock = morgan.messages
      .filter({ hasText: 'Only visible to you' })
      .filter({ hasText: /ship, or send/ })
      .filter({ has: morgan.page.getByRole('button', snooze) })
      .first();
    await clock.getByRole('button', { name: 'Open' }).first().waitFor({ timeout: 45_000 });
    const [, number = ''] = /Order (\d+)/.exec(await clock.innerText())!;
    await clock.getByRole('button', { name: 'Open' }).first().click();
    await morgan.messages.filter({ hasText: `Order ${number} ·` }).waitFor();

    await clock.getByRole('button', snooze).first().click();
    await morgan.modal.getByRole('textbox').last().fill('The parcel is at the door');
    await morgan.modal.getByRole('button', { name: 'Snooze' }).click();
    await morgan.modal.waitFor({ state: 'hidden' });
  });
});
