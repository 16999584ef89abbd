import { divIcon, type Handler, type Map as LeafletMap, latLngBounds, layerGroup, type Marker, marker } from "leaflet";
import { MAX_ZOOM, type TileAddress } from "@/lib/map/schema";
import { groupMarks, type Mark } from "./group";
import { clusterElement, clusterSize, pinElement } from "./marks";
import { TileSource } from "./tile-source";
import type { MapLabels } from "./types";

export type Trouble = "failed" | "partial" | undefined;

type Options = {
  query: string;
  labels: MapLabels;
  /** Where reports have their pages, without slash at the end. */
  path: string;
  number: (value: number) => string;
  onTrouble: (trouble: Trouble) => void;
};

const keyOf = (mark: Mark): string =>
  mark.kind === "pin"
    ? `${mark.pin.ref} ${mark.pin.status} ${mark.aside.x} ${mark.aside.y}`
    : `${mark.cluster.lat} ${mark.cluster.lon} ${mark.cluster.count} ${mark.cluster.open} ${mark.cluster.fixed}`;

/** The reports on the map for one filter: fetches the tiles in sight and draws what they hold. */
export class ReportLayer {
  private readonly layer = layerGroup();
  private readonly markers = new Map<string, Marker>();
  private readonly source: TileSource;
  private drawnZoom: number | undefined;
  /** Whether the mark that had the focus is gone, such as a cluster that was opened: the next one to stand takes it. */
  private focusLost = false;

  constructor(
    private readonly map: LeafletMap,
    private readonly options: Options,
  ) {
    this.source = new TileSource(options.query, () => this.draw());
    this.layer.addTo(map);
    map.on("moveend", this.look);
    this.look();
  }

  remove(): void {
    this.map.off("moveend", this.look);
    this.source.stop();
    this.layer.remove();
  }

  private readonly look = (): void => {
    this.source.want(this.inSight());
    this.draw();
  };

  /** Tiles of 512 pixels, those of the zoom before; at the deepest zoom its own, where every report is a pin. */
  private inSight(): TileAddress[] {
    const zoom = this.map.getZoom();
    const z = zoom >= MAX_ZOOM ? MAX_ZOOM : zoom - 1;
    const size = zoom >= MAX_ZOOM ? 256 : 512;
    const { min, max } = this.map.getPixelBounds();
    if (!min || !max || max.x <= min.x) return [];
    const clamp = (value: number) => Math.max(0, Math.min(2 ** z - 1, Math.floor(value / size)));
    const tiles: TileAddress[] = [];
    for (let x = clamp(min.x); x <= clamp(max.x); x++) {
      for (let y = clamp(min.y); y <= clamp(max.y); y++) tiles.push({ z, x, y });
    }
    return tiles;
  }

  private draw(): void {
    const zoom = this.map.getZoom();
    const { found, missing, failed } = this.source.read(this.inSight());
    // After a zoom the old marks stay until the new ones are all there.
    if (missing && zoom !== this.drawnZoom) return;
    this.drawnZoom = zoom;
    const marks = new Map(
      groupMarks(found, zoom, (lat, lon) => this.map.project([lat, lon], zoom)).map((mark) => [keyOf(mark), mark]),
    );
    for (const [key, old] of this.markers) {
      if (marks.has(key)) continue;
      this.focusLost ||= old.getElement()?.contains(document.activeElement) ?? false;
      old.remove();
      this.markers.delete(key);
    }
    for (const [key, mark] of marks) {
      if (!this.markers.has(key)) this.markers.set(key, this.add(mark));
    }
    if (this.focusLost) this.focusNearest();
    if (missing) return;
    this.options.onTrouble(failed ? "failed" : found.some((tile) => tile.partial) ? "partial" : undefined);
  }

  private add(mark: Mark): Marker {
    const element = mark.kind === "pin" ? this.pin(mark) : this.cluster(mark);
    const size = mark.kind === "pin" ? 44 : clusterSize(mark.cluster.count);
    const icon = divIcon({
      html: element,
      className: "map-mark",
      iconSize: [size, size],
      // A pin's tip stands on its spot, a cluster's middle.
      iconAnchor: mark.kind === "pin" ? [22 - mark.aside.x, 44 - mark.aside.y] : [size / 2, size / 2],
    });
    const { lat, lon } = mark.kind === "pin" ? mark.pin : mark.cluster;
    return marker([lat, lon], { icon, interactive: false, keyboard: false }).addTo(this.layer);
  }

  private pin({ pin }: Mark & { kind: "pin" }): HTMLElement {
    const link = pinElement(pin, `${this.options.path}/${pin.ref}`, this.options.labels);
    // A map that was dragged by one of its pins stays where it is.
    link.addEventListener("click", (event) => this.dragged() && event.preventDefault());
    return link;
  }

  private cluster({ cluster, members }: Mark & { kind: "cluster" }): HTMLElement {
    const button = clusterElement(cluster, this.options.labels, this.options.number);
    button.addEventListener("click", (event) => {
      if (event.detail > 0 && this.dragged()) return;
      const deeper = Math.min(MAX_ZOOM, this.map.getZoom() + 2);
      const bounds = latLngBounds(members.map(({ lat, lon }) => [lat, lon]));
      const fitting = members.length > 1 ? this.map.getBoundsZoom(bounds.pad(0.2)) : deeper;
      this.map.setView([cluster.lat, cluster.lon], Math.max(this.map.getZoom() + 1, Math.min(deeper, fitting)));
    });
    return button;
  }

  /** Whether the press that ends now has moved the map; Leaflet knows, its types don't. */
  private dragged(): boolean {
    return (this.map.dragging as Handler & { moved: () => boolean }).moved();
  }

  /** The mark nearest to the middle takes the focus, unless the person has gone on by themselves. */
  private focusNearest(): void {
    const middle = this.map.getCenter();
    const nearest = [...this.markers.values()].sort(
      (a, b) => middle.distanceTo(a.getLatLng()) - middle.distanceTo(b.getLatLng()),
    )[0];
    if (!nearest) return;
    this.focusLost = false;
    if (document.activeElement !== document.body) return;
    nearest.getElement()?.querySelector<HTMLElement>("a, button")?.focus({ preventScroll: true });
  }
}
