"use client";

import { useEffect, useRef, useState } from "react";
import { type Box, drawFrame, drawMarks, type Mark, middleBox, type Point, steerBox } from "./brush";
import { BrushTools, type BrushWidth, type BrushWords, brushWidths } from "./brush-tools";
import { canDraw, decode, drawSmall, toJpeg } from "./canvas";
import { LONGEST } from "./shrink";

const percent = (part: number, whole: number) => String(Math.round((100 * part) / whole));

/**
 * Covers faces and number plates of a photo, by finger, mouse or arrow keys, before it is sent anywhere.
 * Loaded when it is first opened.
 * @param source the photo
 * @param onDone told the covered photo, as JPEG without metadata
 */
export default function BrushDialog({
  source,
  words,
  onDone,
  onCancel,
}: {
  source: Blob;
  words: BrushWords;
  onDone: (covered: Blob) => void;
  onCancel: () => void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const area = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [base, setBase] = useState<HTMLCanvasElement | OffscreenCanvas | null>(null);
  const [failed, setFailed] = useState(false);
  const [marks, setMarks] = useState<Mark[]>([]);
  // The stroke a finger draws is kept beside the state: no point of it may be lost between two drawings of the page.
  const stroke = useRef<{ points: Point[]; width: number } | null>(null);
  const [, redraw] = useState(0);
  const [box, setBox] = useState<Box | null>(null);
  const [width, setWidth] = useState<BrushWidth>("thick");

  useEffect(() => {
    dialog.current?.showModal();
    // Takes the focus, so that the arrow keys have a place to move the rectangle from.
    if (area.current) area.current.tabIndex = 0;
    let gone = false;
    const open = async () => {
      if (!canDraw()) throw new Error("no canvas");
      const drawn = drawSmall(await decode(source), LONGEST);
      if (!gone) setBase(drawn);
    };
    open().catch(() => setFailed(true));
    return () => {
      gone = true;
    };
  }, [source]);

  useEffect(() => {
    const context = canvas.current?.getContext("2d");
    if (!context || !base) return;
    context.drawImage(base, 0, 0);
    drawMarks(context, [...marks, ...(stroke.current ? [stroke.current] : []), ...(box ? [box] : [])]);
    if (box) drawFrame(context, box);
  });

  const at = (event: React.PointerEvent<HTMLCanvasElement>): Point => {
    const { left, top, width: wide, height: high } = event.currentTarget.getBoundingClientRect();
    const { width: x, height: y } = event.currentTarget;
    return { x: ((event.clientX - left) * x) / wide, y: ((event.clientY - top) * y) / high };
  };

  const keepBox = () => {
    if (box) setMarks([...marks, box]);
    setBox(null);
  };
  const endStroke = () => {
    const drawn = stroke.current;
    stroke.current = null;
    if (drawn) setMarks((all) => [...all, drawn]);
  };

  function onKeyDown(event: React.KeyboardEvent) {
    if (!base || !box) return;
    const moved = steerBox(box, event.key, event.shiftKey, base);
    if (moved) setBox(moved);
    else if (event.key === "Enter") keepBox();
    else if (event.key === "Delete" || event.key === "Backspace") setBox(null);
    else return;
    event.preventDefault();
  }

  async function finish() {
    const context = canvas.current?.getContext("2d");
    if (!canvas.current || !context || !base) return;
    context.drawImage(base, 0, 0);
    drawMarks(context, box ? [...marks, box] : marks);
    onDone(await toJpeg(canvas.current));
  }

  const nothing = marks.length === 0 && !box;
  return (
    <dialog
      ref={dialog}
      aria-labelledby="brush-title"
      onClose={onCancel}
      className="m-0 h-dvh max-h-none w-screen max-w-none bg-paper p-4 text-ink sm:m-auto sm:h-fit sm:max-h-[95dvh] sm:w-[min(56rem,95vw)] sm:p-6"
    >
      <h2 id="brush-title" className="text-lg">
        {words.title}
      </h2>
      <p className="text-sm text-muted">{words.hint}</p>
      <div
        ref={area}
        role="application"
        aria-label={words.canvas}
        aria-describedby="brush-keys"
        onKeyDown={onKeyDown}
        className="mt-3 flex min-h-40 justify-center bg-wash"
      >
        {base ? (
          <canvas
            ref={canvas}
            width={base.width}
            height={base.height}
            className="max-h-[52dvh] max-w-full cursor-crosshair touch-none"
            onPointerDown={(event) => {
              if (!event.isPrimary) return;
              event.currentTarget.setPointerCapture(event.pointerId);
              keepBox();
              stroke.current = { points: [at(event)], width: brushWidths[width] * Math.max(base.width, base.height) };
              redraw(event.timeStamp);
            }}
            onPointerMove={(event) => {
              if (!event.isPrimary) return;
              stroke.current?.points.push(at(event));
              if (stroke.current) redraw(event.timeStamp);
            }}
            onPointerUp={endStroke}
            onPointerCancel={endStroke}
          />
        ) : (
          <p role="status" className="self-center p-4">
            {failed ? words.failed : words.opening}
          </p>
        )}
      </div>
      {base && (
        <>
          <p id="brush-keys" className="mt-2 text-sm text-muted pointer-coarse:sr-only max-sm:sr-only">
            {words.keys}
          </p>
          <p role="status" className="sr-only">
            {box &&
              words.box_at
                .replace("{x}", percent(box.x, base.width))
                .replace("{y}", percent(box.y, base.height))
                .replace("{width}", percent(box.width, base.width))
                .replace("{height}", percent(box.height, base.height))}
          </p>
          <BrushTools
            words={words}
            width={width}
            onWidth={setWidth}
            placing={box !== null}
            onBox={() => {
              if (box) return keepBox();
              setBox(middleBox(base));
              area.current?.focus();
            }}
            nothing={nothing}
            onUndo={() => (box ? setBox(null) : setMarks(marks.slice(0, -1)))}
            onClear={() => {
              setBox(null);
              setMarks([]);
            }}
          />
        </>
      )}
      <div className="sticky -bottom-4 -mx-4 mt-4 flex flex-wrap gap-2 border-t border-line bg-paper p-4 sm:-bottom-6 sm:-mx-6 sm:px-6">
        {base && (
          <button type="button" className="btn btn-primary" disabled={nothing} onClick={() => void finish()}>
            {words.done}
          </button>
        )}
        <button type="button" className="btn btn-quiet" onClick={() => dialog.current?.close()}>
          {words.cancel}
        </button>
      </div>
    </dialog>
  );
}
