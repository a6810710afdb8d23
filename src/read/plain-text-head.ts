import type { DocumentDate } from "../document/document.ts";
import { readDateLine, readIssueDate } from "./date-line.ts";
import { readDateline } from "./dateline.ts";
import { findDocumentDate, type StatedIn } from "./find-document-date.ts";
import { isNoticeLine } from "./notice-line.ts";
import { capitalShare, isAllCapitals, isGenericHeading } from "./plain-text-headings.ts";
import { isOpen, startsLower, type TextLayout } from "./plain-text-layout.ts";
import type { TextLine } from "./plain-text-lines.ts";
import { isLoneYear, opensWithDate, readListMarker } from "./plain-text-markers.ts";
import type { Known } from "./reader.ts";
import { readStatedDate } from "./stated-date.ts";

/** What stands above a text: its headline, who wrote it, when, for whom. */
export interface Head {
  readonly known: Known;
  /** Line indexes that are the title. */
  readonly title: readonly number[];
  /** Line indexes that are bylines, date lines and the like. */
  readonly notices: ReadonlySet<number>;
  /** Line indexes that look like a title where another one is known: they head a section. */
  readonly section?: readonly number[];
}

const FIELD =
  /^(title|headline|subject|authors?|by|date|dated|published(?: on| at)?|publication date|posted(?: on)?|issued|released|updated|last updated|source|publisher|url|link|web|language|place|location|fecha|título|autor(?:es)?|fuente)\s*:\s+?(\S.*)$/i;
const BYLINE = /^(?:by|written by|reported by|por|par|von|words by)\s+(\p{Lu}.{2,120})$/iu;
const OFFICE =
  /\b(?:ministry|ministerio|embassy|embajada|department of|government of|secretariat|presidency of|office of the|permanent mission|consulate|chancellery|cancillería|united nations|organization of|press office)\b/i;
const NAME = "\\p{Lu}[\\p{L}'’.-]*(?: (?:(?:de|del|da|dos|la|van|von|der|bin|al|y|du) )*\\p{Lu}[\\p{L}'’.-]*){1,4}";
const NAMES = new RegExp(`^${NAME}(?:,? (?:and|y|&|et|und) ${NAME}|, ${NAME}){0,8}$`, "u");
const AFFILIATION =
  /\b(?:university|universidad|institute|instituto|college|department|centre|center|faculty|ministry|school of|council|abstract|resumen)\b|@/i;
const VOLUME = /^(?:vol(?:ume|umen)?\.?|no\.|issue|año|jahrgang|issn)\s*[\dIVXL]+\b/i;
const PAPER =
  /\b(?:Times|News|Post|Herald|Press|Agency|Journal|Daily|Tribune|Gazette|Staff|Correspondent|Reporter|Review|Observer|Guardian|Bulletin)\b/;
const REACH = 16;
const MOST_SEEN = 2000;

/** Reads title, authors, date and publisher off the first lines (and a published-on line at the end). */
export function readHead(lines: readonly TextLine[], layout: TextLayout): Head {
  const notices = new Set<number>();
  const title: number[] = [];
  const authors: string[] = [];
  /** Said less plainly than by a line of its own. */
  let hinted: DocumentDate | null = null;
  let publisher: string | null = null;
  let address: string | null = null;
  let language: string | null = null;
  let fieldTitle: string | null = null;
  const seen = lines.slice(0, REACH * 2).flatMap((line, index) => (line.look?.title ? [index] : []));
  title.push(...seen);
  const labelled = findLabelledTitle(lines);
  let at = 0;
  for (; at < Math.min(lines.length, REACH); at++) {
    const line = lines[at]!;
    const { text } = line;
    if (seen.includes(at)) continue;
    if (text.length > 240) break;
    if (seen.length > 0 && at < seen[0]!) {
      if (isNoticeLine(text) || OFFICE.test(text) || readDateLine(text)) notices.add(at);
      continue;
    }
    if (title.length === 0 && readIssueDate(text)) {
      notices.add(at);
      continue;
    }
    if (title.length === 0 && !fieldTitle && at > labelled && isTitle(lines, at, layout)) {
      title.push(...titleLines(lines, at, layout));
      at = title.at(-1)!;
      continue;
    }
    const field = FIELD.exec(text);
    if (field && text.length <= 160 && !(field[1]!.toLowerCase() === "by" && !/^\p{Lu}/u.test(field[2]!))) {
      const name = field[1]!.toLowerCase();
      const value = field[2]!.trim();
      if (/^(?:title|headline|subject|título)$/.test(name)) {
        fieldTitle ??= value;
        title.push(at);
        continue;
      }
      if (/^(?:authors?|by|autor)/.test(name)) authors.push(...splitNames(value));
      else if (/^(?:source|publisher|fuente)$/.test(name)) publisher ??= value;
      else if (/^(?:url|link|web)$/.test(name)) address ??= /^https?:\/\/\S+$/.test(value) ? value : null;
      else if (name === "language") language ??= /^[a-z]{2,3}(?:-[A-Za-z]+)*$/.test(value) ? value : null;
      else if (!/^(?:place|location)$/.test(name)) {
        const edtf = readStatedDate(value);
        if (edtf && !readDateLine(text) && name !== "date" && !/update/.test(name)) hinted ??= { edtf, basis: "dateline" };
        else if (!edtf && !/^(?:updated|last updated)$/.test(name)) break;
      }
      notices.add(at);
      continue;
    }
    if (title.length === 0 && fieldTitle === null && authors.length === 0 && at > 3 && at > labelled) break;
    if (title.length === 0 && VOLUME.test(lines[at + 1]?.text ?? "") && text.length <= 100 && isOpen(line)) {
      publisher ??= text;
      const year = /\b(?:19|20)\d\d\b/.exec(lines[at + 1]!.text)?.[0];
      if (year) hinted ??= { edtf: year, basis: "dateline" };
      notices.add(at).add(at + 1);
      at++;
      continue;
    }
    if (PAPER.test(text) && authors.length > 0 && text.length <= 60 && isOpen(line)) {
      publisher ??= text;
      notices.add(at);
      continue;
    }
    const byline = BYLINE.exec(text);
    if (byline && text.length <= 140 && isOpen({ ...line, text: text.replace(/\.$/, "") })) {
      const [names = "", ...rest] = byline[1]!.split(/\s*[|·•]\s*|\s+[–—-]\s+/);
      const found = splitNames(names);
      if (found.length) {
        authors.push(...found);
        const edtf = readStatedDate(rest.join(" "));
        if (edtf) hinted ??= { edtf, basis: "dateline" };
        notices.add(at);
        continue;
      }
    }
    if (byline && title.length > 0 && text.length <= 60 && isOpen(line)) {
      notices.add(at);
      continue;
    }
    if (readDateLine(text)) {
      notices.add(at);
      continue;
    }
    if (isNoticeLine(text)) {
      notices.add(at);
      continue;
    }
    if (title.length === 0 && OFFICE.test(text) && isOfficeLine(lines, at, layout)) {
      publisher ??= text;
      notices.add(at);
      continue;
    }
    if (title.length === 0 && isLetterhead(lines, at, layout)) {
      notices.add(at);
      continue;
    }
    if (title.length > 0 && isAuthorLine(lines, at)) {
      authors.push(...splitNames(text.replace(/[*†‡\d¹²³]+/g, "")));
      notices.add(at);
      continue;
    }
    if (title.length > 0 && authors.length > 0 && text.length <= 120 && isAffiliation(lines, at)) {
      notices.add(at);
      continue;
    }
    if (
      line.look &&
      line.look.heading > 0 &&
      title.length > 0 &&
      authors.length === 0 &&
      !/^\d|^[IVX]+\./.test(text) &&
      !isGenericHeading(text)
    )
      continue;
    if (at < labelled) {
      notices.add(at);
      continue;
    }
    break;
  }
  const datelines = lines.slice(at, at + 4).map((line) => readDateline(line.text));
  const dateline = datelines.find((found) => found?.edtf || found?.agency) ?? null;
  if (dateline?.agency && /^\p{Lu}[\p{L}. /]{1,24}$/u.test(dateline.agency)) publisher ??= dateline.agency;
  const date = findDocumentDate(stated(lines, title)) ?? hinted;
  const spelled = fieldTitle ?? null;
  return { known: { title: spelled, authors, date, publisher, address, language }, title, notices };
}

/** The head of a text whose title is stated elsewhere: a line that says the same is the title, another one heads a section. */
export function withKnownTitle(head: Head, lines: readonly TextLine[], title: string): Head {
  const textOf = (indexes: readonly number[]): string => indexes.map((at) => lines[at]!.text).join(" ");
  if (head.title.length > 0 && saysSame(textOf(head.title), title)) return head;
  const own = lines.slice(0, 4).findIndex((line) => saysSame(line.text, title));
  const section = head.title.filter((at) => at !== own);
  return { ...head, title: own < 0 ? [] : [own], section };
}

/** The same words, or one the greater part of the other. */
function saysSame(text: string, title: string): boolean {
  const [short = "", long = ""] = [text, title]
    .map(
      (words) =>
        words
          .replace(/^(?:title|headline|subject|título)\s*:\s+/i, "")
          .toLowerCase()
          .match(/[\p{L}\p{N}]+/gu)
          ?.join(" ") ?? "",
    )
    .sort((a, b) => a.length - b.length);
  return short === long || (short.length >= 8 && 2 * short.length >= long.length && ` ${long} `.includes(` ${short} `));
}

/** The lines that may say when the text was written; those of the title as one. */
function stated(lines: readonly TextLine[], title: readonly number[]): StatedIn[] {
  const heading = title.map((at) => lines[at]!.text).join(" ");
  const kept = lines.length > MOST_SEEN ? [...lines.slice(0, MOST_SEEN), ...lines.slice(-8)] : lines;
  return kept.flatMap(({ text }, at): StatedIn[] => {
    if (title.includes(at)) return at === title[0] ? [{ text: heading, kind: "title" }] : [];
    return [{ text, kind: readListMarker(text) ? "item" : "line" }];
  });
}

function isTitle(lines: readonly TextLine[], at: number, layout: TextLayout): boolean {
  const line = lines[at]!;
  const next = lines[at + 1];
  const { text } = line;
  if (!next || text.length > 220 || text.length < 4 || startsLower(line) || !/\p{L}{2}/u.test(text)) return false;
  if (isGenericHeading(text) || isNoticeLine(text) || FIELD.test(text) || BYLINE.test(text) || readDateLine(text)) return false;
  if (readDateline(text)?.edtf || readDateline(text)?.agency || opensWithDate(text) || readListMarker(text)) return false;
  if (/[.;,:]$/.test(text) && !/\b(?:\p{Lu}\.){1,3}$/u.test(text) && !isFirstTitleLine(lines, at, layout)) return false;
  if (VOLUME.test(next.text) || VOLUME.test(text) || isLetterhead(lines, at, layout)) return false;
  if (/\t| {3}/.test(text) || /^\d+(?:\.\d+)*\.?\s/.test(text)) return false;
  if (OFFICE.test(text) && isOfficeLine(lines, at, layout)) return false;
  if (text.split(/\s+/).length > 34) return false;
  if (!layout.wrapped) {
    const dated = lines.slice(at + 1, at + 8).filter((other) => opensWithDate(other.text) || isLoneYear(other.text));
    if (at === 0 && dated.length >= 2 && isOpen(line)) return true;
    const body = lines.slice(at + 1, at + 8).find((other) => other.text.length > 100 || /[.!?]["”’)]?$/.test(other.text));
    return body !== undefined && (body.text.length > text.length || next.gap > 0);
  }
  if (startsLower(next) && !(next.gap <= layout.lineGap && (lines[at + 2]?.gap ?? 0) > layout.lineGap)) return false;
  if (next.gap > layout.lineGap) return true;
  if (BYLINE.test(next.text) || readDateLine(next.text) || FIELD.test(next.text)) return true;
  const run = titleLines(lines, at, layout);
  const after = lines[run.at(-1)! + 1];
  if (after && startsLower(after)) return false;
  if (run.length > 1 && after && (after.gap > layout.lineGap || BYLINE.test(after.text))) return true;
  if (layout.allCapitals) return false;
  const marked = isAllCapitals(text) || (capitalShare(text) >= 0.75 && text.length < 0.85 * layout.edge);
  return marked && at === 0 && text.length < layout.edge && !hasSectionsLike(lines, text, layout);
}

/** The line "Subject: …" or "Title: …", where only short lines stand above it; else -1. */
function findLabelledTitle(lines: readonly TextLine[]): number {
  const at = lines.slice(0, REACH - 2).findIndex((line) => /^(?:title|headline|subject|título)\s*:\s+?\S/i.test(line.text));
  return at > 0 && lines.slice(0, at).every((line) => line.text.length <= 100 && isOpen(line)) ? at : -1;
}

/** "Ports of the South:" over the rest of the title. */
function isFirstTitleLine(lines: readonly TextLine[], at: number, layout: TextLayout): boolean {
  const next = lines[at + 1]!;
  if (!lines[at]!.text.endsWith(":") || next.gap > layout.lineGap || readListMarker(next.text) || opensWithDate(next.text)) return false;
  return isOpen(next) && capitalShare(next.text) >= 0.6 && next.text.length < 100 && capitalShare(lines[at]!.text) >= 0.6;
}

/** A second line of a letterhead: short, and a "press release" line stands between it and the headline. */
function isLetterhead(lines: readonly TextLine[], at: number, layout: TextLayout): boolean {
  const after = lines[at + 2];
  return (
    at > 0 &&
    after !== undefined &&
    lines[at]!.text.split(/\s+/).length <= 5 &&
    isNoticeLine(lines[at + 1]!.text) &&
    !readDateLine(after.text) &&
    after.text.length < 1.5 * Math.min(layout.edge, 120) &&
    isOpen(after)
  );
}

/** Other lines of the same kind head sections, so the first is a section heading too and the title is missing. */
function hasSectionsLike(lines: readonly TextLine[], text: string, layout: TextLayout): boolean {
  if (!isAllCapitals(text)) return false;
  let others = 0;
  for (let i = 2; i < Math.min(lines.length, 4000); i++) {
    const line = lines[i]!;
    if (isAllCapitals(line.text) && line.text.length < 100 && !isOpen({ ...lines[i - 1]!, text: lines[i - 1]!.text })) others++;
  }
  return others >= 2 && lines[1]!.gap <= layout.lineGap;
}

function titleLines(lines: readonly TextLine[], at: number, layout: TextLayout): number[] {
  const found = [at];
  if (!layout.wrapped) {
    // a title in capitals goes on as long as its lines stand together: "JOINT COMMUNIQUE / BETWEEN PERU AND FINLAND"
    for (let i = at + 1; i < Math.min(lines.length - 1, at + 5) && isAllCapitals(lines[at]!.text); i++) {
      const { text, gap } = lines[i]!;
      if (gap > 0 || !isAllCapitals(text) || readDateLine(text) || isGenericHeading(text) || isNoticeLine(text) || BYLINE.test(text)) break;
      found.push(i);
    }
    return found;
  }
  for (let i = at + 1; i < Math.min(lines.length - 1, at + 4); i++) {
    const line = lines[i]!;
    const last = lines[i - 1]!;
    if (line.gap > layout.lineGap || line.text.length > 1.1 * layout.edge || !/\p{L}/u.test(line.text)) break;
    if (
      BYLINE.test(line.text) ||
      FIELD.test(line.text) ||
      readDateLine(line.text) ||
      isGenericHeading(line.text) ||
      isNoticeLine(line.text)
    )
      break;
    const capitals = isAllCapitals(line.text) && isAllCapitals(last.text);
    const after = lines[i + 1]!;
    const closes =
      after.gap > layout.lineGap ||
      BYLINE.test(after.text) ||
      readDateLine(after.text) !== null ||
      isGenericHeading(after.text) ||
      isAuthorLine(lines, i + 1);
    if (isAuthorLine(lines, i)) break;
    const alike = !isAllCapitals(last.text) && isOpen(line) && closes;
    if (!capitals && !alike) break;
    found.push(i);
  }
  return found;
}

/** A letterhead: an office's name above the headline. */
function isOfficeLine(lines: readonly TextLine[], at: number, layout: TextLayout): boolean {
  const { text } = lines[at]!;
  const next = lines[at + 1];
  if (!next || text.length > 90 || text.split(/\s+/).length > 9 || (capitalShare(text) < 0.9 && !isAllCapitals(text))) return false;
  if (/\b(?:meets|visits|signs|says|hosts|opens|joins|calls|to|with|and \p{Lu}\p{L}+ (?:sign|meet|hold|agree))\b/iu.test(text))
    return false;
  const short = next.text.length < (layout.wrapped ? layout.edge : 160) && isOpen(next);
  return short && !startsLower(next);
}

/** Where an author works, under the name. */
function isAffiliation(lines: readonly TextLine[], at: number): boolean {
  const line = lines[at]!;
  const next = lines[at + 1];
  if (!AFFILIATION.test(line.text) || /^(?:abstract|resumen|keywords?)\b/i.test(line.text) || !isOpen(line)) return false;
  return !next || !startsLower(next);
}

function isAuthorLine(lines: readonly TextLine[], at: number): boolean {
  const text = lines[at]!.text.replace(/[*†‡\d¹²³]+(?=,|\s|$)/g, "").trim();
  if (text.length > 140 || !NAMES.test(text)) return false;
  const { look } = lines[at]!;
  const next = lines[at + 1];
  if (look && look.heading > 0 && next && ((next.look?.heading ?? 0) > 0 || (next.gap > 0 && next.text.length < 60))) return true;
  const initials = /\b\p{Lu}\. ?\p{Lu}/u.test(text);
  return initials || lines.slice(at + 1, at + 4).some((line) => line.text.length < 160 && AFFILIATION.test(line.text));
}

function splitNames(text: string): string[] {
  return text
    .replace(/\(.*?\)/g, "")
    .split(/\s*(?:,|;|\||\s&\s|\sand\s|\sy\s|\set\s|\sund\s)\s*/)
    .map((name) => name.replace(/^(?:by|and|y)\s+/i, "").trim())
    .filter(
      (name) =>
        new RegExp(`^${NAME}$`, "u").test(name) &&
        !AFFILIATION.test(name) &&
        !/\b(?:Correspondent|Editor|Staff|Writer|News|Times|Press|Agency|Herald|Our)\b/.test(name),
    );
}
