/**
 * Copies of the installation: the database and the secret that belongs to it, whole or not there at all. The database's
 * own part is in `platform/db/copies`.
 */
export { type DiskRoom, roomAt } from "./disk.ts";
export { listCopies } from "./folder.ts";
export { COPIES_KEPT, type Copies, type CopiesParts, createCopies, type Made } from "./making.ts";
export type { Copy, Manifest, Place } from "./model.ts";
export { type Restored, type RestoreOptions, restoreCopy } from "./restoring.ts";
