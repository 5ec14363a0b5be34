import sharp, { type OutputInfo } from "sharp";
import { MAX_SIGNATURE_BYTES } from "../../shared/agreements/signing.ts";
import { Refusal } from "../../shared/api/refusal.ts";

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const MAX_PIXELS = 4_000_000;
const MAX_WIDTH = 1200;
const MAX_HEIGHT = 600;
/** Darker than this on white paper counts as ink. */
const INK_BELOW = 160;
/** A dot or a slip of the finger is not a signature; a filled box is none either. */
const MIN_INK_PIXELS = 60;
const MAX_INK_SHARE = 0.6;

/**
 * A drawn signature as it is kept: decoded and drawn again as an opaque PNG, so that nothing but the picture
 * survives. Refuses what is not a PNG, too large, or blank.
 */
export async function readSignatureImage(base64: string): Promise<Buffer> {
  const sent = Buffer.from(base64.replace(/^data:image\/png;base64,/, ""), "base64");
  if (sent.byteLength > MAX_SIGNATURE_BYTES) {
    throw new Refusal("file_too_large", "the drawn signature is larger than 200 KB");
  }
  if (!sent.subarray(0, PNG.length).equals(PNG)) {
    throw new Refusal("file_kind_refused", "a drawn signature is a PNG picture");
  }
  const { data, info } = await decode(sent);
  if (!looksSigned(data)) {
    throw new Refusal("validation_failed", "the drawn signature is blank", {
      errors: [{ pointer: "/imagePng", code: "signature.blank", detail: "draw your name in the box" }],
    });
  }
  return await sharp(data, { raw: { width: info.width, height: info.height, channels: 1 } })
    .png({ compressionLevel: 9 })
    .toBuffer();
}

async function decode(sent: Buffer): Promise<{ data: Buffer; info: OutputInfo }> {
  try {
    return await sharp(sent, { limitInputPixels: MAX_PIXELS, failOn: "error" })
      .flatten({ background: "#ffffff" })
      .resize({ width: MAX_WIDTH, height: MAX_HEIGHT, fit: "inside", withoutEnlargement: true })
      .greyscale()
      .toColourspace("b-w")
      .raw()
      .toBuffer({ resolveWithObject: true });
  } catch {
    throw new Refusal("file_kind_refused", "the drawn signature could not be read as a picture");
  }
}

function looksSigned(grey: Buffer): boolean {
  let ink = 0;
  for (const shade of grey) if (shade < INK_BELOW) ink += 1;
  return ink >= MIN_INK_PIXELS && ink <= grey.length * MAX_INK_SHARE;
}
