/** The address of a message in the stand-in's page. */
export const permalink = (publicUrl: string, channel: string, ts: string): string =>
  `${publicUrl}/archives/${channel}/p${ts.replace('.', '')}`;
