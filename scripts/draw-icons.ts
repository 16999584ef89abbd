/** Draws the app's icons from the mark (app/icon.svg): `npm run icons`, when the mark changes. */
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";

const root = join(import.meta.dirname, "..");
const folder = join(root, "public/icons");
const PAPER = "#fbfaf7";

/** @param part how much of the side the mark takes: the rim of a maskable icon may be cut off by a telephone */
async function draw(name: string, side: number, part: number, background: string | { r: 0; g: 0; b: 0; alpha: 0 }) {
  const mark = Math.round(side * part);
  const svg = await readFile(join(root, "app/icon.svg"));
  const picture = await sharp(svg, { density: (72 * mark) / 32 })
    .resize(mark, mark)
    .png()
    .toBuffer();
  await sharp({ create: { width: side, height: side, channels: 4, background } })
    .composite([{ input: picture, gravity: "centre" }])
    .png({ compressionLevel: 9, palette: true })
    .toFile(join(folder, `${name}-${side}.png`));
}

await mkdir(folder, { recursive: true });
for (const side of [192, 512]) {
  await draw("icon", side, 0.94, { r: 0, g: 0, b: 0, alpha: 0 });
  await draw("maskable", side, 0.6, PAPER);
}
await draw("apple", 180, 0.68, PAPER);
