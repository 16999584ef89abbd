/**
 * A drawing that says with its outline what the words beside it say.
 * @param path on 16 × 16
 * @param size pixels
 */
export function Shape({ path, size = 16, className = "" }: { path: string; size?: number; className?: string }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
      className={`fill-current ${className}`}
    >
      <path d={path} fillRule="evenodd" />
    </svg>
  );
}
