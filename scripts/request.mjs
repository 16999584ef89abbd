// What the web server takes from a request before anybody else reads it.
import { isIP } from "node:net";

/** The eight groups of an IPv6 address, without leading zeros. */
function groupsOf(address) {
  // The URL parser knows every way to write one, and answers in the shortest.
  const [head, tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split("::");
  const [before, after] = [head, tail ?? ""].map((part) => part.split(":").filter(Boolean));
  return [...before, ...Array(8 - before.length - after.length).fill("0"), ...after];
}

/**
 * What a visitor is counted by: an IPv4 address as it is, of an IPv6 address the network (/64), because whoever has one
 * address of it has them all.
 */
function countedBy(address) {
  const bare = address.split("%")[0];
  if (isIP(bare) !== 6) return bare;
  const groups = groupsOf(bare);
  if (groups.slice(0, 6).join(":") !== "0:0:0:0:0:ffff") return `${groups.slice(0, 4).join(":")}::/64`;
  // An IPv4 address, as a socket that listens for both kinds writes it.
  const [high, low] = groups.slice(6).map((group) => Number.parseInt(group, 16));
  return [high >> 8, high & 255, low >> 8, low & 255].join(".");
}

/** An entry of X-Forwarded-For; some proxies write the port behind it. */
function forwardedAddress(entry) {
  const address = /^\[(.+)\](:\d+)?$/.exec(entry)?.[1] ?? entry.replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, "$1");
  return isIP(address) ? address : undefined;
}

/** Whom a request is counted for; a proxy's word is taken only where one is said to stand in front. */
export function clientIp(request, trustProxy) {
  const last = String(request.headers["x-forwarded-for"] ?? "")
    .split(",")
    .at(-1)
    .trim();
  const address = (trustProxy && forwardedAddress(last)) || request.socket.remoteAddress;
  return address ? countedBy(address) : "unknown";
}

/** The path of a request, as one of this site: "//elsewhere" would lead a browser to another. */
export const pathOf = (url) => (url ?? "/").split("?")[0].replace(/^[/\\]*/, "/");
