export { type SqliteAdapter, sqliteAdapter } from "./adapter.ts";
export { connect } from "./connection.ts";
export { copyInto, OWNER_ONLY } from "./copy.ts";
export { fileOf } from "./file.ts";
export { lockFile } from "./lock.ts";
export { instantText } from "./values.ts";
