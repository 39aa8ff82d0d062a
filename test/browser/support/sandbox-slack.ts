import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { aWorkspace, type TestWorkspace } from '../../sandbox/slack/support/a-workspace.js';
import { type EchoApp, startEchoApp } from '../../sandbox/slack/support/echo-app.js';
import { aShopper } from './shopper.js';

/** The stand-in's page as the person who acts sees it. */
export interface SlackPage {
  readonly page: Page;
  readonly field: Locator;
  /** Everything said in the open conversation, oldest first. */
  readonly messages: Locator;
  readonly modal: Locator;
  say(text: string): Promise<void>;
  become(name: string): Promise<void>;
  open(item: string): Promise<void>;
}

export type EchoWorkspace = TestWorkspace & EchoApp;

/** The stand-in with its built page and the echo app, until the test ends. */
export async function anEchoWorkspace(): Promise<EchoWorkspace> {
  const workspace = await aWorkspace();
  return { ...workspace, ...startEchoApp(workspace) };
}

export async function slackPage(
  { origin }: Pick<TestWorkspace, 'origin'>,
  look: BrowserContextOptions = {},
  place = 'U01REP/C01BACK',
): Promise<SlackPage> {
  const { page } = await aShopper({ baseURL: origin, ...look }, `/sandbox/slack/#/${place}`);
  const field = page.getByRole('textbox', { name: /^Message/ });
  return {
    page,
    field,
    messages: page.locator('main article'),
    modal: page.getByRole('dialog'),
    async say(text) {
      await field.fill(text);
      await field.press('Enter');
    },
    async become(name) {
      await page.getByRole('button', { name: /Act as somebody else/ }).click();
      await page.getByRole('menuitemradio', { name: new RegExp(`^${name}`) }).click();
      await page.getByRole('button', { name: `You are ${name}. Act as somebody else` }).waitFor();
    },
    async open(item) {
      await page.getByRole('navigation').getByRole('button', { name: item }).click();
    },
  };
}
