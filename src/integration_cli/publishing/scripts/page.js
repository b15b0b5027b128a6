// The search of the home page. Texts enter the page as text only, never as markup.

const SHOWN_SOLUTIONS = 5;
const SHOWN_PARTS = 3;
const SHOWN_ENTRIES = 8;
const CELLS = 5;
const WHY_NOT = {
  empty: "There are no words to go by.",
  elsewhere: "The text does not seem to be about health and care bodies working together.",
  weak: "No barrier fits well enough to be named.",
};

const KINDS = {
  barrier: "barrier",
  solution: "solution",
  risk: "risk",
  update: "change",
  example: "example",
  framework: "table",
  source: "document",
  category: "family",
};

const byId = (id) => document.getElementById(id);

function element(name, classes, ...children) {
  const made = document.createElement(name);
  if (classes) made.className = classes;
  made.append(...children.filter((child) => child !== ""));
  return made;
}

function link(href, text) {
  const made = element("a", "", text);
  made.href = href;
  return made;
}

async function unpacked(text) {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

const tag = (text, classes = "tag") => element("span", classes, text);
const localMark = (entry) => (entry.local ? tag("local") : "");
const aside = (...children) => element("p", "aside", ...children);

function meter({ chance, strength }) {
  const filled = Math.max(1, Math.round(chance * CELLS));
  const bar = element("span", "bar", "■".repeat(filled), tag("■".repeat(CELLS - filled), "empty"));
  bar.setAttribute("aria-hidden", "true");
  return element("span", `strength ${strength}`, bar, ` ${strength}`);
}

function whySaid({ reason }, situation, { localSigns }) {
  if (!reason) return "";
  const words = reason.words.map(({ start, end }) => element("mark", "", situation.slice(start, end)));
  const said = words.flatMap((word, at) => (at ? [" · ", word] : [word]));
  const local = reason.field === "sign" && localSigns.includes(reason.sign) ? tag("local") : "";
  return aside("You say: ", ...said, element("br"), `like the ${reason.field}: “${reason.met}” `, local);
}

function findingItem(finding, situation, { barriers }) {
  const barrier = barriers[finding.number];
  const above = barrier.partOf ? `${barrier.partOf} › ` : "";
  const title = element("h3", "", above, link(barrier.href, barrier.title), " ", localMark(barrier));
  const gap = barrier.gap ? element("p", "note", barrier.gap) : "";
  const head = element("p", "kind", barrier.category, " ", meter(finding));
  return element("li", "finding", title, head, element("p", "", barrier.summary), whySaid(finding, situation, barrier), gap);
}

function solutionItem({ solution, documented }) {
  const inferred = documented ? "" : tag("our inference", "tag quiet");
  const head = [link(solution.href, solution.title), " ", tag(solution.standing), " ", inferred, localMark(solution)];
  return element("li", "", ...head, element("span", "aside", `Who acts: ${solution.who}`));
}

function list(title, kind, items) {
  return items.length ? [element("h3", "step", title), element(kind, "", ...items)] : [];
}

function foundParts(diagnosis, situation, entries) {
  const findings = diagnosis.findings.map((finding) => findingItem(finding, situation, entries));
  const chosen = chooseSolutions(diagnosis.findings, entries).slice(0, SHOWN_SOLUTIONS).map(solutionItem);
  const left = diagnosis.uncovered.slice(0, SHOWN_PARTS).map(({ text }) => element("li", "", `“${text}”`));
  const more = diagnosis.uncovered.length - left.length;
  if (more > 0) left.push(element("li", "", `and ${more} more`));
  return [
    element("ol", "findings", ...findings),
    ...list("What the documents propose", "ol", chosen),
    ...list("Not explained by any finding", "ul", left),
  ];
}

function nothingParts(diagnosis, { barriers }) {
  const near = new Map(diagnosis.nearest.map((number) => [barriers[number].category, barriers[number].categoryHref]));
  const families = [...near].slice(0, 3).map(([category, href]) => element("li", "", link(href, category)));
  return [
    element("p", "note", `Nothing here matches. ${WHY_NOT[diagnosis.whyNot]}`),
    ...list("Nearest families of barriers", "ul", families),
    element("p", "", "Say who cannot do what with whom, and what happens then."),
  ];
}

function entryItem({ kind, name, href }) {
  return element("li", "", element("span", "kind inline", KINDS[kind]), " ", link(href, name));
}

function showDiagnosis(situation, index, entries) {
  const diagnosis = diagnose(situation, index);
  const parts = diagnosis.findings.length ? foundParts(diagnosis, situation, entries) : nothingParts(diagnosis, entries);
  const named = entriesWith(situation, entries).slice(0, SHOWN_ENTRIES).map(entryItem);
  parts.push(...list("Entries that hold these words", "ul", named));
  byId("found").replaceChildren(element("blockquote", "printed", situation), ...parts);
  byId("results").hidden = false;
  byId("results-title").focus();
}

function startSearch() {
  const form = byId("search");
  form.hidden = false;
  const entries = JSON.parse(byId("data-entries").textContent);
  const index = unpacked(byId("data-index").textContent).then(readIndex);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    byId("status").textContent = "Reading …";
    const opened = await index;
    // A long text takes a second: the line above is to be seen first.
    await new Promise((done) => setTimeout(done, 20));
    showDiagnosis(byId("situation").value, opened, entries);
    byId("status").textContent = "";
  });
  byId("situation").addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
}

// Where the whole site is one page, the address says which of its parts is shown.
function followAddress() {
  const home = document.title;
  const shown = () => document.querySelector("article.one:target");
  const follow = () => {
    document.title = shown() ? `${shown().dataset.title} – ${home}` : home;
    if (!shown()) return;
    window.scrollTo(0, 0);
    shown().focus();
  };
  addEventListener("hashchange", follow);
  if (shown()) follow();
  document.querySelector(".skip").addEventListener("click", (event) => {
    event.preventDefault();
    byId("content").focus();
  });
}

startSearch();
followAddress();
