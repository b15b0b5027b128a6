// The checklist of a report: filled in here, and given back as the Markdown file that it came from.
// The file stands in the page in pieces. Only those that somebody changed are written anew.

const byId = (id) => document.getElementById(id);
const steps = Array.from(document.querySelectorAll(".step"));
const sheet = JSON.parse(byId("data-sheet").textContent);

// As planning/markdown.escaped does it: Markdown shows the text as it is.
function escaped(text) {
  const line = text.replace(/[\p{C}\p{Z}]+/gu, " ").trim();
  return line.replace(/([\\`*_[\]<>#|~&])/g, "\\$1").replace(/^(\d+(?=[.)](?: |$))|(?=[-+]))/, "$1\\");
}

const partOf = (step, name) => step.querySelector(`[data-part="${name}"]`);

function statusOf(step) {
  if (partOf(step, "done").checked) return "done";
  return partOf(step, "without").checked ? "not applicable" : "open";
}

function hasNewStatus(step) {
  return ["done", "without"].some((name) => partOf(step, name).checked !== partOf(step, name).defaultChecked);
}

function changedFields(step) {
  return Array.from(step.querySelectorAll("[data-field]")).filter((field) => field.value !== field.defaultValue);
}

function markdown() {
  const pieces = [...sheet.pieces];
  const marks = { done: "[x]", open: "[ ]", "not applicable": "[-]" };
  for (const step of steps) {
    const { state, fields } = sheet.boxes[Number(step.dataset.number)];
    if (state && hasNewStatus(step)) pieces[state[0]] = marks[statusOf(step)];
    for (const field of changedFields(step)) {
      const [piece, before] = fields[field.dataset.field];
      const value = escaped(field.value);
      pieces[piece] = value ? before + value : "";
    }
  }
  return pieces.join("");
}

const isChanged = () => steps.some((step) => hasNewStatus(step) || changedFields(step).length);
let saved = "";

function count() {
  const counted = steps.filter((step) => step.dataset.kind !== "withdrawn").map(statusOf);
  const many = (status) => counted.filter((one) => one === status).length;
  const without = many("not applicable");
  const rest = without ? `, ${without} ${without === 1 ? "does" : "do"} not apply` : "";
  byId("count").textContent = `${many("done")} of ${counted.length - without} done${rest}.`;
  for (const step of steps) step.classList.toggle("over", statusOf(step) !== "open");
}

function follow(event) {
  const step = event.target.closest(".step");
  const other = { done: "without", without: "done" }[event.target.dataset.part];
  if (other && event.target.checked) partOf(step, other).checked = false;
  count();
  byId("saved").textContent = "";
}

function save() {
  saved = markdown();
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([saved], { type: "text/markdown;charset=utf-8" }));
  link.download = sheet.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  byId("saved").textContent = `Saved as ${sheet.name} among your downloads. Where you have that file already, put this one in its place.`;
}

byId("save").addEventListener("click", save);
byId("saving").hidden = false;
byId("checklist-steps").addEventListener("input", follow);
addEventListener("beforeunload", (event) => {
  if (isChanged() && markdown() !== saved) event.preventDefault();
});
for (const field of document.querySelectorAll(".step [disabled][data-editable]")) field.disabled = false;
count();
