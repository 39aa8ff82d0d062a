import { createServer } from 'node:http';
import { chatPageHeaders, createWebChannel } from '../channels/web/web-channel.js';
import type { Config } from '../config.js';
import type { Log } from '../conversation/log.js';
import { type House, openDesk } from '../desk.js';
import type { Sql } from '../store/connect.js';
import { sharedSecret } from '../store/server-secrets.js';
import { createApp } from './app.js';
import { openBusinessTime } from './business-time.js';
import { connectShop } from './connect-shop.js';
import { healthRoutes } from './health.js';
import { openEmail, openMailServer } from './open-email.js';
import { openSlack } from './open-slack.js';
import { openSms, textsFrom } from './open-sms.js';
import { shownOrigin } from './origins.js';
import { shopPages } from './shop-pages.js';
import { openWorld } from './world/open-world.js';

/** The port cannot be used. The message says why and what to do. */
export class PortError extends Error {
  override readonly name = 'PortError';
}

export interface Served {
  readonly url: string;
  /** Stops taking requests, lets running turns end, then closes. */
  stop(): Promise<void>;
}

/** Serves everything on one port: the chat's API and pages, health, and the demo storefront when there is one. */
export async function serve({
  sql,
  house,
  config,
  log,
  startOver,
}: {
  sql: Sql;
  house: House;
  config: Config;
  log: Log;
  /** Begins a fresh demo, wherever one may. */
  startOver(): void;
}): Promise<Served> {
  const { shop, sandbox: shopSandbox } = await connectShop(sql, config);
  const time = config.demoShop ? await openBusinessTime(sql) : null;
  const mailServer = await openMailServer({ sql, config, time });
  const desk = openDesk({ sql, house, log, shop, mail: mailServer !== null, textsFrom: textsFrom(config) });
  const web = createWebChannel({
    sql,
    receive: desk.receive,
    tokenSecret: config.CHAT_TOKEN_SECRET ?? (await sharedSecret(sql, 'chat-token')),
    shopTokenSecrets: config.SHOP_TOKEN_SECRETS,
    allowedOrigins: config.CHAT_ALLOWED_ORIGINS,
    log,
    assistantName: house.policy.name,
  });
  const parts = { sql, house, config, log, desk, time };
  const { slack, sandbox: slackSandbox } = await openSlack(parts);
  const email = mailServer && (await openEmail(mailServer, { sql, house, desk, log }));
  const { sms, sandbox: phones } = await openSms({ ...parts, hasSlack: slack !== null });
  const world = await openWorld({ ...parts, mailServer, startOver });
  const app = createApp({
    log,
    trustProxy: config.TRUST_PROXY,
    health: healthRoutes({ sql, state: desk.state }),
    slack: slack?.router ?? null,
    email: email?.router ?? null,
    sms: sms?.router ?? null,
    chat: web.router,
    chatHeaders: chatPageHeaders(config.CHAT_ALLOWED_ORIGINS),
    shop: config.demoShop ? shopPages({ sql, door: desk.door, policy: house.policy, rules: house.rules, log }) : null,
    sandboxes: [world?.router, shopSandbox, slackSandbox?.router, mailServer?.sandbox?.router, phones].filter(
      (router) => router !== null && router !== undefined,
    ),
  });
  const server = createServer(app);
  server.on('upgrade', (request, socket, head) => {
    if (!web.handleUpgrade(request, socket, head)) socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
  });
  await listen(server, config);
  await web.start();
  const others = [slack?.channel, email?.channel, sms?.channel].filter((channel) => channel !== undefined);
  desk.start([web.channel, ...others], (conversationId) => web.channel.typing(conversationId));
  await desk.startJobs(slack?.desk ?? null);
  await slack?.start(desk.wakeJobs);
  slackSandbox?.start();
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : config.PORT;
  return {
    url: shownOrigin(config, port),
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      await world?.stop();
      time?.stop();
      await slackSandbox?.close();
      await slack?.stop();
      await desk.stop();
      await mailServer?.sandbox?.close();
      await web.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function listen(server: ReturnType<typeof createServer>, { PORT, HOST }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      if (cause.code === 'EADDRINUSE')
        reject(
          new PortError(
            `Port ${PORT} is taken. Is another copy running? Stop it, or choose another port: PORT=${PORT + 1} npm start`,
            { cause },
          ),
        );
      else if (cause.code === 'EACCES')
        reject(
          new PortError(`This user may not listen on port ${PORT}. Choose one above 1023: PORT=3978 npm start`, {
            cause,
          }),
        );
      else reject(cause);
    });
    server.listen(PORT, HOST, resolve);
  });
}
