/** A place on the photo, in its pixels. */
export type Point = { x: number; y: number };
export type Box = Point & { width: number; height: number };

/** What covers a part of a photo: the way a finger went, or a rectangle. */
export type Mark = { points: Point[]; width: number } | Box;

const INK = "#16212b";

const isBox = (mark: Mark): mark is Box => "height" in mark;

/** Draws marks; what lies under them can't be seen any more, nor got back from the picture. */
export function drawMarks(context: CanvasRenderingContext2D, marks: readonly Mark[]): void {
  context.fillStyle = INK;
  context.strokeStyle = INK;
  context.lineCap = "round";
  context.lineJoin = "round";
  for (const mark of marks) {
    if (isBox(mark)) {
      context.fillRect(mark.x, mark.y, mark.width, mark.height);
      continue;
    }
    const [first, ...more] = mark.points;
    if (!first) continue;
    context.lineWidth = mark.width;
    context.beginPath();
    context.moveTo(first.x, first.y);
    // A tap alone is a line to where it began: a round dot.
    for (const point of more.length > 0 ? more : [first]) context.lineTo(point.x, point.y);
    context.stroke();
  }
}

/** The frame around a rectangle that is still being placed; not part of the picture. */
export function drawFrame(context: CanvasRenderingContext2D, box: Box): void {
  context.lineWidth = Math.max(4, context.canvas.width / 150);
  context.strokeStyle = "#ffb703";
  context.strokeRect(box.x, box.y, box.width, box.height);
}

/** A rectangle in the middle of a picture, large enough for a face seen from near. */
export const middleBox = ({ width, height }: { width: number; height: number }): Box => ({
  x: Math.round(width * 0.4),
  y: Math.round(height * 0.4),
  width: Math.round(width * 0.2),
  height: Math.round(height * 0.2),
});

const arrows: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

const between = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));

/**
 * A rectangle after an arrow key: moved by a fiftieth of the picture's width; with Shift made larger or smaller.
 * @returns undefined for keys that are no arrows
 */
export function steerBox(
  box: Box,
  key: string,
  resize: boolean,
  size: { width: number; height: number },
): Box | undefined {
  const arrow = arrows[key];
  if (!arrow) return undefined;
  const step = Math.round(size.width / 50);
  const [x, y] = [arrow[0] * step, arrow[1] * step];
  if (!resize)
    return {
      ...box,
      x: between(box.x + x, 0, size.width - box.width),
      y: between(box.y + y, 0, size.height - box.height),
    };
  return {
    ...box,
    width: between(box.width + x, step, size.width - box.x),
    height: between(box.height + y, step, size.height - box.y),
  };
}
