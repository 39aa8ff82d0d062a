import { connect as connectTo, createServer, type Server, type Socket } from 'node:net';

export interface BreakableLine {
  /** The database's address by way of this line. */
  readonly url: string;
  /** Cuts every connection and refuses new ones, as a database that is down does. */
  cut(): Promise<void>;
  mend(): Promise<void>;
}

/** A line to a database that a test can cut. */
export async function aBreakableLine(databaseUrl: string): Promise<BreakableLine> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let server: Server;
  const listen = (port: number) =>
    new Promise<void>((resolve) => {
      server = createServer((near) => {
        const far = connectTo(Number(target.port), target.hostname);
        for (const [socket, other] of [
          [near, far],
          [far, near],
        ] as const) {
          sockets.add(socket);
          socket.on('error', () => other.destroy());
          socket.on('close', () => {
            sockets.delete(socket);
            other.destroy();
          });
          socket.pipe(other);
        }
      }).listen(port, '127.0.0.1', resolve);
    });
  await listen(0);
  const { port } = server!.address() as { port: number };
  const url = new URL(databaseUrl);
  url.host = `127.0.0.1:${port}`;
  return {
    url: url.href,
    cut() {
      const down = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of sockets) socket.destroy();
      return down;
    },
    mend: () => listen(port),
  };
}
