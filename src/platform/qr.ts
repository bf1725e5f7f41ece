import { toString as draw, toBuffer } from "qrcode";

/** The text as a QR code of half blocks, for a terminal. */
export const qrText = (text: string): Promise<string> => draw(text, { type: "utf8", errorCorrectionLevel: "L" });

const PICTURE_PIXELS = 640;

/** The text as a QR code in a PNG picture with a quiet edge; made to be printed, so a stained one is still read. */
export const qrPicture = (text: string): Promise<Buffer> =>
  toBuffer(text, { type: "png", errorCorrectionLevel: "M", width: PICTURE_PIXELS });
