import type { Engine, SchemaFile } from "./prisma-generate.mjs";

/** The SQL that leads from the migrations (folders per engine) to the schema; empty where nothing is missing. */
export function missing(options: {
  postgresUrl: string;
  migrations?: string;
  render?: (engine: Engine) => SchemaFile[];
}): Promise<Record<Engine, string>>;
