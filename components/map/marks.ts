import { statusColour } from "@/components/ui/status-mark";
import { statusShapes } from "@/components/ui/status-shapes";
import type { MapCluster, MapPin } from "@/lib/map/schema";
import { fill, type MapLabels } from "./types";

const SVG = "http://www.w3.org/2000/svg";

function svg(name: string, attributes: Record<string, string | number>, ...children: SVGElement[]): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.append(...children);
  return element;
}

/** A pin of a report: a link, in the shape and colour of its status. */
export function pinElement(pin: MapPin, href: string, labels: MapLabels): HTMLAnchorElement {
  const link = document.createElement("a");
  link.href = href;
  link.draggable = false;
  link.className = "map-pin";
  const name = fill(labels.pin, {
    title: pin.title,
    category: labels.category[pin.category] ?? pin.category,
    status: labels.status[pin.status],
  });
  link.setAttribute("aria-label", name);
  link.title = name;
  link.append(
    svg(
      "svg",
      {
        viewBox: "0 0 32 38",
        width: 36,
        height: 43,
        class: statusColour[pin.status],
        "aria-hidden": "true",
        focusable: "false",
      },
      svg("path", {
        d: "M16 1C7.600 1 1.500 7.200 1.500 15.200c0 9.400 9.600 16.400 14.500 21.800 4.900-5.400 14.500-12.400 14.500-21.800C30.500 7.200 24.400 1 16 1Z",
        class: "map-pin-body",
      }),
      svg("path", {
        d: statusShapes[pin.status],
        "fill-rule": "evenodd",
        transform: "translate(7.500 6.500) scale(1.060)",
        class: "map-pin-shape",
      }),
    ),
  );
  return link;
}

/** Diameter in pixels: grows with the number of digits, not with the number. */
export const clusterSize = (count: number): number => Math.min(68, 44 + 8 * Math.floor(Math.log10(Math.max(1, count))));

/** A cluster: a button with the number, in a ring that shows the share of open and of fixed reports. */
export function clusterElement(cluster: MapCluster, labels: MapLabels, number: (value: number) => string) {
  const { count, open, fixed } = cluster;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "map-cluster";
  button.setAttribute(
    "aria-label",
    fill(labels.cluster, { count: number(count), open: number(open), fixed: number(fixed) }),
  );
  const arc = (share: number, after: number, status: "open" | "fixed" | "rejected") =>
    svg("circle", {
      cx: 22,
      cy: 22,
      r: 19.5,
      pathLength: 100,
      // A whole ring has no ends that might not meet.
      ...(share < 1 && { "stroke-dasharray": `${share * 100} 100`, "stroke-dashoffset": -after * 100 }),
      class: `map-cluster-arc ${statusColour[status]}`,
    });
  const [openShare, fixedShare] = [open / count, fixed / count];
  const arcs = [
    ...(open > 0 ? [arc(openShare, 0, "open")] : []),
    ...(fixed > 0 ? [arc(fixedShare, openShare, "fixed")] : []),
    ...(open + fixed < count ? [arc(1 - openShare - fixedShare, openShare + fixedShare, "rejected")] : []),
  ];
  const size = clusterSize(count);
  button.append(
    svg(
      "svg",
      { viewBox: "0 0 44 44", width: size, height: size, "aria-hidden": "true", focusable: "false" },
      svg("circle", { cx: 22, cy: 22, r: 22, class: "map-cluster-body" }),
      ...arcs,
    ),
  );
  const words = document.createElement("span");
  words.textContent = number(count);
  button.append(words);
  return button;
}
