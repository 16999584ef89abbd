// `npm run build`: the production build, if there is none of this source.
import { checkNode, ensureBuild, ensureDependencies } from "./steps.mjs";

checkNode();
ensureDependencies({ withDev: false });
ensureBuild();
