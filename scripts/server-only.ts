/** Stands in for the `server-only` package, which a bundler resolves but a plain Node process can't: scripts are the server. */
export {};
