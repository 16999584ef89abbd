/** How far around its middle a place is taken to reach, in metres: outlines of neighbourhoods can't be had. */
const reach: Record<string, number> = {
  city: 3000,
  suburb: 1000,
  neighbourhood: 800,
  village: 1500,
  hamlet: 800,
  square: 400,
};

export const reachOf = (kind: string): number => reach[kind] ?? 1000;
