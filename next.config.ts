import type { NextConfig } from "next";

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // Types are checked by `npm test`; a start shouldn't wait for it again.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    "@node-rs/argon2",
    "sharp",
    "pino",
    "nodemailer",
    "graphile-worker",
    "pg",
    "rate-limiter-flexible",
  ],
  // One photo and the form around it (MAX_BODY_BYTES in lib/photos/sizes.ts).
  experimental: { serverActions: { bodySizeLimit: "40mb" }, proxyClientMaxBodySize: "40mb" },
  images: { unoptimized: true },
};

export default config;
