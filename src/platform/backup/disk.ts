import { statfs } from "node:fs/promises";

export type DiskRoom = { free: number; total: number };

/** Bytes that this user may still write where the folder is, and bytes in all; null when the system does not tell. */
export async function roomAt(folder: string): Promise<DiskRoom | null> {
  try {
    const { bavail, blocks, bsize } = await statfs(folder);
    return { free: bavail * bsize, total: blocks * bsize };
  } catch {
    return null;
  }
}
