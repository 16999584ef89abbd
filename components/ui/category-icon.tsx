import {
  Accessibility,
  BusFront,
  Droplet,
  Ellipsis,
  Footprints,
  LampDesk,
  type LucideIcon,
  ParkingCircleOff,
  PawPrint,
  Recycle,
  Road,
  SignpostBig,
  TrafficCone,
  Trash2,
  TreeDeciduous,
  Volume2,
  Waves,
  Zap,
} from "lucide-react";

const icons: Record<string, LucideIcon> = {
  trash: Trash2,
  waves: Waves,
  cone: TrafficCone,
  lamp: LampDesk,
  footprints: Footprints,
  signpost: SignpostBig,
  accessibility: Accessibility,
  dump: Recycle,
  droplet: Droplet,
  paw: PawPrint,
  tree: TreeDeciduous,
  bus: BusFront,
  parking: ParkingCircleOff,
  noise: Volume2,
  power: Zap,
  road: Road,
  other: Ellipsis,
};

/** Drawing of a category by its icon's name; decoration beside the category's name. */
export function CategoryIcon({ icon, size = 24 }: { icon: string; size?: number }) {
  const Icon = icons[icon] ?? Ellipsis;
  return <Icon size={size} strokeWidth={1.75} aria-hidden="true" className="shrink-0" />;
}
