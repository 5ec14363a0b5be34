import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Server, type Socket } from "node:net";

/**
 * One address in front of several processes, as a load balancer gives. Whoever connects is passed on to the process
 * they like best of those that are there.
 */
export class FrontDoor {
  readonly #server: Server;
  readonly #ports: readonly number[];
  readonly #passing = new Set<{ socket: Socket; port: number }>();
  /** Which of the processes this door tries first. */
  readonly #favourite: number;

  private constructor(server: Server, ports: readonly number[], favourite: number) {
    this.#server = server;
    this.#ports = ports;
    this.#favourite = favourite;
    server.on("connection", (socket) => {
      socket.on("error", () => undefined);
      this.#passOn(socket, this.#inOrder());
    });
  }

  static async open(urls: readonly string[], favourite = 0): Promise<FrontDoor> {
    const server = createServer();
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    return new FrontDoor(
      server,
      urls.map((url) => Number(new URL(url).port)),
      favourite,
    );
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Hang up on whoever had to be passed on to another process, as a balancer does when the first is back. */
  rebalance(): void {
    const [best] = this.#inOrder();
    for (const { socket, port } of this.#passing) if (port !== best) socket.destroy();
  }

  close(): void {
    this.#server.close();
    for (const { socket } of this.#passing) socket.destroy();
  }

  #inOrder(): number[] {
    return [...this.#ports.slice(this.#favourite), ...this.#ports.slice(0, this.#favourite)];
  }

  #passOn(socket: Socket, [port, ...others]: readonly number[]): void {
    if (port === undefined) {
      socket.destroy();
      return;
    }
    const up = connect(port, "127.0.0.1");
    let there = false;
    up.once("connect", () => {
      there = true;
      const passing = { socket, port };
      this.#passing.add(passing);
      socket.once("close", () => {
        this.#passing.delete(passing);
        up.destroy();
      });
      socket.pipe(up).pipe(socket);
    });
    up.on("error", () => {
      if (!there) this.#passOn(socket, others);
    });
    up.once("close", () => {
      if (there) socket.destroy();
    });
  }
}
