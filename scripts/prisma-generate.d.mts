export type Engine = "sqlite" | "postgresql";
/** A schema file's name and text. */
export type SchemaFile = [name: string, text: string];

export const ENGINES: Engine[];
/** The schema as it is for an engine. */
export function renderSchema(engine: Engine): SchemaFile[];
