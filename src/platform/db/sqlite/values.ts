/** Values between Prisma and SQLite: what goes into a statement, and what comes out of a column. */
import { type ArgType, ColumnTypeEnum, DriverAdapterError, type SqlQuery } from "@prisma/driver-adapter-utils";

type ColumnType = (typeof ColumnTypeEnum)[keyof typeof ColumnTypeEnum];

/** What the driver can bind. It ends the process on anything else, so nothing else may reach it. */
export type Bound = null | number | bigint | string | Uint8Array;

/** An instant as Prisma keeps it in SQLite: text that sorts as time does. */
export const instantText = (at: Date): string => `${at.toISOString().slice(0, -1)}+00:00`;

const refuse = (message: string): never => {
  throw new DriverAdapterError({ kind: "InvalidInputValue", message });
};

function bindText(text: string, type: ArgType | undefined): Bound {
  if (type?.scalarType === "bytes") return Buffer.from(text, "base64");
  if (type?.scalarType === "datetime") return instantText(new Date(text));
  if (type?.scalarType === "int" || type?.scalarType === "bigint") return BigInt(text);
  // SQLite would cut the text there; PostgreSQL refuses it.
  if (text.includes("\u0000")) return refuse("a text holds the character U+0000");
  return text;
}

function bindOne(value: unknown, type: ArgType | undefined): Bound {
  switch (typeof value) {
    case "string":
      return bindText(value, type);
    case "number":
      return Number.isSafeInteger(value) && type?.scalarType !== "float" ? BigInt(value) : value;
    case "bigint":
      return BigInt.asIntN(64, value) === value ? value : refuse("an integer exceeds 64 bits");
    case "boolean":
      return value ? 1n : 0n;
    default:
      if (value === null || value === undefined) return null;
      if (value instanceof Date) return instantText(value);
      if (value instanceof Uint8Array) return value;
      return refuse(`SQLite cannot keep a value of type ${typeof value}`);
  }
}

/** The arguments of a query as the driver takes them. */
export const bind = (query: SqlQuery): Bound[] => query.args.map((value, i) => bindOne(value, query.argTypes[i]));

const DECLARED: Record<string, ColumnType> = {
  INTEGER: ColumnTypeEnum.Int32,
  BIGINT: ColumnTypeEnum.Int64,
  TEXT: ColumnTypeEnum.Text,
  DATETIME: ColumnTypeEnum.DateTime,
  BOOLEAN: ColumnTypeEnum.Boolean,
  BLOB: ColumnTypeEnum.Bytes,
  REAL: ColumnTypeEnum.Double,
  DECIMAL: ColumnTypeEnum.Numeric,
  JSONB: ColumnTypeEnum.Json,
};

const INT32 = 2n ** 31n;
const fitsInt32 = (value: bigint): boolean => value >= -INT32 && value < INT32;

/** The type of a column that no table declares (a count, a sum, `?`): that of its values. */
function typeOfValues(rows: readonly (readonly unknown[])[], column: number): ColumnType {
  let type: ColumnType = ColumnTypeEnum.Int32;
  for (const row of rows) {
    const value = row[column];
    if (typeof value === "string") return ColumnTypeEnum.Text;
    if (typeof value === "number") return ColumnTypeEnum.Double;
    if (value instanceof Uint8Array) return ColumnTypeEnum.Bytes;
    if (typeof value === "bigint" && !fitsInt32(value)) type = ColumnTypeEnum.Int64;
  }
  return type;
}

/** The declared type of a column, or undefined when no table declares it. */
export const declaredType = (name: string | null): ColumnType | undefined =>
  name === null ? undefined : DECLARED[name.toUpperCase()];

function read(value: unknown, type: ColumnType): unknown {
  if (typeof value !== "bigint") return value;
  if (type === ColumnTypeEnum.Int64) return value.toString();
  if (type === ColumnTypeEnum.Boolean) return value !== 0n;
  return Number(value);
}

/** Turns the driver's rows, in place, into what Prisma reads; returns the type of each column. */
export function readRows(declared: readonly (ColumnType | undefined)[], rows: unknown[][]): ColumnType[] {
  const types = declared.map((type, column) => type ?? typeOfValues(rows, column));
  for (const row of rows) {
    for (let column = 0; column < types.length; column++) {
      row[column] = read(row[column], types[column] ?? ColumnTypeEnum.Text);
    }
  }
  return types;
}
