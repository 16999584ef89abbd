// `npm start` and `npm run dev`: installs and builds what is missing, then runs everything until Ctrl-C.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { checkNode, ensureBuild, ensureClient, ensureDependencies, root } from "./steps.mjs";

const dev = process.argv.includes("--dev");

checkNode();
ensureDependencies({ withDev: false });
if (dev) ensureClient();
else ensureBuild();

// In a process group of its own, so that Ctrl-C reaches this process alone and the parts stop in order.
// If this process is killed, the channel closes and the parts stop by themselves.
const server = spawn(process.execPath, ["--import", "tsx", join(root, "scripts/serve.ts"), ...(dev ? ["--dev"] : [])], {
  cwd: root,
  detached: true,
  stdio: ["ignore", "inherit", "inherit", "ipc"],
  env: {
    ...process.env,
    TSX_TSCONFIG_PATH: join(root, "scripts/tsconfig.json"),
    NODE_ENV: dev ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
  },
});

let asked = 0;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => {
    asked++;
    if (server.connected) server.send("stop");
    if (asked === 3) server.kill("SIGKILL");
  });
}
server.on("exit", (code) => process.exit(code ?? 1));
