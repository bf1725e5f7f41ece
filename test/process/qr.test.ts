import { describe, expect, it } from "vitest";
import { qrPicture, qrText } from "#platform/qr.ts";

describe("a QR code", () => {
  const link = "https://t.me/tropa_bot?start=AbCdEfGhIjKlMnOpQrStUv";

  it("is text of half blocks, narrow enough for a terminal", async () => {
    const lines = (await qrText(link)).split("\n");
    expect(lines.join("")).toMatch(/^[ █▀▄]+$/);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(80);
  });

  it("is a PNG picture, the same for the same link", async () => {
    const picture = await qrPicture(link);
    expect(picture.subarray(1, 4).toString()).toBe("PNG");
    expect(picture.equals(await qrPicture(link))).toBe(true);
    expect(picture.equals(await qrPicture(`${link}x`))).toBe(false);
  });
});
