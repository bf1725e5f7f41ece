export { type Applied, pending, readMigrations } from "./files.ts";
export { migratePostgresql } from "./postgresql.ts";
export { migrateSqlite } from "./sqlite.ts";
