// Keys for a question page: a number or letter chooses, Enter sends or goes on. The page works without.
const form = document.getElementById("answer-form");
const boxes = form ? [...form.querySelectorAll(".options input")] : [];

if (form) {
  const first = form.querySelector("[data-first]");
  if (first && window.matchMedia("(pointer: fine)").matches) first.focus();
  // a page brought back by the browser's Back button is a new form: what is sent from it is meant
  window.addEventListener("pageshow", (event) => {
    if (event.persisted && crypto.randomUUID) form.elements.client_id.value = crypto.randomUUID();
  });
  // Enter goes to the next empty blank first, and sends from the last
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing || !event.target.matches(".blank-box")) return;
    const empty = [...form.querySelectorAll(".blank-box")].find((box) => box !== event.target && !box.value.trim());
    if (empty && event.target.value.trim()) {
      event.preventDefault();
      empty.focus();
    }
  });
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
    box.dispatchEvent(new Event("input", { bubbles: true }));
  } else if (event.key === "Enter") {
    if (form) form.requestSubmit(); else document.querySelector("[data-next]")?.click();
  } else {
    return;
  }
  event.preventDefault();
});
