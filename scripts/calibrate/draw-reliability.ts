import type { ReliabilityBin } from "../../src/evaluation/calibration.ts";

export interface Curve {
  readonly name: string;
  readonly bins: readonly ReliabilityBin[];
}

const SIZE = 320;
const LEFT = 56;
const TOP = 20;
const COLOURS = ["#1f5fa8", "#b5541c", "#3c7a3c"];

/**
 * A reliability diagram as SVG: across, the mean confidence of each tenth; up, the share that is right. On the dotted line both
 * are the same; the area of a point is as the number of units that it stands for.
 */
export function drawReliability(curves: readonly Curve[]): string {
  const x = (share: number): number => round(LEFT + SIZE * share);
  const y = (share: number): number => round(TOP + SIZE * (1 - share));
  const lines: string[] = [];
  for (let tenth = 0; tenth <= 10; tenth += 2) {
    const share = tenth / 10;
    lines.push(
      `<path d="M${x(share)} ${y(0)}V${y(1)}M${x(0)} ${y(share)}H${x(1)}" stroke="#ddd"/>`,
      `<text x="${x(share)}" y="${y(0) + 16}" text-anchor="middle">${share}</text>`,
      `<text x="${x(0) - 6}" y="${y(share) + 4}" text-anchor="end">${share}</text>`,
    );
  }
  lines.push(
    `<path d="M${x(0)} ${y(0)}L${x(1)} ${y(1)}" stroke="#777" stroke-dasharray="2 4"/>`,
    `<text x="${x(0.5)}" y="${y(0) + 36}" text-anchor="middle">confidence</text>`,
    `<text transform="translate(16 ${y(0.5)}) rotate(-90)" text-anchor="middle">share that is right</text>`,
  );
  curves.forEach(({ name, bins }, i) => {
    const colour = COLOURS[i % COLOURS.length]!;
    const all = bins.reduce((sum, bin) => sum + bin.count, 0);
    const points = bins.map((bin) => `${x(bin.meanConfidence)} ${y(bin.shareRight)}`);
    if (points.length > 1) lines.push(`<path d="M${points.join("L")}" stroke="${colour}" stroke-width="1.5"/>`);
    for (const bin of bins)
      lines.push(
        `<circle cx="${x(bin.meanConfidence)}" cy="${y(bin.shareRight)}" r="${round(2 + 16 * Math.sqrt(bin.count / all))}" fill="${colour}" fill-opacity="0.35" stroke="${colour}"><title>${bin.count} units, confidence ${bin.meanConfidence.toFixed(2)}, right ${bin.shareRight.toFixed(2)}</title></circle>`,
      );
    const at = y(0) + 58 + 18 * i;
    lines.push(
      `<circle cx="${LEFT + 6}" cy="${at - 4}" r="5" fill="${colour}"/><text x="${LEFT + 18}" y="${at}">${name.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</text>`,
    );
  });
  const [width, height] = [LEFT + SIZE + 24, TOP + SIZE + 60 + 18 * curves.length];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12" fill="none">
<title>How often claims are right, by their confidence</title>
<rect width="${width}" height="${height}" fill="#fff"/>
${lines.join("\n").replaceAll("<text ", '<text fill="#222" ')}
</svg>
`;
}

function round(n: number): number {
  return Math.round(n * 10) / 10;
}
