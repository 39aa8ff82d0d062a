import { checkCustomerMessage } from './check-customer-message.js';
import { lookAtUpdates } from './look-at-updates.js';
import { setNotifications } from './set-notifications.js';
import { settleCustomerMessage } from './settle-customer-message.js';
import { stopUpdates } from './stop-updates.js';
import { tellCustomer } from './tell-customer.js';

/** The part of the roster that is about what customers are told without having asked. */
export const MESSAGE_TOOLS = [
  tellCustomer,
  checkCustomerMessage,
  settleCustomerMessage,
  setNotifications,
  lookAtUpdates,
  stopUpdates,
] as const;
