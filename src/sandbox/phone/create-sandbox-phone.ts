import express, { Router } from 'express';
import { apiRouter } from './api-router.js';
import { Network } from './network.js';
import type { Person } from './record.js';
import { uiRouter } from './ui-router.js';

export interface SandboxPhoneOptions {
  /** Where what was texted is kept. */
  readonly file: string;
  readonly accountSid: string;
  readonly authToken: string;
  /** The app's number. */
  readonly ours: string;
  /** Where the app takes texts. */
  readonly appUrl: string;
  /** Whom the number shows as. */
  readonly shopName: string;
  /** Whose phones can be taken in hand. */
  people(): Promise<readonly Person[]>;
  /** The folder with the built page: `index.html` and `assets/`. */
  readonly pages: string;
  /** The time that texts bear. */
  now(): Date;
}

export interface PhoneCore extends SandboxPhoneOptions {
  readonly network: Network;
  /** What goes wrong, as chosen on the page. */
  readonly knobs: { shuffled: boolean; noSignal: boolean };
}

const POLICY =
  "default-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'; frame-ancestors 'self'";

/** Phones on your own machine behind Twilio's REST API and signed callbacks, and the page that shows one. */
export function createSandboxPhone(options: SandboxPhoneOptions): Router {
  const core: PhoneCore = {
    ...options,
    network: new Network(options.file),
    knobs: { shuffled: false, noSignal: false },
  };
  const router = Router();
  router.use(apiRouter(core), uiRouter(core));
  router.use('/assets', express.static(`${options.pages}/assets`, { immutable: true, maxAge: '1y' }));
  router.get('/', (_request, response) => {
    response.set('Content-Security-Policy', POLICY).sendFile('index.html', { root: options.pages });
  });
  return router;
}
