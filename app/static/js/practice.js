// Keys for a question page: a number or letter chooses, Enter sends or goes on. The page works without.
const form = document.getElementById("answer-form");
const boxes = form ? [...form.querySelectorAll(".options input")] : [];

if (form) {
  const first = form.querySelector("[data-first]");
  if (first && window.matchMedia("(pointer: fine)").matches) first.focus();
  // a second click must not send the form twice; the server would drop it, but the page would wait
  form.addEventListener("submit", () => {
    for (const button of form.querySelectorAll("button")) button.disabled = true;
  });
  window.addEventListener("pageshow", () => {
    for (const button of form.querySelectorAll("button")) button.disabled = false;
  });
}

// What is typed but not sent survives a change of language, a reload, or a lost connection.
const draftKey = `draft ${location.pathname}`;
const fields = form ? [...form.querySelectorAll("[name=answer]")] : [];
const isChoice = (field) => field.type === "radio" || field.type === "checkbox";

function saveDraft() {
  sessionStorage.setItem(draftKey, JSON.stringify(fields.map((field) => (isChoice(field) ? field.checked : field.value))));
}

function restoreDraft() {
  const draft = JSON.parse(sessionStorage.getItem(draftKey) ?? "null");
  const hasAnswer = fields.some((field) => (isChoice(field) ? field.checked : field.value));
  if (!Array.isArray(draft) || draft.length !== fields.length || hasAnswer) return;
  fields.forEach((field, number) => {
    if (isChoice(field)) field.checked = draft[number]; else field.value = draft[number];
  });
}

if (form) {
  restoreDraft();
  form.addEventListener("input", saveDraft);
  form.addEventListener("change", saveDraft);
} else {
  sessionStorage.removeItem(draftKey);
}

function chosenBy(key) {
  const number = /^[1-8]$/.test(key) ? Number(key) - 1 : "abcdefgh".indexOf(key.toLowerCase());
  return key.length === 1 ? boxes[number] : undefined;
}

function isElsewhere(target) {
  return target.closest("a, button, summary, select, textarea, header, footer, nav") ||
    (target.matches("input") && !boxes.includes(target));
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isElsewhere(event.target)) return;
  const box = chosenBy(event.key);
  if (box) {
    box.checked = box.type === "radio" ? true : !box.checked;
    box.focus();
    saveDraft();
  } else if (event.key === "Enter") {
    if (form) form.requestSubmit(); else document.querySelector("[data-next]")?.click();
  } else {
    return;
  }
  event.preventDefault();
});
