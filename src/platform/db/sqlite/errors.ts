/** SQLite's errors in Prisma's words. */
import { DriverAdapterError, type MappedError } from "@prisma/driver-adapter-utils";

type DriverError = { code: string; rawCode: number; message: string };

const isDriverError = (error: unknown): error is DriverError =>
  error instanceof Error &&
  typeof Reflect.get(error, "code") === "string" &&
  typeof Reflect.get(error, "rawCode") === "number";

const PRIMARY = 0xff;
const BUSY = 5;
const LOCKED = 6;
const UNIQUE = [2067, 1555, 2579];
const NOT_NULL = 1299;
const FOREIGN_KEY = [787, 1811];

/** Whether another connection holds a lock that this one needs; waiting may help. */
export const isBusy = (error: unknown): boolean => isDriverError(error) && (error.rawCode & PRIMARY) === BUSY;

/** The columns in «UNIQUE constraint failed: Person.id, Person.role». */
const columnsIn = (message: string): string[] =>
  (message.split(": ").at(-1) ?? "").split(", ").map((name) => name.slice(name.indexOf(".") + 1));

/** What comes after the colon of «no such table: Person». */
const nameIn = (message: string): string => message.split(": ").at(-1) ?? "";

function kindOf({ rawCode, message }: DriverError): MappedError {
  if (UNIQUE.includes(rawCode))
    return { kind: "UniqueConstraintViolation", constraint: { fields: columnsIn(message) } };
  if (rawCode === NOT_NULL) return { kind: "NullConstraintViolation", constraint: { fields: columnsIn(message) } };
  if (FOREIGN_KEY.includes(rawCode)) return { kind: "ForeignKeyConstraintViolation", constraint: { foreignKey: {} } };
  const primary = rawCode & PRIMARY;
  if (primary === BUSY || primary === LOCKED) return { kind: "SocketTimeout" };
  if (message.startsWith("no such table")) return { kind: "TableDoesNotExist", table: nameIn(message) };
  if (message.startsWith("no such column")) return { kind: "ColumnNotFound", column: nameIn(message) };
  return { kind: "sqlite", extendedCode: rawCode, message };
}

/** `error` as Prisma expects it from an adapter; what is not SQLite's stays as it is. */
export function mapError(error: unknown): unknown {
  if (!isDriverError(error)) return error;
  return new DriverAdapterError({
    ...kindOf(error),
    originalCode: String(error.rawCode),
    originalMessage: error.message,
  });
}
