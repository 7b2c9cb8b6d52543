
"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const SEVERITIES = ["critical", "high", "medium", "low", "info"];
  const PAGE = 60;
  const findings = data.findings;
  const byId = new Map(findings.map((f, i) => [f.id, i]));
  const brokenBy = new Map();
  const collator = new Intl.Collator("en");

  // Text from the project goes into text nodes only; characters that nobody sees are shown as their numbers.
  const HIDDEN = /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
  const SVG = "http://www.w3.org/2000/svg";
  function put(element, children) {
    for (const child of children.flat(9)) {
      if (child === null || child === undefined || child === false) continue;
      if (child instanceof Node) { element.append(child); continue; }
      const text = String(child).replace(/\r\n?/g, "\n");
      let from = 0;
      for (const hit of text.matchAll(HIDDEN)) {
        element.append(text.slice(from, hit.index));
        const mark = document.createElement("span");
        mark.className = "hid";
        mark.title = "a hidden character";
        mark.textContent = "U+" + hit[0].codePointAt(0).toString(16).toUpperCase().padStart(4, "0");
        element.append(mark);
        from = hit.index + hit[0].length;
      }
      element.append(text.slice(from));
    }
    return element;
  }
  const plain = text => String(text).replace(HIDDEN, c => "[U+" + c.codePointAt(0).toString(16).toUpperCase().padStart(4, "0") + "]");
  function set(element, attributes) {
    for (const [name, value] of Object.entries(attributes || {})) {
      if (value === null || value === undefined || value === false) continue;
      if (name === "on") for (const [event, run] of Object.entries(value)) element.addEventListener(event, run);
      else element.setAttribute(name, value === true ? "" : plain(value));
    }
    return element;
  }
  const h = (tag, attributes, ...children) => put(set(document.createElement(tag), attributes), children);
  const s = (tag, attributes, ...children) => put(set(document.createElementNS(SVG, tag), attributes), children);
  const iso = text => h("bdi", {}, text);
  const number = n => n.toLocaleString("en");
  const plural = (n, one, many) => number(n) + " " + (n === 1 ? one : many || one + "s");
  const icon = path => s("svg", { viewBox: "0 0 16 16", "aria-hidden": "true" }, s("path", { d: path, fill: "none", stroke: "currentColor", "stroke-width": "2.4", "stroke-linecap": "round", "stroke-linejoin": "round" }));
  const capital = text => text.charAt(0).toUpperCase() + text.slice(1);
  const words = label => label.replace(/-/g, " ");
  function link(address, text) {
    let url;
    try { url = new URL(address); } catch (notAnAddress) { return h("code", {}, address); }
    return url.protocol === "https:" || url.protocol === "http:"
      ? h("a", { href: url.href, rel: "noopener noreferrer" }, text || address) : h("code", {}, address);
  }
  const when = text => text.replace("T", " ").replace(/(:\d\d)(:\d\d(\.\d+)?)Z$/, "$1 UTC");

  for (const rule of data.verdict.rules) if (!rule.passed) for (const id of rule.findings) brokenBy.set(id, (brokenBy.get(id) || []).concat(rule.rule));
  const place = f => f.location.type === "code" ? (f.location.file || f.location.className) + (f.location.startLine ? ":" + f.location.startLine : "")
    : f.location.type === "dependency" ? f.location.purl : f.location.method + " " + f.location.url;
  const modulesOf = f => (f.location.type === "code" ? [f.location.module] : f.location.type === "dependency" ? f.location.modules : []).map(plain);
  let edition = data.owaspTop10.length ? data.owaspTop10[0].edition : "2025";
  const categories = f => f.owasp[edition] || [];
  const levelOf = f => f.triage ? f.triage.level : "likely";
  const believed = f => levelOf(f) === "likely" || levelOf(f) === "confirmed";
  const counting = findings.filter(f => !f.acceptance && believed(f));
  const aside = findings.filter(f => !f.acceptance && !believed(f));
  const proofs = new Map();
  for (const c of data.confirmations) proofs.set(c.finding, (proofs.get(c.finding) || []).concat(c));
  const count = test => counting.reduce((n, f) => n + (test(f) ? 1 : 0), 0);

  const CONFIRMED = "confirmed by running it";

  // The filter is in the address, so that a view can be sent to somebody.
  const NOTHING = { q: "", severity: "", state: "", scanner: "", category: "", module: "", accepted: "no", triage: "believed", sort: "severity", rule: "" };
  let filter = { ...NOTHING };
  let shown = [];
  let rendered = 0;
  const searchable = new Map();
  function textOf(f) {
    let text = searchable.get(f);
    if (text === undefined) {
      text = [f.title, f.rule, place(f), f.id, f.location.className, f.location.file, f.location.purl, f.location.method, data.texts[f.description], f.cwe.map(c => "cwe-" + c).join(" ")].join("\n").toLowerCase();
      searchable.set(f, text);
    }
    return text;
  }
  function matches(f, terms, ids) {
    return (!filter.severity || f.severity === filter.severity)
      && (!filter.state || (filter.state === "fresh" ? f.state !== "existing" : filter.state === "proven" ? proofs.has(f.id) : f.state === filter.state))
      && (!filter.scanner || f.scanner === filter.scanner)
      && (!filter.category || (filter.category === "none" ? !categories(f).length : categories(f).some(c => c.id === filter.category)))
      && (!filter.module || modulesOf(f).includes(filter.module))
      && (filter.triage === "all" || (filter.triage === "believed" ? believed(f) : levelOf(f) === filter.triage))
      && (filter.accepted === "all" || (filter.accepted === "yes") === Boolean(f.acceptance))
      && (!ids || ids.has(f.id))
      && terms.every(term => textOf(f).includes(term));
  }
  const rank = f => SEVERITIES.indexOf(f.severity);
  const SORTS = {
    severity: (a, b) => rank(a) - rank(b) || (b.cvss ? b.cvss.score : 0) - (a.cvss ? a.cvss.score : 0),
    place: (a, b) => collator.compare(place(a), place(b)),
    title: (a, b) => collator.compare(a.title, b.title),
    state: (a, b) => collator.compare(b.state, a.state) || rank(a) - rank(b),
  };
  function select() {
    const terms = filter.q.toLowerCase().split(/\s+/).filter(Boolean);
    const rule = filter.rule && data.verdict.rules.find(r => r.rule === filter.rule);
    const ids = rule ? new Set(rule.findings) : null;
    shown = findings.filter(f => matches(f, terms, ids)).sort(SORTS[filter.sort] || SORTS.severity);
  }

  const list = h("div", { class: "card list", id: "list" });
  const status = h("p", { class: "note", role: "status", "aria-live": "polite" });
  const sentinel = h("button", { class: "more", type: "button", on: { click: () => renderMore() } });
  const ruleNote = h("span", {});
  function item(f) {
    const id = "body-" + byId.get(f.id);
    const row = h("button", { class: "row", type: "button", "aria-expanded": "false", "aria-controls": id, on: { click: () => toggle(element, f) } },
      h("span", { class: "chip " + f.severity }, f.severity),
      h("span", { class: "name" }, iso(f.title)),
      h("span", { class: "where" }, iso(place(f))),
      h("span", { class: "tags" },
        f.state !== "existing" && h("span", { class: "chip " + (f.state === "new" ? "low" : "medium") }, f.state),
        proofs.has(f.id) && h("span", { class: "chip critical", title: CONFIRMED }, "proven"),
        f.acceptance && h("span", { class: "chip good" }, "accepted"),
        levelOf(f) !== "likely" && !(proofs.has(f.id) && believed(f)) && h("span", { class: "chip " + (levelOf(f) === "confirmed" ? "high" : "info"), title: f.triage.reason }, levelOf(f)),
        categories(f).slice(0, 1).map(c => h("span", { class: "chip info", title: c.name }, c.id.split(":")[0]))));
    const element = h("div", { class: "item", id: "finding-" + f.id }, row);
    return element;
  }
  function toggle(element, f, open) {
    const row = element.firstChild;
    const isOpen = row.getAttribute("aria-expanded") === "true";
    if (open === isOpen) return;
    row.setAttribute("aria-expanded", String(!isOpen));
    if (isOpen) element.lastChild.remove(); else element.append(details(f));
  }
  function codeBlock(excerpt, location) {
    const box = h("div", { class: "code", tabindex: "0", role: "region", "aria-label": "source" });
    excerpt.lines.forEach((line, i) => {
      const n = excerpt.startLine + i;
      const hit = location.startLine && n >= location.startLine && n <= Math.max(location.endLine, location.startLine);
      box.append(h("div", { class: hit && "hit" }, h("i", {}, n), h("span", { class: "iso" }, line)));
    });
    return box;
  }
  const placeOf = id => { const other = findings.find(f => f.id === id); return other ? place(other) : id; };
  function facts(f) {
    const pairs = [];
    const add = (name, ...value) => pairs.push(h("dt", {}, name), h("dd", {}, value));
    const l = f.location;
    add("rule", h("code", {}, f.rule), " by " + f.scanner + ", confidence " + f.confidence);
    if (f.cvss) add("CVSS " + f.cvss.version, f.cvss.score.toFixed(1), f.cvss.vector && [" ", h("code", {}, f.cvss.vector)]);
    if (f.cwe.length) add("weakness", f.cwe.map((c, i) => [i ? ", " : "", link("https://cwe.mitre.org/data/definitions/" + c + ".html", "CWE-" + c)]));
    const owasp = Object.keys(f.owasp).sort().reverse().flatMap(e => f.owasp[e].map(c => c.id + " " + c.name + (c.inherited ? " (by a broader weakness)" : "")));
    if (owasp.length) add("OWASP Top 10", owasp.map((o, i) => [i ? h("br") : "", o]));
    if (l.type === "code") { add("class", h("code", {}, l.className)); if (l.method) add("method", h("code", {}, l.method)); add("module", iso(l.module)); }
    if (l.type === "dependency") {
      add("file", h("code", {}, l.file));
      if (l.modules.length) add("modules", iso(l.modules.join(", ")));
      if (l.paths.length) add("comes in by", l.paths.slice(0, 5).map(p => h("div", {}, p.map((step, i) => [i ? " \u203a " : "", h("code", {}, step)]))), l.paths.length > 5 && plural(l.paths.length - 5, "more way"));
    }
    if (l.type === "http") { add("path", h("code", {}, l.pathTemplate)); if (l.parameter) add("parameter", h("code", {}, l.parameter)); }
    const proven = data.confirmations.filter(c => c.by === f.id);
    if (proven.length) add("confirms", proven.map(c => h("div", {}, h("a", { href: "#finding-" + c.finding }, iso(placeOf(c.finding))))));
    for (const [name, value] of Object.entries(f.evidence.facts)) add(name, value.includes("\n") ? h("pre", { class: "exchange", tabindex: "0" }, value) : iso(value));
    if (f.match) add("known because", words(f.match.reason), f.match.from && [", before at ", h("code", {}, f.match.from)]);
    if (f.firstSeen) add("first seen", f.firstSeen);
    if (f.acceptance) add("accepted by", iso(f.acceptance.owner), ": ", iso(f.acceptance.reason), f.acceptance.expires ? " (until " + f.acceptance.expires + ")" : " (no end)", h("br"), h("code", {}, f.acceptance.source), f.acceptance.justification && [" ", h("code", {}, f.acceptance.justification)]);
    if (brokenBy.has(f.id)) add("breaks", iso(brokenBy.get(f.id).join(", ")));
    add("link", h("a", { href: "#finding-" + f.id }, h("code", {}, f.id)));
    return h("dl", { class: "facts" }, pairs);
  }
  function proof(c) {
    const by = findings[byId.get(c.by)];
    return h("div", { class: "proof" }, h("h3", {}, capital(CONFIRMED)), h("p", {}, by && [iso(by.title), ": "], h("a", { href: "#finding-" + c.by }, iso(placeOf(c.by))), ". ", iso(c.because)));
  }
  function details(f) {
    const e = f.evidence;
    const fix = data.texts[f.remediation];
    const example = fix && /^([^]*?)\n\nInstead of:\n\n([^]*?)\n\nwrite:\n\n([^]*)$/.exec(fix);
    const sample = text => h("pre", { class: "code sample", tabindex: "0" }, text.replace(/^ {4}/gm, ""));
    return h("div", { class: "body", id: "body-" + byId.get(f.id) },
      data.texts[f.description] && h("p", {}, iso(data.texts[f.description])),
      f.triage && h("p", { class: "triage" }, h("span", { class: "chip " + (believed(f) ? "high" : "info") }, f.triage.level), " ", iso(f.triage.reason)),
      (proofs.get(f.id) || []).map(proof),
      e.excerpt && [h("h3", {}, "Source"), codeBlock(e.excerpt, f.location)],
      e.steps.length > 0 && [h("h3", {}, "The way there"), h("ol", { class: "steps" }, e.steps.map(step => h("li", {}, iso(step.message), step.file && [" ", h("code", {}, iso(step.file + (step.line ? ":" + step.line : "")))])))],
      fix && h("div", { class: "fix" }, h("h3", {}, "How to fix"), h("p", {}, iso(example ? example[1] : fix)), example && [h("h4", {}, "Before"), sample(example[2]), h("h4", {}, "After"), sample(example[3])]),
      facts(f),
      e.references.length > 0 && [h("h3", {}, "Read on"), h("ul", { class: "steps" }, e.references.map(r => h("li", {}, link(r))))]);
  }
  function renderMore(most) {
    const end = Math.min(shown.length, rendered + (most || PAGE));
    const chunk = document.createDocumentFragment();
    for (; rendered < end; rendered++) chunk.append(item(shown[rendered]));
    list.append(chunk);
    const left = shown.length - rendered;
    sentinel.hidden = left === 0;
    put(sentinel, []).textContent = "Show more (" + number(left) + " left)";
    if (left) list.append(sentinel);
  }
  // What triage does not believe is kept, but folded.
  const fold = h("details", { class: "card fold" }, h("summary", {}, ""), h("div", { class: "list" }));
  let folded = [];
  function renderFold() {
    const wanted = filter.triage;
    filter.triage = "unlikely";
    const terms = filter.q.toLowerCase().split(/\s+/).filter(Boolean);
    folded = wanted === "believed" && !filter.rule ? findings.filter(f => matches(f, terms, null)).sort(SORTS[filter.sort] || SORTS.severity) : [];
    filter.triage = wanted;
    fold.hidden = folded.length === 0;
    fold.open = false;
    fold.firstChild.textContent = plural(folded.length, "finding") + " that triage holds for unlikely";
    fold.lastChild.replaceChildren();
  }
  fold.addEventListener("toggle", () => {
    if (!fold.open || fold.lastChild.childElementCount) return;
    fold.lastChild.append(...folded.slice(0, 500).map(item));
    if (folded.length > 500) fold.lastChild.append(h("p", { class: "empty" }, number(folded.length - 500) + " more: choose them by the filter."));
  });
  function renderList() {
    select();
    list.replaceChildren();
    rendered = 0;
    if (shown.length) renderMore();
    else list.append(h("p", { class: "empty" }, findings.length ? "No finding fits this filter." : "No findings."));
    renderFold();
    status.textContent = number(shown.length) + " of " + plural(findings.length, "finding");
    ruleNote.replaceChildren();
    if (filter.rule) put(ruleNote, ["named by the rule ", iso(filter.rule), " "]);
    for (const [name, control] of controls) control.value = filter[name];
  }
  function address() {
    const parts = new URLSearchParams();
    for (const [name, value] of Object.entries(filter)) if (value !== NOTHING[name]) parts.set(name, value);
    const text = parts.toString();
    history.replaceState(null, "", text ? "#" + text : location.pathname + location.search);
  }
  function show(change, scroll) {
    filter = { ...filter, ...change };
    renderList();
    address();
    if (scroll) document.getElementById("findings").scrollIntoView();
  }
  const only = change => show({ ...NOTHING, ...change }, true);

  const controls = new Map();
  function choice(name, label, options) {
    const control = h("select", { on: { change: () => show({ [name]: control.value }) } }, options.map(([value, text]) => h("option", { value }, text)));
    controls.set(name, control);
    return h("label", {}, label, control);
  }
  function filters() {
    let wait = 0;
    const search = h("input", { type: "search", placeholder: "title, file, class, CVE, CWE-89", autocomplete: "off", on: { input: () => { clearTimeout(wait); wait = setTimeout(() => show({ q: search.value }), 120); } } });
    controls.set("q", search);
    const has = (values, all) => [["", all], ...[...new Set(values)].filter(v => v !== undefined).sort(collator.compare).map(v => [v, v])];
    const used = new Map(findings.flatMap(f => categories(f)).map(c => [c.id, c.name]));
    return h("form", { class: "card filters", role: "search", on: { submit: e => e.preventDefault() } },
      h("label", { class: "search" }, "Search", search),
      choice("severity", "Severity", [["", "all"], ...SEVERITIES.map(v => [v, v])]),
      choice("state", "State", [["", "all"], ["fresh", "new or back"], ["new", "new"], ["existing", "existing"], ["reintroduced", "reintroduced"], ...(proofs.size ? [["proven", CONFIRMED]] : [])]),
      choice("scanner", "Scanner", has(findings.map(f => f.scanner), "all")),
      choice("category", "Category", [["", "all"], ...[...used].sort().map(([id, name]) => [id, id.split(":")[0] + " " + name]), ["none", "in none"]]),
      choice("module", "Module", has(findings.flatMap(modulesOf), "all")),
      choice("triage", "Triage", [["believed", "likely and confirmed"], ["confirmed", "confirmed"], ["likely", "likely"], ["unlikely", "unlikely"], ["informational", "informational"], ["all", "all"]]),
      choice("accepted", "Accepted", [["no", "hide"], ["yes", "only"], ["all", "show"]]),
      choice("sort", "Sort by", [["severity", "severity"], ["state", "state"], ["place", "place"], ["title", "title"]]));
  }

  function verdict() {
    const v = data.verdict;
    const broken = v.rules.filter(r => !r.passed).length;
    const why = v.status === "passed" ? "Every rule of the gate holds." : broken ? plural(broken, "rule") + " of " + v.rules.length + " broken or not judged." : "Not everything that should have been looked at was.";
    return h("div", { class: "verdict " + v.status, id: "verdict" },
      h("div", {}, h("h1", {}, iso(data.project.name)), h("p", { class: "word" }, capital(v.status)), h("p", { class: "why" }, why)),
      h("ul", { class: "rules" }, [...v.rules].sort((a, b) => a.passed - b.passed).map(r => h("li", {},
        h("span", { class: "mark " + (r.passed ? "yes" : "no"), role: "img", "aria-label": r.passed ? "holds" : "broken" }, icon(r.passed ? "M3 8.5 6.5 12 13 4.5" : "M4 4 12 12 M12 4 4 12")),
        h("div", {}, h("b", {}, iso(r.rule)), " ", h("small", {}, iso(r.source)), h("p", {}, iso(r.reason), r.findings.length > 0 && [" ", h("button", { class: "linkish noprint", type: "button", on: { click: () => only({ rule: r.rule, accepted: "all", triage: "all" }) } }, "Show " + (r.findings.length === 100 ? "the first 100" : r.findings.length))]))))));
  }
  function tiles() {
    const tile = (kind, n, label, change) => h("button", { class: "tile " + kind + (n ? "" : " zero"), type: "button", on: { click: () => change ? only(change) : document.getElementById("fixed").scrollIntoView() } }, h("b", {}, number(n)), h("span", {}, label));
    return h("div", { class: "tiles" },
      SEVERITIES.map(v => tile(v, count(f => f.severity === v), capital(v), { severity: v })),
      tile("", count(f => f.state !== "existing"), "New or back", { state: "fresh" }),
      tile("good", data.fixed.length, "Fixed", data.fixed.length ? null : {}),
      tile("", findings.length - counting.length - aside.length, "Accepted", { accepted: "yes", triage: "all" }),
      aside.length > 0 && tile("", aside.filter(f => levelOf(f) === "unlikely").length, "Unlikely", { triage: "unlikely" }));
  }
  function bars(title, groups) {
    const order = g => SEVERITIES.indexOf(g.name.toLowerCase());
    const top = groups.filter(g => g.total).sort((a, b) => order(a) - order(b) || b.total - a.total).slice(0, 8);
    const most = Math.max(1, ...top.map(g => g.total));
    const W = 360, LINE = 34;
    const picture = s("svg", { viewBox: "0 0 " + W + " " + Math.max(LINE, top.length * LINE), role: "img", "aria-label": title + ": " + top.map(g => g.name + " " + g.total).join(", ") });
    top.forEach((g, i) => {
      const y = i * LINE;
      picture.append(s("text", { x: 0, y: y + 11 }, g.name.length > 46 ? g.name.slice(0, 45) + "\u2026" : g.name), s("text", { x: W, y: y + 11, class: "t", "text-anchor": "end" }, number(g.total)), s("rect", { x: 0, y: y + 17, width: W, height: 8, rx: 4, class: "f-line" }));
      let x = 0;
      for (const v of SEVERITIES) {
        const w = (g[v] || 0) / most * W;
        if (w) picture.append(s("rect", { x, y: y + 17, width: Math.max(1.5, w - 1), height: 8, rx: 2, class: "f-" + v }));
        x += w;
      }
    });
    return h("div", { class: "card chart" }, h("h3", {}, title), top.length ? picture : h("p", { class: "empty" }, "Nothing to show."));
  }
  function group(keys) {
    const groups = new Map();
    for (const f of counting) for (const name of keys(f)) {
      const g = groups.get(name) || { name, total: 0 };
      g.total++; g[f.severity] = (g[f.severity] || 0) + 1;
      groups.set(name, g);
    }
    return [...groups.values()];
  }
  function charts() {
    return h("div", { class: "charts" },
      bars("By severity", group(f => [capital(f.severity)])),
      bars("By OWASP category", group(f => categories(f).length ? categories(f).map(c => c.id.split(":")[0] + " " + c.name) : ["In no category"])),
      bars("By scanner", group(f => [f.scanner.toUpperCase()])));
  }
  const COVER = { "findings": ["medium", "findings"], "nothing-found": ["good", "nothing found"], "partly-looked-at": ["warn", "partly looked at"], "not-looked-at": ["warn", "not looked at"] };
  function matrix() {
    const m = data.owaspTop10.find(x => x.edition === edition);
    if (!m) return h("p", { class: "empty" }, "This report has no OWASP matrix.");
    return h("table", { class: "matrix" },
      h("caption", { class: "vh" }, "OWASP Top 10:" + edition + ", findings by category and severity"),
      h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "Category"), SEVERITIES.map(v => h("th", { scope: "col", class: "n" }, capital(v))), h("th", { scope: "col" }, "What was looked at"))),
      h("tbody", {}, m.rows.map(row => {
        const [kind, label] = COVER[row.coverage] || ["info", words(row.coverage)];
        return h("tr", {},
          h("th", { scope: "row" }, h("small", {}, row.id), row.name),
          SEVERITIES.map(v => h("td", { class: "n" }, row.findings[v] ? h("button", { class: "cell " + v, type: "button", "data-label": v, "aria-label": row.findings[v] + " " + v, on: { click: () => only({ category: row.id, severity: v }) } }, row.findings[v]) : h("span", { class: "nil", "aria-label": "none" }, "\u00b7"))),
          h("td", { class: "cover" }, h("span", { class: "chip " + kind }, label), " ",
            row.lookedAt.length ? "by " + row.lookedAt.join(", ") : "by no scanner that completed",
            row.missing.length > 0 && "; without a complete run of: " + row.missing.join(", "),
            row.accepted > 0 && "; " + row.accepted + " accepted",
            h("p", {}, "Not judged here: " + row.notJudged)));
      })));
  }
  function owasp() {
    const holder = h("div", { class: "card" }, matrix());
    const buttons = data.owaspTop10.map(m => h("button", { type: "button", "aria-pressed": String(m.edition === edition), on: { click: () => {
      edition = m.edition;
      for (const b of buttons) b.setAttribute("aria-pressed", String(b.textContent === edition));
      holder.replaceChildren(matrix());
      chartBox.replaceChildren(charts());
      const fresh = filters();
      formBox.replaceChildren(fresh);
      show({ category: "" });
    } } }, m.edition));
    return h("section", { id: "owasp" }, h("div", { class: "bar-top" }, h("h2", {}, "OWASP Top 10"), h("div", { class: "seg noprint", role: "group", "aria-label": "edition" }, buttons)), holder);
  }
  function dependencies() {
    if (!data.components.length) return null;
    const parts = new Map(data.components.map(c => [c.purl, c]));
    const worst = new Map();
    const number_ = new Map();
    for (const f of counting) if (f.location.type === "dependency") {
      const p = f.location.purl;
      number_.set(p, (number_.get(p) || 0) + 1);
      if (!worst.has(p) || SEVERITIES.indexOf(f.severity) < SEVERITIES.indexOf(worst.get(p))) worst.set(p, f.severity);
    }
    const reaches = new Set();
    const askers = new Map();
    for (const c of data.components) for (const d of c.dependsOn) askers.set(d, (askers.get(d) || []).concat(c.purl));
    const queue = [...worst.keys()];
    while (queue.length) { const p = queue.pop(); if (!reaches.has(p)) { reaches.add(p); queue.push(...(askers.get(p) || [])); } }
    let all = reaches.size === 0;
    const tree = h("div", { class: "card tree" });
    const label = p => {
      const c = parts.get(p);
      return [h("code", {}, c ? (c.group ? c.group + ":" : "") + c.name + (c.version ? ":" + c.version : "") : p), worst.has(p) && [" ", h("button", { class: "cell " + worst.get(p), type: "button", on: { click: e => { e.preventDefault(); only({ q: p, scanner: "sca" }); } } }, plural(number_.get(p), "finding"))]];
    };
    const branch = (p, above) => {
      const c = parts.get(p);
      const below = c ? c.dependsOn.filter(d => parts.has(d) && !above.includes(d) && d !== p && (all || reaches.has(d))) : [];
      if (!below.length) return h("li", { class: "leaf" }, label(p));
      const box = h("details", {}, h("summary", {}, label(p)));
      const fill = () => { if (box.childElementCount === 1) box.append(h("ul", {}, below.map(d => branch(d, above.concat(p))))); };
      box.addEventListener("toggle", fill);
      if (reaches.has(p) && above.length < 4) { fill(); box.open = true; }
      return h("li", {}, box);
    };
    const draw = () => {
      const asked = new Set(data.components.flatMap(c => c.dependsOn));
      const roots = data.components.filter(c => (c.direct || !asked.has(c.purl)) && (all || reaches.has(c.purl)));
      tree.replaceChildren(roots.length ? h("ul", {}, roots.map(c => branch(c.purl, []))) : h("p", { class: "empty" }, "No library has a known vulnerability that counts."));
    };
    draw();
    const box = h("input", { type: "checkbox", on: { change: () => { all = box.checked; draw(); } } });
    box.checked = all;
    return h("section", { id: "dependencies" }, h("div", { class: "bar-top" }, h("h2", {}, "Dependencies"), h("p", { class: "note" }, plural(data.components.length, "library", "libraries") + ", " + number(worst.size) + " with vulnerabilities that count"), h("label", { class: "note noprint" }, box, " also show paths without")), tree);
  }
  const STATUS = { completed: "good", partial: "warn", failed: "high", "timed-out": "high", skipped: "warn" };
  const problemList = problems => h("ul", { class: "problems" }, problems.slice(0, 200).map(p => h("li", {}, h("code", {}, iso(p.place)), " ", iso(p.sentence))), problems.length > 200 && h("li", {}, plural(problems.length - 200, "more") + " in report.json"));
  function scanners() {
    const cards = data.scanners.map(r => h("div", { class: "card scanner" },
      h("h3", {}, r.id.toUpperCase(), h("span", { class: "chip " + (STATUS[r.status] || "warn") }, words(r.status))),
      h("p", {}, iso(r.name + " " + r.version), ", " + (r.durationMs / 1000).toFixed(1) + " s"),
      r.reason && h("p", { class: "gap" }, iso(r.reason)),
      Object.keys(r.counts).length > 0 && h("p", {}, iso(Object.entries(r.counts).map(([k, v]) => number(v) + " " + k).join(", "))),
      r.databaseDate && h("p", {}, "Vulnerability database", r.databaseName && [" ", iso(r.databaseName)], ", newest record of " + r.databaseDate),
      r.databaseNote && h("p", { class: "gap" }, iso(r.databaseNote)),
      r.notes.map(note => h("p", { class: "gap" }, iso(note))),
      r.problems.length > 0 && [h("p", {}, plural(r.problems.length, "thing") + " could not be read or analysed:"), problemList(r.problems)]));
    return h("section", { id: "scanners" }, h("div", { class: "bar-top" }, h("h2", {}, "Scanners")),
      h("div", { class: "scanners" }, cards.length ? cards : h("p", { class: "empty" }, "No scanner ran.")),
      data.problems.length > 0 && [h("h3", {}, "The project itself"), h("div", { class: "card" }, h("div", { class: "scanner" }, problemList(data.problems)))]);
  }
  function fixed() {
    if (!data.fixed.length) return null;
    return h("section", { id: "fixed" }, h("div", { class: "bar-top" }, h("h2", {}, "Fixed since the baseline"), h("p", { class: "note" }, plural(data.fixed.length, "finding"))),
      h("ul", { class: "card plainlist" }, data.fixed.slice(0, 200).map(f => h("li", {}, iso(f.title), " ", h("code", {}, iso(place(f))))), data.fixed.length > 200 && h("li", {}, plural(data.fixed.length - 200, "more") + " in report.json")));
  }
  function head() {
    const p = data.project;
    const theme = h("button", { class: "plain", type: "button", on: { click: () => {
      const dark = document.documentElement.dataset.theme ? document.documentElement.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
      document.documentElement.dataset.theme = dark ? "light" : "dark";
    } } }, "Light or dark");
    return h("header", { class: "top" },
      h("div", { class: "brand" }, s("svg", { viewBox: "0 0 24 24", "aria-hidden": "true" }, s("path", { d: "M3 21V7l3-3 3 3v2h6V7l3-3 3 3v14h-6v-5a3 3 0 0 0-6 0v5z", fill: "currentColor" })), "Gatehouse"),
      h("div", { class: "meta" }, iso(p.branch || ""), p.branch && p.commit && " at ", p.commit && h("code", {}, p.commit.slice(0, 10)), (p.branch || p.commit) && ", ", when(data.created)), theme);
  }
  function foot() {
    return h("footer", {}, h("p", {}, data.project.taken.map(t => [iso(t), " "])),
      h("p", {}, "Policy: ", iso(data.policy.source), data.policy.floor && [", floor ", iso(data.policy.floor)], ". Baseline: ", data.baseline.file ? [iso(data.baseline.file), " of " + when(data.baseline.created)] : "none, so every finding is new", ". ", iso(data.tool.name + " " + data.tool.version), "."));
  }

  const chartBox = h("div", {}, charts());
  const formBox = h("div", {}, filters());
  document.getElementById("app").append(h("div", { class: "wrap" },
    h("a", { class: "skip", href: "#findings" }, "To the findings"), head(),
    h("main", {}, verdict(), tiles(),
      h("nav", { class: "sections", "aria-label": "sections" }, [["owasp", "OWASP Top 10"], ["findings", "Findings"], data.components.length && ["dependencies", "Dependencies"], ["scanners", "Scanners"], data.fixed.length && ["fixed", "Fixed"]].filter(Boolean).map(([id, text]) => h("a", { href: "#" + id }, text)), h("a", { href: "attack-surface.html" }, "Attack surface")),
      h("section", { id: "charts" }, chartBox), owasp(),
      h("section", { id: "findings" }, h("div", { class: "bar-top" }, h("h2", {}, "Findings"), status, proofs.size > 0 && h("button", { class: "linkish noprint", type: "button", on: { click: () => only({ state: "proven", triage: "all" }) } }, number(proofs.size) + " " + CONFIRMED), ruleNote, h("button", { class: "plain noprint", type: "button", on: { click: () => show({ ...NOTHING }) } }, "Clear filter")), formBox, list, fold),
      dependencies(), scanners(), fixed()), foot()));

  function open(id) {
    const f = findings[byId.get(id)];
    if (!f) return;
    filter = { ...NOTHING, accepted: "all", triage: "all" };
    renderList();
    const at = shown.indexOf(f);
    if (at >= rendered) renderMore(at - rendered + PAGE);
    const element = document.getElementById("finding-" + id);
    toggle(element, f, true);
    element.scrollIntoView();
    element.firstChild.focus({ preventScroll: true });
  }
  function route() {
    let hash = location.hash.slice(1);
    if (hash.startsWith("finding-")) { open(decodeURIComponent(hash.slice(8))); return true; }
    if (!hash.includes("=")) return false;
    const asked = new URLSearchParams(hash);
    filter = { ...NOTHING };
    for (const name of Object.keys(NOTHING)) if (asked.has(name)) filter[name] = asked.get(name);
    renderList();
    document.getElementById("findings").scrollIntoView();
    return true;
  }
  addEventListener("hashchange", route);
  if (!route()) {
    renderList();
    const section = location.hash && document.getElementById(location.hash.slice(1));
    if (section) section.scrollIntoView();
  }
  if ("IntersectionObserver" in window) new IntersectionObserver(seen => { if (seen.some(s => s.isIntersecting) && !sentinel.hidden && sentinel.isConnected) renderMore(); }, { rootMargin: "600px" }).observe(sentinel);

  // On paper nobody can click: the worst are shown whole, and what is left out is named.
  const OPEN_ON_PAPER = 40, ON_PAPER = 300;
  let opened = [];
  addEventListener("beforeprint", () => {
    if (rendered < Math.min(ON_PAPER, shown.length)) renderMore(ON_PAPER - rendered);
    shown.slice(0, OPEN_ON_PAPER).forEach(f => {
      const element = document.getElementById("finding-" + f.id);
      if (element && element.firstChild.getAttribute("aria-expanded") === "false") { toggle(element, f, true); opened.push([element, f]); }
    });
    if (shown.length > rendered) list.append(h("p", { class: "empty", id: "paper" }, number(shown.length - rendered) + " more findings are in report.json."));
  });
  addEventListener("afterprint", () => {
    opened.forEach(([element, f]) => toggle(element, f, false));
    opened = [];
    const note = document.getElementById("paper");
    if (note) note.remove();
  });
  document.documentElement.dataset.ready = "yes";
})();
