import { ferizaj } from "./ferizaj";
import { gjakova } from "./gjakova";
import { gjilan } from "./gjilan";
import { mitrovica } from "./mitrovica";
import { peja } from "./peja";
import { prishtina } from "./prishtina";
import { prizren } from "./prizren";

/** About 120 invented reports, by municipality. */
export const demoRows = { ferizaj, gjakova, gjilan, mitrovica, peja, prishtina, prizren };
