/**
 * What becomes of a template, by name.
 *
 * `1` … `9` the text of that positional parameter · `last` of the last one · `all` every positional parameter ·
 * `lines` each on a line of its own (a list) · `commas` in a row · `quote` a block quotation · `flag` the country · `icon` the country
 * where nothing else names it · `pages` links apart from the text · `note` a footnote · `short` a short citation ·
 * `named` a reference by name · `cite` a citation · `data` an infobox · `date` a date · `since` "As of" and a date ·
 * `amount` a number with its unit · `money` a sum · `language` text in a language that is named before it · `sign` a fixed text ·
 * `name` first and last name · `none` nothing.
 */
export type Treatment =
  | "1"
  | "2"
  | "last"
  | "all"
  | "lines"
  | "commas"
  | "quote"
  | "flag"
  | "icon"
  | "pages"
  | "note"
  | "short"
  | "named"
  | "cite"
  | "data"
  | "date"
  | "since"
  | "amount"
  | "money"
  | "language"
  | "sign"
  | "name"
  | "none"
  | "answer"
  | "interlanguage"
  | "if"
  | "circa"
  | "ship"
  | "fraction"
  | "harvard";

const BY_TREATMENT: Readonly<Record<string, string>> = {
  "1": `nowrap, nobr, nobreak, small, smaller, big, larger, resize, nobold, noitalic, nobold italic, strong, em, bold, italic, italics, bi,
    center, centre, left, right, midsize, abbr, abbrlink, tooltip, abbreviation, plainlist, flatlist, plain list, flat list,
    unbulleted, sic, not a typo, typo, proper name, as written, notatypo, linktext, dlw, visible anchor, vanchor, smallcaps, sc, sc2,
    smallcaps2, allcaps, mono, code, tt, kbd, var, samp, strikethrough, s, del, underline, u, uline, ins, overline, sup, sub, no wrap,
    nowraplinks, script, unicode, noprint, ruby-text, vertical header, vert header, box, poem, poemquote, verse translation, highlight,
    hlite, text, delink, keep, first word, title case, lc, uc, lcfirst, ucfirst, padleft, formatnum, nts, number table sorting, val,
    num, gaps, formatprice, div col content, columns list, columns-list, column list, div columns, multicol-content, noflag, stack,
    clarify span, citation needed span, cn-span, fact span, dubious span, who span, title-case, sronly, screen reader-only, nolink,
    disambiguated, no italic, plain text, norm, normal, nonumber, tq, xt, !xt, not translated, avoid wrap, nwr, j, hanging indent,
    block indent, blockindent, quote paragraph, paragraph, font, fontsize, bigger, smallsup, nomobile, onlymobile, desktop`,
  "2": `lang, transl, transliteration, translit, script/lang, color, colour, font color, font colour, fontcolor, coloured text,
    colored text, colortext, background color, bgcolor, bg, text color, sort, sortkey, align, aligned, floating text, hidden text,
    ruby, rotate, background, linkcolor, link color, ls, sdash, wikt-lang, hover title, hovertext, hover-text, h:title, font family,
    highlight round, resize2`,
  last: `langx2, legend2, legend, color box, collapsible section, hidden, hid`,
  all: `nowrap all, chem, chem2, concat`,
  lines: `ubl, unbulleted list, ublist, ubil, unordered list, bulleted list, bulletedlist, blist, ulist, collapsible list, ordered list,
    olist, hidden list, vunblist, unbullet, vertical list, glossary list, bl, numbered list, indented plainlist, linebreak list`,
  commas: `hlist, horizontal list, hlist-comma, cslist, comma separated entries, comma-separated entries, csv, enum, pagelist, flathlist,
    ill list`,
  quote: `quote, blockquote, cquote, quotation, quote box, quotebox, quote frame, centered pull quote, rquote, bquote, longquote, cita,
    citação, citação2, cita2, zitat`,
  flag: `flag, flagcountry, flagu, flagg, flag country, flaglist, flagb, flagc, flag+link, flaglink, flag2, fla, flagcountry2, flagcountryq,
    country, country flag, nation, flagcu, band, flagright, bandera2, bandeira2, drapeau2, pays, país, pavillon,
    flag-team, flagmed, noflagcountry, flag link, flagbig, flag entity, autolink country`,
  icon: `bandera, bandeira, flagicon, flag icon, flagdeco, flag deco, flagicon image, flagiconl, flag decoration, flags, bandera icono, icona flag,
    geodata flag, drapeau, bandeiraicon, flagge, flagcountryicon, noflagicon, fb, army icon, navy icon`,
  pages: `main, main article, main articles, see also, seealso, further, further information, furtherinfo, details, more information,
    broader, for, about, distinguish, other uses, otheruses, redirect, hatnote link, main list, main category, cat main,
    category see also, catmain, labelled list hatnote, see, see also2, further2, main2, see2, ap, artículo principal, artigo principal,
    article détaillé, hauptartikel, véase también, vt, ver também, voir aussi, siehe auch, principal, detalhes, mais informações,
    ver artigo principal, anexo, more, 主要, loc, article principal, section link, slink list, vedi anche, redirect-multi, for multi,
    redirect2, confused, not to be confused with, summary, subarticle, for timeline, for outline`,
  note: `efn, efn-ua, efn-lr, efn-la, efn-lg, efn-ug, refn, ref, footnote, notetag, fn-text, #tag:ref, nota, nota explicativa, refnest,
    efn2, ref+, citar nota`,
  short: `sfn, sfnp, sfnm, sfnmp, harvnb, shortened footnote, snf, ref-sfn`,
  harvard: `harv, harvtxt, harvcol, harvcolnb, harvp, harvcoltxt, harvard citation`,
  named: `r, ref name, rp-named, named ref, refer`,
  date: `start date, end date, start-date, end-date, start date and age, end date and age, start and end dates, birth date,
    birth date and age, birth-date, bda, death date, death date and age, death-date, dts, date, date table sorting, datetable,
    film date, launch date, release date, dob, dod, ntd, date-mf, fecha, data, data inicio, format date, formatdate, #dateformat,
    #formatdate, fecha de inicio, inicio, data de início, opened date, d, date of birth, birth year, event date, sortdate, dmy, mdy`,
  since: `as of, asof, as at, a partir de, als of`,
  circa: `circa, c., ca, ca., circ, around, approximately, approx, fl., floruit, reign, r., died, born`,
  amount: `convert, cvt, conv, convert/2, unité, unidade, conversion, height, weight, pop density, val unit, unit, convinfobox, nb, nombre`,
  money: `us$, usd, a$, aud, ca$, cad, c$, nz$, nzd, hk$, s$, r$, brl, mxn, clp, ars, gbp, £, gbp sign, pound, pounds, eur, euro, €, ¥, jpy,
    cny, cn¥, rmb, renminbi, won, krw, ₩, inr, ₹, indian rupee, rupee, chf, sek, nok, dkk, currency, us dollar, inrconvert, usdcny,
    pkr, php, peso, pesos, lira, try, zar, rub, ruble, ₽, naira, ngn, egp, ils, nis, usd conv, to usd, format price, py$, cop, pen,
    uyu, ves`,
  language: `langx, lang-x`,
  name: `sortname, sort name, sorted name, last-first, hs name`,
  interlanguage: `ill, interlanguage link, link-interwiki, ill2, ill-wd, iw2, illm, interlanguage link multi, interwiki link, link interlang,
    enlace interlingüístico, lien, ilw, ill-wd2, red link interlang, linktext-ill, ling`,
  answer: `yes, no, yes2, no2, ya, na, n/a, tba, tbd, tbc, partial, partially, some, unknown, maybe, pending, planned, proposed, included,
    active, inactive, won, nom, draw, rejected, cancelled, good, bad, okay, sometimes, depends, any, n/a2, dunno, nonfree, free,
    yes-no, site active, site inactive, success, failure, partial success, operational, terminated, nominated, sho, both, not yet,
    incumbent, usually, rarely, table-yes, table-no, no result, eliminated, ongoing, beta, coming soon, optional, required,
    not required, varies, sí, sim, não, oui, non, ja, nein`,
  ship: `ship, uss, hms, hmcs, hmas, ins, rms, ss, mv, usns, uscgc, hmnzs, arm, bap, bae, ara, brp, jds, roks, usrc, sclass, sclass2,
    sclass-, hnoms, hdms, hnlms, hswms`,
  fraction: `frac, fraction, sfrac, mfrac`,
  if: `#if, #ifeq, #switch, #ifexist, #iferror, #ifexpr, #if2, yesno`,
  cite: `citation, citation/core, vcite, cit, cite, ouvrage, article, lien web, lien brisé, internetquelle, literatur, obra citada,
    citar web, cita web, cita noticia, cita libro, cita publicación, enlace roto, cytuj, citeweb, citebook, citenews, citejournal,
    web reference, harvard reference, cite-web, official website, official url, oclc cite, literature, cita news, ref-web, ref-livre,
    bibliografia, catholic encyclopedia, britannica, eb1911, isbn cite, youtube, twitter post`,
  data: `speciesbox, taxobox, geobox, chembox, drugbox, ficha, info, bilateral relations, diplomatic mission infobox,
    ficha de relaciones bilaterales, ficha de país, info/relações bilaterais`,
  none: `reflist, references, ref list, refs, reference list, notelist, notelist-ua, notelist-lr, notes, noteslist, efn list, listaref,
    referencias, refbegin, refend, div col, div col end, colbegin, colend, div col begin, col-begin, col-2, col-3, col-4, col-5,
    col-break, col-end, multicol, multicol-break, multicol-end, endplainlist, endflatlist, top, bottom, mid, clear, clr, -, clearleft,
    clear left, clear right, break, toc, toc left, toc right, toclimit, toc limit, tocright, tocleft, horizontal toc, compact toc,
    short description, shortdesc, description courte, use dmy dates, use mdy dates, use british english, use american english,
    use ymd dates, use indian english, use oxford spelling, use list-defined references, engvarb, italic title, italictitle,
    lowercase title, good article, featured article, ga icon, fa, pp, pp-protected, pp-move, pp-semi, pp-semi-indef, pp-vandalism,
    pp-pc, pp-move-indef, pp-extended, coord, coords, coordinates, ipa, ipac-en, ipa-en, ipa-es, ipa-pt, ipa-fr, ipa-all, respell,
    audio, pronunciation, pron, listen, audio-ipa, portal, portal bar, portal inline, portail, subject bar, authority control,
    autoritätskontrolle, authority control (arts), control de autoridades, commons, commons category, commonscat, commons cat,
    commons category-inline, commons-inline, commons category inline, wikiquote, wikisource, wiktionary, wikinews, wikivoyage,
    sister project links, sister project, sisterlinks, wikibooks, wikiversity, wikispecies, wikidata property, stub, sectstub, hs,
    hidden sort, hiddensort, ntsh, dtsh, sort hidden, increase, decrease, steady, gain, loss, profit, nochange, increase2, decrease2,
    increasenegative, decreasepositive, up, down, same, rise, fall, dead link, deadlink, dead, cbignore, webarchive, wayback,
    bare url inline, self-published inline, subscription required, registration required, subscription, closed access, open access,
    free access, link rot, full citation needed, rp, page needed, page number, citation needed, cn, fact, cit needed,
    citation needed lead, better source, better source needed, unreliable source, unreliable source?, primary source inline,
    non-primary source needed, third-party inline, when, when?, where, who, who?, which, which?, whom, whom?, what, why, why?, how,
    how?, clarify, clarify inline, clarification needed, vague, dubious, disputed inline, disputed – discuss, pov inline,
    pov statement, weasel inline, weasel-inline, by whom, by whom?, according to whom, according to whom?, failed verification,
    verify source, verification needed, not in citation, not in source, update inline, update needed, update after,
    needs update inline, outdated inline, original research inline, or, synthesis inline, synthesis-inline, peacock inline,
    peacock term, speculation inline, undue inline, relevance inline, importance inline, relevance?, importance?, quantify,
    contradictory inline, contradict-inline, inconsistent, tone inline, opinion, editorializing, promotional inline, specify,
    definition needed, date missing, year needed, month needed, time needed, timeframe, needs independent confirmation,
    obsolete source, deprecated inline, incomplete short citation, isbn, issn, oclc, doi, pmid, arxiv, bibcode, jstor, s2cid, in lang,
    en icon, es icon, fr icon, pt icon, de icon, language icon, languageicon, link language, refimprove, more citations needed,
    unreferenced, unsourced, refimprove section, unreferenced section, more citations needed section, one source, update, outdated,
    update section, expand section, expand, expand spanish, expand language, empty section, cleanup, copyedit, copy edit, pov, npov,
    neutrality, disputed, globalize, original research, tone, orphan, wikify, multiple issues, article issues, issues, notability,
    advert, coi, essay-like, lead too short, lead rewrite, too long, very long, split, split section, merge, merge to, merge from,
    mergeto, mergefrom, current, current event, under construction, in use, inuse, story, prose, confusing, more footnotes,
    no footnotes, more footnotes needed, no citations, citation style, cleanup bare urls, bare urls, linkrot, underlinked, overlinked,
    dead end, systemic bias, over-quotation, overly detailed, undue weight, undue, fanpov, factual accuracy, hoax, primary sources,
    third-party, blp sources, blp unsourced, rough translation, translation, translated page, cleanup translation, notenglish,
    technical, jargon, incomplete, incomplete list, dynamic list, section too short, expert needed, expert, sources, self-published,
    unreliable sources, self sourcing, sections, cleanup rewrite, cleanup section, cleanup list, cleanup table, more sources,
    importance section, recentism, historical information needed, redirect-distinguish, redirect category shell, r from move, redr,
    rcat shell, featured list, family name hatnote, spanish name, portuguese name, korean name, chinese name, family name,
    eastern name order, nobots, bots, anchor, anchors, shy, wbr, zwj, zwnj, zwsp, void, null, #invoke, #expr, #time, #section,
    #section-h, #lst, #lsth, #property, #statements, #tag:references, #tag:gallery, #tag:templatestyles, #babel, #coordinates,
    #related, #seo, #vardefine, #var, tocnumber, size, image label begin, image label, image label end, location map, location map+,
    location map~, annotated image, double image, multiple image, triple image, panorama, wide image, css image crop, gallery,
    superimpose, image frame, bar box, bar chart, pie chart, graph:chart, graph, chart, line chart, mapframe, maplink,
    osm location map, timeline, sortable end, table end, s-start, s-end, s-bef, s-aft, s-ttl, s-off, s-dip, s-gov, s-new, s-ref,
    succession box, start box, end box, navboxes, navbox, sidebar, article-stub, life in, ahnentafel, clade, tracking category,
    category handler, main page, wikiproject, talk header, interwiki, link fa, link ga, for loop, nofollow, noindex, no toc, __notoc__,
    chart top, chart bottom, hidden begin, hidden end, collapse top, collapse bottom, cot, cob, hat, hab, begin, end, image array, css,
    stack begin, stack end, row hover highlight, static row numbers, sticky header, table alignment, mw-datatable, sortable table,
    notelist-la, country data, portalbar, unicode symbol, esp, transclude, excerpt, politics of, about month, calendar, age,
    age in years, years ago, age in days, age in years and days, currentyear, currentmonth, currentday, currentmonthname, currentdate,
    currenttime, localyear, numberofarticles, now, today, time ago, time interval, revisionyear, revisionid, revisionuser, pagename,
    fullpagename, namespace, basepagename, subpagename, talkpagename, sitename, server, currentversion, pagesize`,
  sign: `nbsp, space, spaces, snd, spnd, sndash, spaced ndash, spaced en dash, ndash, endash, en dash, –, mdash, emdash, em dash,
    spaced mdash, —, dash, ', '', 's, ' ", " ', \\, •, dot, middot, ·, bull, bullet, pipe, (, ), ((, )), [, ], mul, times, ×, minus, −,
    plus minus, ±, plusminus, approx sign, ~, hyphen, slash, wj, thinsp, thin space, hair space, nnbsp, ldquo, rdquo, lsquo, rsquo,
    tick, check, checkmark, check mark, aye, cross, x mark, nay, dagger, dagger symbol, double-dagger, double dagger, degree, °,
    infinity, #, number sign, colon, comma, semicolon, lbrace, rbrace, lbrack, rbrack, ell, ..., ellipsis, and, hr, br, crlf, crlf2, p,
    okina, prime, pad, gap, nb space, 0, indent, in5, quad`,
};

/** Text that a template stands for. */
export const SIGNS: Readonly<Record<string, string>> = {
  snd: " – ",
  spnd: " – ",
  sndash: " – ",
  "spaced ndash": " – ",
  "spaced en dash": " – ",
  ndash: "–",
  endash: "–",
  "en dash": "–",
  "–": "–",
  mdash: "—",
  emdash: "—",
  "em dash": "—",
  "—": "—",
  "spaced mdash": " — ",
  dash: "–",
  "'": "'",
  "''": "″",
  "'s": "'s",
  "' \"": "' \"",
  "\" '": "\" '",
  "•": " • ",
  dot: " · ",
  middot: " · ",
  "·": " · ",
  bull: " • ",
  bullet: " • ",
  "(": "(",
  ")": ")",
  "((": "{{",
  "))": "}}",
  "[": "[",
  "]": "]",
  mul: "×",
  times: "×",
  "×": "×",
  minus: "−",
  "−": "−",
  "±": "±",
  "plus minus": "±",
  plusminus: "±",
  "~": "~",
  hyphen: "-",
  slash: "/",
  tick: "✓",
  check: "✓",
  checkmark: "✓",
  "check mark": "✓",
  aye: "✓",
  cross: "✗",
  "x mark": "✗",
  nay: "✗",
  degree: "°",
  "°": "°",
  infinity: "∞",
  "#": "#",
  "number sign": "#",
  colon: ":",
  comma: ",",
  semicolon: ";",
  lbrack: "[",
  rbrack: "]",
  lbrace: "{",
  rbrace: "}",
  "...": "...",
  ellipsis: "…",
  and: "and",
  okina: "ʻ",
  prime: "′",
  ldquo: "“",
  rdquo: "”",
  lsquo: "‘",
  rsquo: "’",
  wj: "",
  dagger: "",
  "dagger symbol": "",
  "double-dagger": "",
  "double dagger": "",
};

const TREATMENTS = new Map<string, Treatment>();
for (const [treatment, names] of Object.entries(BY_TREATMENT))
  for (const name of names.split(",")) TREATMENTS.set(name.replace(/\s+/g, " ").trim(), treatment as Treatment);

const BY_PATTERN: readonly (readonly [RegExp, Treatment])[] = [
  [/^infobox\b|\binfobox$|^infocaja|^ficha de |^info\/|^infoboks|^infobox_/, "data"],
  [/^(?:cite|vcite|cita|citar|citeer|citation)[ /-]\S/, "cite"],
  [/^lang-\w/, "language"],
  [/^(?:ipa|ipac)-/, "none"],
  [/^(?:use|pp|r to|r from|wikiproject|sidebar|navbox|portal|shortcut|s)[ -]/, "none"],
  [/(?:-|\b)stub$/, "none"],
  [/\b(?:needed|inline|sidebar|navbox|navigation|topics)\??$/, "none"],
  [/^#tag:/, "none"],
  [/^(?:formatnum|lc|uc|ucfirst|lcfirst|padleft|plural|urlencode|anchorencode|int|grammar):/, "1"],
  [/^(?:currentyear|currentmonth|currentday|localyear|numberof|#)/, "none"],
  [/^flagicon\b/, "icon"],
  [/^(?:main|see also|further)\b/, "pages"],
];

/** What becomes of the template `name` (lower case, spaces for underscores), or null when nothing is known of it. */
export function treatmentOf(name: string): Treatment | null {
  const known = TREATMENTS.get(name);
  if (known) return known;
  for (const [pattern, treatment] of BY_PATTERN) if (pattern.test(name)) return treatment;
  return null;
}
