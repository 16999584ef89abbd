/** The mark: a pin whose hole is a check. */
export function Mark({ size = 32 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false" className="shrink-0">
      <path
        d="M16 1.5c-6.6 0-11.5 4.9-11.5 11.2C4.5 20.6 16 30.5 16 30.5s11.5-9.9 11.5-17.8C27.500 6.400 22.600 1.500 16 1.500Z"
        className="fill-action"
      />
      <path
        d="m10.400 13.200 4 4 7.400-8"
        fill="none"
        stroke="#fff"
        strokeWidth="3.200"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
