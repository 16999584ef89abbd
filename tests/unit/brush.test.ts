import { expect, test } from "vitest";
import { middleBox, steerBox } from "@/components/photos/brush";

const size = { width: 1000, height: 500 };

test("arrow keys move a rectangle within the photo, with Shift they change its size; other keys do nothing", () => {
  const box = middleBox(size);
  expect(box).toEqual({ x: 400, y: 200, width: 200, height: 100 });
  expect(steerBox(box, "ArrowRight", false, size)).toEqual({ ...box, x: 420 });
  expect(steerBox(box, "ArrowUp", false, size)).toEqual({ ...box, y: 180 });
  expect(steerBox(box, "ArrowRight", true, size)).toEqual({ ...box, width: 220 });
  expect(steerBox(box, "ArrowUp", true, size)).toEqual({ ...box, height: 80 });
  expect(steerBox({ ...box, x: 795 }, "ArrowRight", false, size)?.x).toBe(800);
  expect(steerBox({ ...box, x: 5 }, "ArrowLeft", false, size)?.x).toBe(0);
  expect(steerBox({ ...box, height: 20 }, "ArrowUp", true, size)?.height).toBe(20);
  expect(steerBox({ ...box, y: 390 }, "ArrowDown", true, size)?.height).toBe(110);
  expect(steerBox(box, "Enter", false, size)).toBeUndefined();
});
