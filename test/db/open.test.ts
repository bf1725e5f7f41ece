import { expect, test } from "vitest";
import { systemClock } from "#platform/clock.ts";
import { DatabaseUnreachableError, openDatabase } from "#platform/db/index.ts";

const open = (url: string) => openDatabase({ url, clock: systemClock }).catch((error: unknown) => error);

test("a server that is not there is named without its password", async () => {
  const error = await open("postgresql://tropa:secret-word@127.0.0.1:1/school");
  expect(error).toBeInstanceOf(DatabaseUnreachableError);
  expect(String(error)).toContain("cannot reach the database at 127.0.0.1:1/school");
  expect(String(error)).not.toContain("secret-word");
});

test("an address of another kind is refused in plain words", async () => {
  expect(String(await open("mysql://localhost/x"))).toContain("begins neither with file: nor with postgresql://");
});

test("a file that cannot be made says where", async () => {
  expect(String(await open("file:/etc/passwd/tropa.db"))).toContain("/etc/passwd");
});
