/** A version as apps show it: 4.3.0, 4.3, 4.3.0.1187, 4.3.0 (1187) or 4.3.0-rc.1. */
export interface Version {
  readonly numbers: readonly bigint[];
  readonly preRelease: readonly string[];
  readonly build: bigint;
}

const NUMBER = "(0|[1-9][0-9]{0,17})";
const SHAPE = new RegExp(
  `^${NUMBER}\\.${NUMBER}(?:\\.${NUMBER}(?:\\.${NUMBER})?)?(?:-([0-9A-Za-z.-]+))?(?:\\+[0-9A-Za-z.-]+)?(?: \\(${NUMBER}\\))?$`,
);
const LONGEST = 256;

/** Throws for what is no version. */
export function parseVersion(text: string): Version {
  const match = text.length > LONGEST ? null : SHAPE.exec(text);
  if (!match) {
    throw new Error("no version: write it as 4.3.0, 4.3, 4.3.0.1187 or 4.3.0 (1187)");
  }
  return {
    numbers: [BigInt(match[1]!), BigInt(match[2]!), BigInt(match[3] ?? "0")],
    preRelease: match[5] === undefined ? [] : match[5].split("."),
    build: BigInt(match[4] ?? match[6] ?? "0"),
  };
}

/** Below zero when a comes before b, by SemVer 2.0.0 §11, then by build number. */
export function compareVersions(a: Version, b: Version): number {
  return compareWithoutBuild(a, b) || order(a.build, b.build);
}

/** Whether a document that names a version means another: without a build number it means every build. */
export function covers(named: Version, other: Version): boolean {
  return compareWithoutBuild(named, other) === 0 && (named.build === BigInt(0) || named.build === other.build);
}

function compareWithoutBuild(a: Version, b: Version): number {
  for (let i = 0; i < 3; i++) {
    const byNumber = order(a.numbers[i]!, b.numbers[i]!);
    if (byNumber !== 0) {
      return byNumber;
    }
  }
  if (a.preRelease.length === 0 || b.preRelease.length === 0) {
    return (b.preRelease.length === 0 ? 0 : 1) - (a.preRelease.length === 0 ? 0 : 1);
  }
  for (let i = 0; i < Math.min(a.preRelease.length, b.preRelease.length); i++) {
    const byIdentifier = compareIdentifiers(a.preRelease[i]!, b.preRelease[i]!);
    if (byIdentifier !== 0) {
      return byIdentifier;
    }
  }
  return a.preRelease.length - b.preRelease.length;
}

function compareIdentifiers(a: string, b: string): number {
  const numberA = /^[0-9]+$/.test(a);
  const numberB = /^[0-9]+$/.test(b);
  if (numberA && numberB) {
    return order(BigInt(a), BigInt(b));
  }
  if (numberA !== numberB) {
    return numberA ? -1 : 1;
  }
  return a < b ? -1 : a > b ? 1 : 0;
}

function order(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
