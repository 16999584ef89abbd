/** The pin in the middle of a map that moves under it; lifted while it moves, pale until a place is set. */
export function Crosshair({ set, moving }: { set: boolean; moving: boolean }) {
  return (
    <div className="pointer-events-none absolute inset-0 z-[1000]">
      <svg
        aria-hidden="true"
        viewBox="0 0 48 48"
        className="absolute top-1/2 left-1/2 size-12 -translate-1/2 fill-none stroke-2"
      >
        <g className="stroke-card stroke-[5]">
          <path d="M24 2v12M24 34v12M2 24h12M34 24h12" />
        </g>
        <path d="M24 2v12M24 34v12M2 24h12M34 24h12" className="stroke-ink" />
        <circle cx="24" cy="24" r="2" className="fill-ink stroke-card stroke-1" />
      </svg>
      <svg
        aria-hidden="true"
        viewBox="0 0 32 32"
        className={`absolute top-1/2 left-1/2 size-10 -translate-x-1/2 motion-safe:transition-transform ${moving ? "-translate-y-[125%]" : "-translate-y-[95%]"} ${set ? "" : "opacity-50"}`}
      >
        <path
          className="location-pin"
          d="M16 1.500c-6.600 0-11.500 4.900-11.500 11.200C4.500 20.600 16 30.500 16 30.500s11.500-9.900 11.500-17.800C27.500 6.400 22.600 1.500 16 1.500Z"
        />
        <circle cx="16" cy="12.500" r="4" fill="#fff" />
      </svg>
    </div>
  );
}
