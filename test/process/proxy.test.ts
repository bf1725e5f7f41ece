import { createServer, type RequestListener, type Server } from "node:http";
import { type AddressInfo, connect, createServer as createTcp, type Server as TcpServer } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { createProxyAgent, download } from "#platform/proxy.ts";

const servers: (Server | TcpServer)[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    if ("closeAllConnections" in server) server.closeAllConnections();
    server.close();
  }
});

async function listen(server: Server | TcpServer): Promise<number> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address() as AddressInfo;
  return address.port;
}

const site = async (listener: RequestListener) => `http://127.0.0.1:${await listen(createServer(listener))}/file`;

/** An http proxy that knows CONNECT, and remembers where it was asked to go and by whom. */
async function httpProxy() {
  const asked: { target: string; authorization: string | undefined }[] = [];
  const proxy = createServer().on("connect", (request, client) => {
    asked.push({ target: request.url ?? "", authorization: request.headers["proxy-authorization"] });
    const [host, port] = (request.url ?? "").split(":");
    const through = connect(Number(port), host, () => {
      client.write("HTTP/1.1 200 OK\r\n\r\n");
      through.pipe(client).pipe(through);
    });
    client.on("error", () => through.destroy());
    through.on("error", () => client.destroy());
  });
  return { port: await listen(proxy), asked };
}

/** The smallest SOCKS5 proxy: no password, IPv4 targets or names. */
async function socksProxy() {
  const asked: number[] = [];
  const proxy = createTcp((client) => {
    client.once("data", () => {
      client.write(Buffer.from([5, 0]));
      client.once("data", (wish) => {
        const port = wish.readUInt16BE(wish.length - 2);
        asked.push(port);
        const through = connect(port, "127.0.0.1", () => {
          client.write(Buffer.from([5, 0, 0, 1, 0, 0, 0, 0, 0, 0]));
          through.pipe(client).pipe(through);
        });
        client.on("error", () => through.destroy());
        through.on("error", () => client.destroy());
      });
    });
  });
  return { port: await listen(proxy), asked };
}

describe("a download", () => {
  it("gives the bytes of a file within the limit", async () => {
    const url = await site((_, response) => response.end("four"));
    expect(await download(url, { limitBytes: 4 })).toEqual({ kind: "done", bytes: Buffer.from("four") });
  });

  it("stops at the first byte beyond the limit", async () => {
    const url = await site((_, response) => response.end("fives"));
    expect(await download(url, { limitBytes: 4 })).toEqual({ kind: "tooBig" });
  });

  it("does not wait for the end of a file without an end", async () => {
    const url = await site((_, response) => {
      const more = () => {
        while (!response.destroyed && response.write("x".repeat(10_000)));
      };
      response.on("drain", more);
      more();
    });
    expect(await download(url, { limitBytes: 50_000 })).toEqual({ kind: "tooBig" });
  });

  it("tells a refusal, also a redirect", async () => {
    const url = await site((_, response) => response.writeHead(302, { location: "http://127.0.0.1:1/" }).end());
    expect(await download(url, { limitBytes: 4 })).toEqual({ kind: "refused", status: 302 });
  });

  it("tells that nobody answers", async () => {
    const free = createTcp();
    const port = await listen(free);
    await new Promise((resolve) => free.close(resolve));
    const answer = await download(`http://127.0.0.1:${port}/`, { limitBytes: 4 });
    expect(answer).toEqual({ kind: "failed", code: "ECONNREFUSED" });
  });

  it("tells that the connection broke off in the middle", async () => {
    const url = await site((_, response) => {
      response.writeHead(200, { "content-length": "100" });
      response.write("half", () => response.destroy());
    });
    expect(await download(url, { limitBytes: 200 })).toEqual({ kind: "failed", code: "ECONNRESET" });
  });

  it("ends when it is called off", async () => {
    const stop = new AbortController();
    const url = await site(() => stop.abort());
    const answer = await download(url, { limitBytes: 4, signal: stop.signal });
    expect(answer).toEqual({ kind: "failed", code: "aborted" });
  });
});

describe("a proxy", () => {
  it("is not there without an address", () => {
    expect(createProxyAgent(undefined)).toBeUndefined();
  });

  it("of http carries a download, with its name and password", async () => {
    const proxy = await httpProxy();
    const url = await site((_, response) => response.end("by proxy"));
    const agent = createProxyAgent(`http://me:pass@127.0.0.1:${proxy.port}`);
    expect(await download(url, { limitBytes: 100, agent })).toMatchObject({
      kind: "done",
      bytes: Buffer.from("by proxy"),
    });
    const authorization = `Basic ${Buffer.from("me:pass").toString("base64")}`;
    expect(proxy.asked).toEqual([{ target: new URL(url).host, authorization }]);
    agent?.destroy();
  });

  it.each(["socks5", "socks5h"])("of %s carries a download", async (scheme) => {
    const proxy = await socksProxy();
    const url = await site((_, response) => response.end("by socks"));
    const agent = createProxyAgent(`${scheme}://127.0.0.1:${proxy.port}`);
    expect(await download(url, { limitBytes: 100, agent })).toMatchObject({
      kind: "done",
      bytes: Buffer.from("by socks"),
    });
    expect(proxy.asked).toEqual([Number(new URL(url).port)]);
    agent?.destroy();
  });

  it("that is not there is a failure, not a way around it", async () => {
    const url = await site((_, response) => response.end("direct"));
    const free = createTcp();
    const port = await listen(free);
    await new Promise((resolve) => free.close(resolve));
    const agent = createProxyAgent(`http://127.0.0.1:${port}`);
    expect(await download(url, { limitBytes: 100, agent })).toMatchObject({ kind: "failed" });
  });
});
