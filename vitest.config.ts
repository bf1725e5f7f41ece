import { defineConfig } from "vitest/config";

// biome-ignore lint/style/noDefaultExport: vitest reads the default export of this file.
export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // The SQLite driver is native code and wants processes, not threads.
    pool: "forks",
    // Two files at a time: most of a file's time is waiting for a disk or another process.
    maxWorkers: 2,
    globalSetup: ["test/support/postgres.ts"],
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
