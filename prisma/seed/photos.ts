import sharp from "sharp";
import type { Tx } from "../../lib/db/client";
import { keepPhoto } from "../../lib/photos/keep";
import { type ProcessedPhoto, processPhoto } from "../../lib/photos/process";
import type { MadeReport } from "./reports";
import { drawScene, type Scene, scenes } from "./scenes";

/** What shows the problem, and what shows that it is solved. */
const problemScene: Record<string, Scene> = {
  potholes: "pothole",
  lighting: "dark",
  waste: "bins",
  dump: "dump",
  pavement: "pavement",
  sewage: "sewage",
  signs: "sign",
  accessibility: "stairs",
  parks: "branch",
  "bus-stop": "shelter",
};
const proofScene: Record<string, Scene> = { potholes: "patched", lighting: "lit", dump: "cleared" };

/** Draws every scene once; reports of a kind share the work, not the file. */
export async function drawPhotos(): Promise<Map<Scene, ProcessedPhoto>> {
  const drawn = await Promise.all(
    scenes.map(async (scene) => {
      const picture = await sharp(Buffer.from(drawScene(scene)))
        .png({ compressionLevel: 1 })
        .toBuffer();
      return [scene, await processPhoto(picture)] as const;
    }),
  );
  return new Map(drawn);
}

/** Gives the reports that ask for it a photo of the problem, and of the proof. */
export async function keepPhotos(tx: Tx, photos: Map<Scene, ProcessedPhoto>, made: MadeReport[]): Promise<void> {
  for (const { id, row, createdAt, fixed } of made) {
    const problem = row.photo && photos.get(problemScene[row.category] ?? "bins");
    if (problem) await keepPhoto(tx, problem, { reportId: id, role: "problem", createdAt });
    const proof = row.proof && fixed && photos.get(proofScene[row.category] ?? "patched");
    if (proof) await keepPhoto(tx, proof, { reportId: id, eventId: fixed.id, role: "proof", createdAt: fixed.at });
  }
}
