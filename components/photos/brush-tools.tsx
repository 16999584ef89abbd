export type BrushWords = {
  title: string;
  hint: string;
  keys: string;
  canvas: string;
  box: string;
  box_keep: string;
  box_at: string;
  undo: string;
  clear: string;
  thin: string;
  thick: string;
  done: string;
  cancel: string;
  opening: string;
  failed: string;
};

/** Part of the picture's longer side that a stroke is wide. */
export const brushWidths = { thick: 1 / 12, thin: 1 / 32 } as const;
export type BrushWidth = keyof typeof brushWidths;

/** The buttons under the photo: how wide the brush is, a rectangle for the keyboard, back and over. */
export function BrushTools({
  words,
  width,
  onWidth,
  placing,
  onBox,
  nothing,
  onUndo,
  onClear,
}: {
  words: BrushWords;
  width: BrushWidth;
  onWidth: (width: BrushWidth) => void;
  placing: boolean;
  onBox: () => void;
  nothing: boolean;
  onUndo: () => void;
  onClear: () => void;
}) {
  return (
    <div className="mt-3 flex flex-wrap gap-2 text-sm">
      {(["thick", "thin"] as const).map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={width === one}
          className="btn btn-quiet px-3 text-sm aria-pressed:bg-wash"
          onClick={() => onWidth(one)}
        >
          {words[one]}
        </button>
      ))}
      <button type="button" className="btn btn-quiet px-3 text-sm" onClick={onBox}>
        {placing ? words.box_keep : words.box}
      </button>
      <button type="button" className="btn btn-quiet px-3 text-sm" disabled={nothing} onClick={onUndo}>
        {words.undo}
      </button>
      <button type="button" className="btn btn-quiet px-3 text-sm" disabled={nothing} onClick={onClear}>
        {words.clear}
      </button>
    </div>
  );
}
