import { describe, expect, test } from "vitest";
import { clientIp, pathOf } from "@/scripts/request.mjs";

const request = (remoteAddress: string | undefined, forwarded?: string) => ({
  headers: { "x-forwarded-for": forwarded, "x-client-ip": "198.51.100.99" },
  socket: { remoteAddress },
});

describe("whom a request is counted for", () => {
  test.each([
    ["203.0.113.7", "203.0.113.7"],
    ["::ffff:203.0.113.7", "203.0.113.7"],
    ["::FFFF:cb00:7107", "203.0.113.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:0DB8:0001:0002::1", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    [undefined, "unknown"],
  ])("%s is %s", (address, counted) => {
    expect(clientIp(request(address), false)).toBe(counted);
  });

  test("a header is believed only where a proxy is said to stand in front, and of it the last entry", () => {
    expect(clientIp(request("127.0.0.1", "198.51.100.1"), false)).toBe("127.0.0.1");
    expect(clientIp(request("127.0.0.1", "198.51.100.1, 203.0.113.7"), true)).toBe("203.0.113.7");
    expect(clientIp(request("127.0.0.1", "198.51.100.1, 203.0.113.7:4711"), true)).toBe("203.0.113.7");
    expect(clientIp(request("127.0.0.1", "[2001:db8::1]:4711"), true)).toBe("2001:db8:0:0::/64");
    expect(clientIp(request("127.0.0.1", "203.0.113.7, whatever"), true)).toBe("127.0.0.1");
    expect(clientIp(request("127.0.0.1", undefined), true)).toBe("127.0.0.1");
  });
});

test("a path never leads to another site", () => {
  expect(pathOf("/sq/report?token=1")).toBe("/sq/report");
  expect(pathOf("//elsewhere.example/sq?x")).toBe("/elsewhere.example/sq");
  expect(pathOf("/\\elsewhere.example")).toBe("/elsewhere.example");
  expect(pathOf("http://elsewhere.example/")).toBe("/http://elsewhere.example/");
  expect(pathOf(undefined)).toBe("/");
});
