import type { z } from 'zod';
import type { setNotifications } from '../../tools/set-notifications.js';
import type { Say } from '../brain.js';
import { tell } from './flow.js';

type Set = Extract<z.infer<typeof setNotifications.output>, { kind: 'set' }>;

/** Says by which ways somebody is told things from now on, with the other way as a button. */
export const toldWays = (set: Set): Say =>
  tell(
    'notifications-set',
    set,
    set.byText && set.byEmail ? [] : [set.byText ? 'E-mail me instead' : 'Text me instead'],
  );
