/** Drawn scenes that stand in for photos in demonstration reports; each says in three languages that it is a sample. */
export const SCENE = { width: 1280, height: 960 };

/** Strokes of the letters the mark needs, on a grid of 4 × 6: no font is needed where there is none. */
const strokes: Record<string, string> = {
  A: "M0 6L2 0L4 6M.8 4H3.2",
  B: "M0 0V6H3L4 5V4L3 3H0M3 3L4 2V1L3 0H0",
  E: "M4 0H0V6H4M0 3H3",
  H: "M0 0V6M4 0V6M0 3H4",
  I: "M2 0V6",
  L: "M0 0V6H4",
  M: "M0 6V0L2 3L4 0V6",
  P: "M0 6V0H3L4 1V2L3 3H0",
  R: "M0 6V0H3L4 1V2L3 3H0M2 3L4 6",
  S: "M4 1L3 0H1L0 1V2L1 3H3L4 4V5L3 6H1L0 5",
  U: "M0 0V5L1 6H3L4 5V0",
  "·": "M1.8 3H2.2",
};

function mark(words: string): string {
  const letters = [...words].map((letter, i) =>
    strokes[letter] ? `<path transform="translate(${i * 6} 0)" d="${strokes[letter]}"/>` : "",
  );
  return `<g transform="translate(36 906) scale(3)" fill="none" stroke-linecap="round" stroke-linejoin="round">
    <g stroke="#000" stroke-opacity=".45" stroke-width="2.2">${letters.join("")}</g><g stroke="#fff" stroke-width="1">${letters.join("")}</g></g>`;
}

type Light = "day" | "evening" | "night";

const skies: Record<Light, [string, string]> = {
  day: ["#a9cde2", "#eef4f2"],
  evening: ["#7d8fb3", "#f3cfa8"],
  night: ["#0b1524", "#22344c"],
};

function sky(light: Light): string {
  const [top, bottom] = skies[light];
  return `<defs><linearGradient id="sky" x2="0" y2="1"><stop stop-color="${top}"/><stop offset="1" stop-color="${bottom}"/></linearGradient>
    <radialGradient id="glow"><stop stop-color="#ffe9a8" stop-opacity=".95"/><stop offset="1" stop-color="#ffe9a8" stop-opacity="0"/></radialGradient></defs>
    <rect width="1280" height="960" fill="url(#sky)"/><path d="M0 430L210 330L420 400L660 300L900 395L1280 310V560H0Z" fill="${light === "night" ? "#16222f" : "#8aa79b"}" opacity=".7"/>`;
}

/** Blocks of flats behind the street. */
function houses(light: Light, lit: boolean): string {
  const night = light === "night";
  const walls = night ? ["#1c2836", "#223041", "#18222e"] : ["#d9c7ae", "#c7b5a1", "#e3d8c6"];
  return [0, 1, 2, 3, 4]
    .map((i) => {
      const x = i * 270 - 40;
      const top = 250 + ((i * 67) % 130);
      const windows = [0, 1, 2, 3].flatMap((row) =>
        [0, 1, 2].map((column) => {
          const on = night && lit && (i * 5 + row * 3 + column) % 3 === 0;
          return `<rect x="${x + 34 + column * 66}" y="${top + 34 + row * 74}" width="36" height="46" fill="${on ? "#f3d27a" : night ? "#0f1822" : "#7c93a3"}"/>`;
        }),
      );
      return `<rect x="${x}" y="${top}" width="240" height="${620 - top}" fill="${walls[i % 3]}"/><rect x="${x}" y="${top}" width="240" height="12" fill="#000" opacity=".14"/>${windows.join("")}`;
    })
    .join("");
}

function road(light: Light): string {
  const night = light === "night";
  return `<rect y="600" width="1280" height="60" fill="${night ? "#2a3440" : "#c9c4b9"}"/><rect y="652" width="1280" height="12" fill="${night ? "#161d25" : "#8f8b82"}"/>
    <rect y="664" width="1280" height="296" fill="${night ? "#141b23" : "#5d6166"}"/>
    ${[0, 1, 2, 3].map((i) => `<rect x="${60 + i * 340}" y="800" width="170" height="14" fill="#e8e6df" opacity="${night ? 0.25 : 0.8}"/>`).join("")}
    ${[...Array(40).keys()].map((i) => `<circle cx="${(i * 331) % 1280}" cy="${676 + ((i * 97) % 280)}" r="${2 + (i % 3)}" fill="#000" opacity=".13"/>`).join("")}`;
}

const street = (light: Light, lit = true) => sky(light) + houses(light, lit) + road(light);

const lamp = (on: boolean) =>
  `${on ? `<circle cx="770" cy="270" r="250" fill="url(#glow)"/><path d="M700 290L430 940H1130L840 290Z" fill="#ffe9a8" opacity=".22"/>` : ""}
  <path d="M600 664V230Q600 190 650 190H760" fill="none" stroke="${on ? "#8b97a3" : "#3b4753"}" stroke-width="18" stroke-linecap="round"/>
  <rect x="716" y="186" width="110" height="30" rx="12" fill="${on ? "#d4dbe0" : "#46525e"}"/><ellipse cx="771" cy="220" rx="46" ry="12" fill="${on ? "#fff6d2" : "#222c36"}"/>`;

const hole = `<path d="M420 800Q450 730 600 742Q760 718 850 776Q910 850 780 884Q640 922 500 884Q396 862 420 800Z" fill="#45484b"/>
  <path d="M452 806Q480 752 606 764Q748 742 824 788Q866 842 766 868Q640 896 516 868Q436 850 452 806Z" fill="#24211d"/>
  <path d="M520 838Q620 800 770 826Q800 846 740 860Q630 880 540 862Z" fill="#6b7f88"/><path d="M590 832Q650 818 720 830" stroke="#a9bcc4" stroke-width="5" fill="none"/>
  <path d="M420 800L360 776M850 776L930 750M500 884L462 930M780 884L830 928" stroke="#34373a" stroke-width="6"/>`;

const patch = `<path d="M400 724H880V900H400Z" fill="#2f3235"/><path d="M400 724H880V900H400Z" fill="none" stroke="#1d1f21" stroke-width="8"/>
  ${[...Array(50).keys()].map((i) => `<circle cx="${410 + ((i * 83) % 460)}" cy="${734 + ((i * 59) % 156)}" r="3" fill="#474b4f"/>`).join("")}`;

const bag = (x: number, y: number, colour: string, size = 1) =>
  `<g transform="translate(${x} ${y}) scale(${size})"><path d="M-58 0Q-76 -74 -22 -96L-30 -122L0 -108L28 -124L22 -96Q78 -70 60 0Z" fill="${colour}"/><path d="M-26 -84Q-44 -50 -38 -12" stroke="#fff" stroke-opacity=".22" stroke-width="7" fill="none"/></g>`;

const bin = (x: number, full: boolean) =>
  `<g transform="translate(${x} 500)">${full ? bag(70, -2, "#22282d", 0.8) + bag(150, -6, "#41586b", 0.9) + bag(215, 2, "#2c3136", 0.7) : `<path d="M-14 0Q140 -50 294 0Z" fill="#275a43"/>`}
  <path d="M-10 0H290L268 190H14Z" fill="#2f6d50"/><path d="M-18 -6H298V16H-18Z" fill="#24573f"/><path d="M60 40V160M140 40V160M220 40V160" stroke="#24573f" stroke-width="10"/>
  <circle cx="46" cy="200" r="20" fill="#1c2023"/><circle cx="236" cy="200" r="20" fill="#1c2023"/></g>`;

const meadow = `${sky("day")}<path d="M0 520Q320 450 640 510T1280 480V960H0Z" fill="#8ea860"/><path d="M0 640Q420 560 800 640T1280 620V960H0Z" fill="#7a9550"/>
  ${[0, 1, 2, 3, 4].map((i) => `<g transform="translate(${90 + i * 260} ${470 + ((i * 37) % 60)})"><rect x="-10" width="20" height="90" fill="#6b4d33"/><ellipse cy="-30" rx="74" ry="92" fill="${i % 2 ? "#4f7546" : "#5d8450"}"/></g>`).join("")}
  <path d="M0 880Q640 780 1280 870V960H0Z" fill="#b7a788"/>`;

const rubbish = `<ellipse cx="650" cy="820" rx="420" ry="60" fill="#000" opacity=".18"/>
  <path d="M260 820Q360 640 560 690Q700 590 850 700Q1020 690 1060 820Z" fill="#8b8378"/>
  ${bag(380, 830, "#20262b", 1.1)}${bag(520, 800, "#41586b", 1.2)}${bag(900, 836, "#2c3136", 1.2)}
  <g fill="none" stroke="#24272a" stroke-width="34"><ellipse cx="720" cy="770" rx="76" ry="58"/><ellipse cx="1010" cy="800" rx="60" ry="44"/></g>
  <path d="M600 700L760 640L790 690L630 752Z" fill="#c4a06a"/><rect x="840" y="650" width="110" height="120" rx="6" transform="rotate(9 890 700)" fill="#e6e4de"/><rect x="860" y="668" width="70" height="40" transform="rotate(9 890 690)" fill="#b9c3c8"/>
  <path d="M300 790L470 690M450 720L620 830" stroke="#9a6f43" stroke-width="14"/>`;

function tiles(broken: boolean): string {
  const all = [...Array(6).keys()].flatMap((row) =>
    [...Array(9).keys()].map((column) => {
      const x = column * 160 - (row % 2) * 80;
      const y = 380 + row * 100;
      const bad = broken && Math.hypot(column - 4.5, (row - 3) * 1.2) < 1.7;
      const turn = bad ? ((column * 7 + row * 5) % 13) - 6 : 0;
      return `<rect x="${x + 4}" y="${y + 4 - (bad ? 12 : 0)}" width="152" height="92" rx="3" transform="rotate(${turn} ${x + 76} ${y + 46})" fill="${(row + column) % 2 ? "#c9b8a4" : "#bfae9b"}" ${bad ? 'stroke="#7d7061" stroke-width="5"' : ""}/>`;
    }),
  );
  const cracks = `<path d="M520 590L610 660L590 720L700 780M760 600L700 660L740 730" stroke="#5a5047" stroke-width="9" fill="none"/><path d="M600 640L690 630L720 716L630 736Z" fill="#6e5f4f"/>`;
  return `${sky("day")}${houses("day", false)}<rect y="380" width="1280" height="580" fill="#8f8375"/>${all.join("")}${broken ? cracks : ""}`;
}

const manhole = `<path d="M180 960Q300 800 520 806Q700 770 860 820Q1100 850 1180 960Z" fill="#57523c" opacity=".9"/><ellipse cx="640" cy="790" rx="190" ry="56" fill="#2a2b2c"/>
  <ellipse cx="640" cy="782" rx="160" ry="44" fill="#433f2d"/><path d="M560 782Q640 730 720 782" fill="#6a6447"/><path d="M420 880Q560 850 700 884M640 930Q800 900 960 930" stroke="#7d7756" stroke-width="8" fill="none"/>
  <ellipse cx="880" cy="770" rx="130" ry="36" transform="rotate(-12 880 770)" fill="#4b4f53"/><path d="M790 776L970 762M830 790L930 748" stroke="#34383b" stroke-width="7"/>`;

const stop = (straight: boolean) =>
  `<g transform="rotate(${straight ? 0 : 34} 640 780)"><rect x="628" y="320" width="24" height="470" fill="#8e979e"/>
  <path d="M568 180H712L792 260V372L712 452H568L488 372V260Z" transform="translate(0 30)" fill="#b3262e" stroke="#f4f1ea" stroke-width="16"/><rect x="556" y="324" width="168" height="44" rx="4" fill="#f4f1ea"/></g>`;

const stairs = `${sky("day")}<rect x="120" y="130" width="1040" height="480" fill="#d8cdbb"/><rect x="120" y="130" width="1040" height="26" fill="#b9ad99"/>
  <rect x="520" y="250" width="240" height="360" fill="#3f5563"/><path d="M640 250V610" stroke="#22323c" stroke-width="10"/>
  ${[0, 1].flatMap((row) => [200, 350, 850, 1000].map((x) => `<rect x="${x}" y="${220 + row * 180}" width="90" height="120" fill="#8ba3b1"/>`)).join("")}
  ${[0, 1, 2, 3, 4].map((i) => `<rect x="${420 - i * 50}" y="${610 + i * 52}" width="${440 + i * 100}" height="52" fill="${i % 2 ? "#a59b8c" : "#b8ae9e"}"/><rect x="${420 - i * 50}" y="${610 + i * 52}" width="${440 + i * 100}" height="8" fill="#d6cdbd"/>`).join("")}
  <rect y="870" width="1280" height="90" fill="#8d8a83"/><g fill="none" stroke="#1d3d57" stroke-width="13" stroke-linecap="round"><circle cx="1010" cy="830" r="56"/><path d="M960 690V770H1030L1060 840H1084M960 700L1020 720"/></g><circle cx="958" cy="654" r="25" fill="#1d3d57"/>`;

const branch = `${meadow}<path d="M600 960Q620 600 560 320L620 300Q700 620 690 960Z" fill="#6b4d33"/><ellipse cx="590" cy="240" rx="330" ry="190" fill="#4f7546"/><ellipse cx="760" cy="300" rx="210" ry="120" fill="#5d8450"/>
  <path d="M660 520Q860 560 1010 760" stroke="#5b412b" stroke-width="34" fill="none"/><path d="M640 500L690 520L664 560Z" fill="#d9b98a"/><ellipse cx="1000" cy="770" rx="150" ry="84" transform="rotate(38 1000 770)" fill="#5d8450"/>
  <g fill="#7d5637"><rect x="220" y="770" width="260" height="22"/><rect x="220" y="720" width="260" height="22"/><rect x="240" y="790" width="20" height="80"/><rect x="440" y="790" width="20" height="80"/></g>`;

const shelter = `${street("evening")}<path d="M330 300H980V330H330Z" fill="#33566a"/><path d="M360 330V660M950 330V660M655 330V660" stroke="#4c6b7c" stroke-width="16"/><rect x="368" y="340" width="280" height="250" fill="#cfe3ea" opacity=".6"/>
  <path d="M662 340H942V420L880 470L906 520L800 480L760 560L724 470L662 500Z" fill="#cfe3ea" opacity=".6"/><rect x="420" y="590" width="200" height="16" fill="#8a6a45"/>
  <g fill="#dcecf1">${[0, 1, 2, 3, 4, 5].map((i) => `<path d="M${690 + i * 44} ${650 - (i % 2) * 14}l26 -14l8 18Z"/>`).join("")}</g>`;

const drawings = {
  pothole: street("day") + hole,
  patched: street("day") + patch,
  dark: street("night") + lamp(false),
  lit: street("night") + lamp(true),
  bins: `${street("evening")}${bin(260, true)}${bin(680, true)}${bag(640, 716, "#2c3136", 0.9)}${bag(1010, 724, "#41586b")}`,
  dump: meadow + rubbish,
  cleared: `${meadow}<g transform="translate(860 560)"><rect x="-8" width="16" height="260" fill="#8e979e"/><rect x="-90" y="-90" width="180" height="120" rx="8" fill="#f4f1ea" stroke="#b3262e" stroke-width="12"/><path d="M-50 -30H50" stroke="#b3262e" stroke-width="16"/></g>`,
  pavement: tiles(true),
  sewage: street("day") + manhole,
  sign: street("day") + stop(false),
  stairs,
  branch,
  shelter,
};

export type Scene = keyof typeof drawings;
export const scenes = Object.keys(drawings) as Scene[];

/** A scene as SVG. */
export const drawScene = (scene: Scene): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SCENE.width} ${SCENE.height}" width="${SCENE.width}" height="${SCENE.height}">${drawings[scene]}${mark("SHEMBULL · PRIMER · SAMPLE")}</svg>`;
