import { useEffect, useRef, useState } from "react";
import { TileLayer } from "react-leaflet";

/** So many images fail and none has come: there are none to be had. */
const ENOUGH_FAILURES = 2;

/** Operators write plain text; OpenStreetMap asks for a link to its credits. */
const credit = (text: string) => {
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return text.includes("OpenStreetMap")
    ? `<a href="https://www.openstreetmap.org/copyright" rel="noopener">${escaped}</a>`
    : escaped;
};

/**
 * Raster images of the map.
 * @param onChange told whether images come or not; asked again when the browser is back on line
 */
export function Tiles({
  url,
  attribution,
  onChange,
}: {
  url: string;
  attribution: string;
  onChange: (loaded: boolean) => void;
}) {
  const counts = useRef({ loaded: 0, failed: 0 });
  const [givenUp, setGivenUp] = useState(false);

  useEffect(() => {
    const again = () => {
      counts.current = { loaded: 0, failed: 0 };
      setGivenUp(false);
    };
    window.addEventListener("online", again);
    return () => window.removeEventListener("online", again);
  }, []);

  if (givenUp) return null;
  return (
    <TileLayer
      url={url}
      attribution={credit(attribution)}
      maxZoom={19}
      eventHandlers={{
        tileload: () => {
          counts.current.loaded++;
          onChange(true);
        },
        tileerror: () => {
          counts.current.failed++;
          if (counts.current.loaded > 0 || counts.current.failed < ENOUGH_FAILURES) return;
          setGivenUp(true);
          onChange(false);
        },
      }}
    />
  );
}
