import { expect, test } from "vitest";
import { readFacts as readOnDevice } from "@/components/photos/read-facts";
import { readFacts } from "@/lib/photos/facts";
import { factsOf, possibleDay } from "@/lib/photos/types";
import { phonePhoto } from "../support/images";

const now = Date.parse("2026-11-25T09:00:00Z");
const tags = (lat: unknown, lon: unknown, north = "N", east = "E", time = "2026:11:20 10:11:12") => ({
  1: north,
  2: lat,
  3: east,
  4: lon,
  36867: time,
});

test("a phone's photo says where and when it was taken, to the device and to the server alike", async () => {
  const photo = await phonePhoto({ width: 80, height: 60 });
  const server = await readFacts(photo);
  expect(server).toEqual({
    position: { lat: expect.closeTo(42.66278, 4), lon: expect.closeTo(21.16194, 4) },
    day: "2026-11-20",
  });
  expect(await readOnDevice(new Blob([new Uint8Array(photo)]))).toEqual(server);
});

test("what says nothing, is cut off or is no photo, says nothing", async () => {
  for (const bytes of [
    Buffer.from("no"),
    Buffer.alloc(0),
    (await phonePhoto({ width: 80, height: 60 })).subarray(0, 60),
  ]) {
    expect(await readFacts(bytes)).toEqual({});
    expect(await readOnDevice(new Blob([new Uint8Array(bytes)]))).toEqual({});
  }
});

test("degrees, minutes and seconds of either side of the world; no position of 0/0, none that isn't on earth", () => {
  expect(factsOf(tags([42, 30, 0], [21, 0, 36]), now).position).toEqual({ lat: 42.5, lon: 21.01 });
  expect(factsOf(tags([42.5], [21]), now).position).toEqual({ lat: 42.5, lon: 21 });
  expect(factsOf(tags([33, 30, 0], [70, 0, 0], "S", "W"), now).position).toEqual({ lat: -33.5, lon: -70 });
  for (const wrong of [
    tags([0, 0, 0], [0, 0, 0]),
    tags([95, 0, 0], [21, 0, 0]),
    tags([Number.NaN], [21]),
    tags("42", "21"),
    {},
  ])
    expect(factsOf(wrong, now).position).toBeUndefined();
});

test("a day that may be so; none that hasn't come, none of a clock never set", () => {
  expect(factsOf(tags([42], [21]), now).day).toBe("2026-11-20");
  expect(possibleDay("2026-11-26", now)).toBe("2026-11-26");
  for (const wrong of [
    "2026:11:28 10:00:00",
    "0000:00:00 00:00:00",
    "1970:01:01 00:00:00",
    "2026:13:01",
    "2026:06:31",
    "yesterday",
    "",
  ])
    expect(possibleDay(wrong, now)).toBeUndefined();
});
