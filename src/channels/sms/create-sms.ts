import type { Router } from 'express';
import type { Channel } from '../../conversation/channel.js';
import { createSmsChannel, type SmsChannelOptions } from './sms-channel.js';
import { type SmsRoutesOptions, smsRoutes } from './sms-routes.js';

export type SmsOptions = SmsChannelOptions & Omit<SmsRoutesOptions, 'textsPerMinute'>;

export interface Sms {
  readonly channel: Channel;
  /** Where the provider's requests come in. */
  readonly router: Router;
}

/** Conversations by text, in and out. */
export const createSms = (options: SmsOptions): Sms => ({
  channel: createSmsChannel(options),
  router: smsRoutes({ ...options, textsPerMinute: options.rules.sms.textsPerMinute }),
});
