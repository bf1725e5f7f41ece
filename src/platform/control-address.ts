import { createHash } from "node:crypto";
import { lstatSync, mkdirSync, rmSync } from "node:fs";
import { createConnection, type Server } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { dirname, join } from "node:path";

/** `pipe`: a named pipe of Windows, which is no file. */
export type ControlAddress = { path: string; pipe: boolean };

/** The kernel takes at most 104 bytes of path for a socket on macOS and 108 on Linux, the closing zero included. */
const LONGEST_PATH = 103;

const short = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 16);

/** Where the process of this data folder listens: in the folder, or in a private folder below /tmp when the path is too long. */
export function controlAddress(dataDir: string, platform: string = process.platform): ControlAddress {
  if (platform === "win32") return { path: `\\\\.\\pipe\\tropa-${short(dataDir)}`, pipe: true };
  const inside = join(dataDir, "control.sock");
  if (Buffer.byteLength(inside) <= LONGEST_PATH) return { path: inside, pipe: false };
  return { path: join(tmpdir(), `tropa-${userInfo().uid}`, `${short(dataDir)}.sock`), pipe: false };
}

/** Anybody may make a folder below /tmp: one that is not ours alone could hand our commands to somebody else. */
function privateFolder(path: string): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const found = lstatSync(path);
  const foreign = path.startsWith(tmpdir()) && found.uid !== userInfo().uid;
  if (foreign || !found.isDirectory()) throw new Error("the folder of the control socket belongs to somebody else");
}

/** Listens with rights for this user only; the mask counts at the moment of binding, which happens within `listen`. */
function listen(server: Server, { path, pipe }: ControlAddress): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const refused = (error: NodeJS.ErrnoException) => (error.code === "EADDRINUSE" ? resolve(false) : reject(error));
    server.once("error", refused);
    const mask = pipe ? undefined : process.umask(0o177);
    server.listen(path, () => {
      server.off("error", refused);
      resolve(true);
    });
    if (mask !== undefined) process.umask(mask);
  });
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(path);
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });
}

/** Makes the server listen at this address; false when a living process does already. */
export async function openDoor(server: Server, address: ControlAddress): Promise<boolean> {
  if (!address.pipe) privateFolder(dirname(address.path));
  if (await listen(server, address)) return true;
  if (address.pipe || (await answers(address.path))) return false;
  rmSync(address.path, { force: true });
  return listen(server, address);
}
