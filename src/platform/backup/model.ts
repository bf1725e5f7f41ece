/** What a copy of the installation holds: the database as it was at one moment, and the secret that belongs to it. */
import { z } from "zod";

/** The note that lies in each copy; a folder without one is no copy. */
export const MANIFEST = "copy.json";
export const SECRET = "secret";

export const manifestSchema = z.object({
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  engine: z.enum(["sqlite", "postgresql"]),
  file: z.string().regex(/^[\w.-]+$/),
  bytes: z.number(),
  sha256: z.string(),
  rows: z.record(z.string(), z.number()),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
});

export type Manifest = z.infer<typeof manifestSchema>;

/** A copy as the list shows it. */
export type Copy = { name: string; folder: string; madeAt: Date; bytes: number };

/** Where the installation is, as the settings say. */
export type Place = { databaseUrl: string; dataDir: string };
