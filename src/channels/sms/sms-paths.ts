export const INCOMING_PATH = '/sms/incoming';
export const STATUS_PATH = '/sms/status';

/** Where the provider tells what becomes of one text. */
export const reportUrl = (publicUrl: string, textId: number): string => `${publicUrl}${STATUS_PATH}?text=${textId}`;
