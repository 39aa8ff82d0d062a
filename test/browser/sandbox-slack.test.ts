import { describe, expect } from 'vitest';
import { anEchoWorkspace, slackPage } from './support/sandbox-slack.js';
import { aShopper, DESKTOP, it, PHONE } from './support/shopper.js';
import { violations } from './support/violations.js';

const FORM_COMMAND = '/echo form';

describe('a command', () => {
  it('is found by typing, answered privately, and its button works', async () => {
    const slack = await slackPage(await anEchoWorkspace());
    await slack.field.pressSequentially('/ec');
    await slack.page.getByRole('option', { name: '/echo [words] Says it again' }).waitFor();
    await slack.field.press('Tab');
    await slack.page.getByRole('option', { name: '/echo loud hello Says it in capitals' }).waitFor();
    await slack.field.press('ArrowDown');
    await slack.field.press('Enter');
    expect(await slack.field.inputValue()).toBe('/echo form ');
    await slack.say('/echo hello');
    await slack.messages.getByText('Only visible to you').waitFor();
    await slack.messages.getByRole('button', { name: 'Shout' }).click();
    await slack.messages.getByText('HELLO!').waitFor();
    expect(await slack.messages.count()).toBe(1);
  });

  it('shows its private answer to nobody else', async () => {
    const slack = await slackPage(await anEchoWorkspace());
    await slack.say('for all to see');
    await slack.say('/echo between us');
    await slack.messages.getByText('between us').waitFor();
    await slack.become('Sam Ortiz');
    await slack.messages.getByText('for all to see').waitFor();
    expect(await slack.page.getByText('between us').count()).toBe(0);
    await slack.become('Riley Chen');
    await slack.messages.getByText('between us').waitFor();
  });

  it('that fails says so to the one who typed it', async () => {
    const slack = await slackPage(await anEchoWorkspace());
    await slack.say('/nonsense');
    await slack.messages.getByText('/nonsense is not a valid command').waitFor();
  });
});

describe('a modal', () => {
  it('keeps what was typed, says what is wrong at its field, and closes when it is right', async () => {
    const slack = await slackPage(await anEchoWorkspace());
    await slack.say(FORM_COMMAND);
    const words = slack.modal.getByRole('textbox', { name: 'Words' });
    const submit = slack.modal.getByRole('button', { name: 'Say it' });
    await submit.click();
    await slack.modal.getByText('Please complete this required field.').waitFor();
    await words.fill('now');
    await submit.click();
    await slack.modal.getByText('Say please.').waitFor();
    expect(await words.inputValue()).toBe('now');
    await words.fill('now, please');
    await words.press('Enter');
    await slack.modal.waitFor({ state: 'hidden' });
    await slack.open('Backorder Desk');
    await slack.messages.getByText('now, please').waitFor();
  });

  it('goes away on Escape, in the tab that opened it and nowhere else', async () => {
    const workspace = await anEchoWorkspace();
    const slack = await slackPage(workspace);
    const other = await slackPage(workspace);
    await slack.say(FORM_COMMAND);
    await slack.modal.waitFor();
    expect(await other.modal.count()).toBe(0);
    await slack.page.keyboard.press('Escape');
    await slack.modal.waitFor({ state: 'hidden' });
    await expect.poll(() => workspace.heard.at(-1)?.kind).toBe('closed');
  });
});

describe('a conversation', () => {
  it('goes on in a thread, live for everybody', async () => {
    const workspace = await anEchoWorkspace();
    const riley = await slackPage(workspace);
    const sam = await slackPage(workspace, {}, 'U02REP/C01BACK');
    await riley.say('@Backorder Desk who has *1042*? :package:');
    await sam.messages.getByText('1 reply').click();
    const thread = sam.page.getByRole('complementary', { name: 'Thread' });
    await thread.getByText('Yes?').waitFor();
    await thread.getByRole('textbox', { name: 'Reply…' }).fill('I do <b>not</b>');
    await sam.page.keyboard.press('Enter');
    await riley.messages.getByText('2 replies').click();
    await riley.page.getByRole('complementary', { name: 'Thread' }).getByText('I do <b>not</b>').waitFor();
    expect(await riley.messages.first().locator('b', { hasText: '1042' }).count()).toBe(1);
  });

  it('lets one edit and delete what one said, and no one else', async () => {
    const workspace = await anEchoWorkspace();
    const slack = await slackPage(workspace);
    await slack.say('teh lens');
    const message = slack.messages.first();
    const more = message.getByRole('button', { name: 'More message actions' });
    await message.hover();
    await more.click();
    await slack.page.getByRole('menuitem', { name: 'Edit message' }).click();
    await slack.page.getByRole('textbox', { name: 'Edit message' }).fill('the lens');
    await slack.page.keyboard.press('Enter');
    await message.getByText('(edited)').waitFor();
    expect(await message.innerText()).toContain('the lens');
    await slack.become('Sam Ortiz');
    await message.hover();
    await more.click();
    await slack.page.getByRole('menuitem', { name: 'Echo this' }).waitFor();
    expect(await slack.page.getByRole('menuitem', { name: /Delete/ }).count()).toBe(0);
    await slack.page.keyboard.press('Escape');
    await slack.become('Riley Chen');
    await message.hover();
    await more.click();
    await slack.page.getByRole('menuitem', { name: /Delete/ }).click();
    await slack.modal.getByRole('button', { name: 'Delete' }).click();
    await message.waitFor({ state: 'detached' });
  });

  it('marks what was not read yet, and brings files', async () => {
    const workspace = await anEchoWorkspace();
    const riley = await slackPage(workspace);
    const lena = await slackPage(workspace, {}, 'U03LEAD/C02APPR');
    await riley.page.getByLabel('Attach a file').setInputFiles({
      name: 'label.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('broken box'),
    });
    await riley.say('The label');
    await lena.page.getByRole('navigation').getByRole('button', { name: 'backorders unread' }).click();
    const file = lena.messages.getByRole('link', { name: 'label.txt' });
    const [download] = await Promise.all([lena.page.waitForEvent('download'), file.click()]);
    expect(download.suggestedFilename()).toBe('label.txt');
    await lena.page.getByRole('button', { name: 'unread' }).waitFor({ state: 'detached' });
  });
});

describe('the home of the app', () => {
  it('shows what the app published for this person', async () => {
    const slack = await slackPage(await anEchoWorkspace());
    await slack.open('Backorder Desk');
    await slack.page.getByRole('heading', { name: 'Your echoes' }).waitFor();
    await slack.page.getByRole('tab', { name: 'Messages' }).click();
    await slack.field.waitFor();
  });
});

describe('when the app is away', () => {
  it('a pressed button says so', async () => {
    const workspace = await anEchoWorkspace();
    const slack = await slackPage(workspace);
    await slack.say('/echo hello');
    await slack.messages.getByRole('button', { name: 'Shout' }).waitFor();
    await slack.page.getByRole('button', { name: 'Knobs' }).click();
    await slack.modal.getByRole('checkbox', { name: /^Lose acknowledgements/ }).check();
    await slack.page.keyboard.press('Escape');
    await slack.messages.getByRole('button', { name: 'Shout' }).click();
    await slack.page.getByRole('status').getByText('Backorder Desk didn’t respond in time.').waitFor();
  });
});

describe('on a phone', () => {
  it('the list of channels is a drawer', async () => {
    const slack = await slackPage(await anEchoWorkspace(), PHONE);
    await slack.page.getByRole('button', { name: 'Channels' }).tap();
    await slack.open('approvals');
    await slack.page.getByRole('heading', { name: 'approvals', exact: true }).waitFor();
    await slack.page.getByRole('navigation').waitFor({ state: 'hidden' });
    const widest = await slack.page.evaluate('document.documentElement.scrollWidth');
    expect(widest).toBe(PHONE.viewport.width);
  });
});

describe('everybody can use', () => {
  it.each([
    ['1280 px, light', { ...DESKTOP, colorScheme: 'light' }],
    ['375 px, dark', { ...PHONE, colorScheme: 'dark' }],
  ] as const)('channel, private answer, modal and home: %s', async (_, look) => {
    const slack = await slackPage(await anEchoWorkspace(), look);
    const frame = slack.page.mainFrame();
    await slack.say('good morning @Lena Fuchs, see `1042`');
    await slack.say('/echo hello');
    await slack.messages.getByRole('button', { name: 'Shout' }).waitFor();
    expect(await violations(frame)).toEqual([]);
    await slack.say(FORM_COMMAND);
    await slack.modal.getByRole('button', { name: 'Say it' }).click();
    await slack.modal.getByText('Please complete this required field.').waitFor();
    expect(await violations(frame)).toEqual([]);
  });
});

describe('the desk itself', () => {
  it('answers in the stand-in where no Slack is connected', async () => {
    const { page } = await aShopper({}, '/sandbox/slack/');
    const field = page.getByRole('textbox', { name: 'Message #backorders' });
    await field.pressSequentially('/backorder hel');
    await page.getByRole('option', { name: /^\/backorder help/ }).waitFor();
    await field.fill('/backorder help');
    await field.press('Enter');
    await page.locator('main article').getByText('What I can do for you').waitFor();
  });
});
