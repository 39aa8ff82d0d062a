import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { cloneDatabase } from '../../support/clone-database.js';
import startDatabaseServer from '../../support/global-setup.js';
import { findBrowser, NO_BROWSER } from './find-browser.js';
import { startDesk } from './start-desk.js';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the run's one browser takes orders. Null: there is no browser, and every test is skipped. */
    browserEndpoint: string | null;
    /** The demo shop all tests share, as `http://127.0.0.1:<port>`. */
    shopUrl: string;
    /** Its database, for tests that start another process on it or change a row behind its back. */
    shopDatabaseUrl: string;
  }
}

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The built desk with a fresh demo shop, started once a run as a user would start it, and one browser for all tests. */
export default async function setup(project: TestProject) {
  const executablePath = findBrowser();
  if (executablePath === null) {
    project.provide('browserEndpoint', null);
    if (process.env.CI) throw new Error(NO_BROWSER);
    console.warn(`\n${NO_BROWSER} They are skipped.\n`);
    return;
  }
  const undo: (() => Promise<void>)[] = [];
  const tearDown = async () => {
    for (const step of undo.reverse()) await step();
  };
  try {
    undo.push(await startDatabaseServer(project));
    const database = await cloneDatabase(project.getProvidedContext().serverUrl);
    const desk = await startDesk({ databaseUrl: database.url });
    undo.push(desk.stop);
    const browser = await chromium.launchServer({ executablePath, args: FLAGS });
    undo.push(() => browser.close());
    project.provide('browserEndpoint', browser.wsEndpoint());
    project.provide('shopUrl', desk.url);
    project.provide('shopDatabaseUrl', database.url);
  } catch (error) {
    await tearDown();
    throw error;
  }
  return tearDown;
}
