// What every form gets: text that survives leaving the page, no double sending, passwords that can be seen.
// All of it is comfort: the server stands by itself.
const forms = [...document.querySelectorAll("main form")];
const fields = forms.flatMap((form) => [...form.elements]).filter(
  (field) => field.name && !["hidden", "password", "submit"].includes(field.type));
const key = `typed ${location.pathname}${location.search}`;
const isTicked = (field) => field.type === "radio" || field.type === "checkbox";
let isDirty = false;

function keep() {
  const values = fields.map((field) => (isTicked(field) ? field.checked : field.value));
  if (fields.length) sessionStorage.setItem(key, JSON.stringify(values));
}

function restore() {
  const values = JSON.parse(sessionStorage.getItem(key) ?? "null");
  sessionStorage.removeItem(key);
  if (!Array.isArray(values) || values.length !== fields.length) return;
  fields.forEach((field, number) => {
    if (isTicked(field)) field.checked = values[number]; else field.value = values[number];
  });
  isDirty = true; // still not sent
}

restore();
for (const form of forms) {
  form.addEventListener("input", () => { isDirty = true; });
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) { event.preventDefault(); return; }
    if (form.method === "post") {
      form.dataset.sent = "1";
      setTimeout(() => { delete form.dataset.sent; }, 3000); // a lost connection must not lock the form
    }
    isDirty = false;
  });
}
// a change of language or colours loads the page anew, whatever was typed or judged on it
for (const form of document.querySelectorAll("form[data-reloads]")) form.addEventListener("submit", keep);
window.addEventListener("pagehide", () => { if (isDirty) keep(); });
window.addEventListener("pageshow", () => { for (const form of forms) delete form.dataset.sent; });

for (const button of document.querySelectorAll("[data-ticks]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const boxes = button.form.querySelectorAll(`input[name="${button.dataset.ticks}"]`);
    for (const box of boxes) box.checked = button.dataset.value === "on";
  });
}

for (const toggle of document.querySelectorAll("[data-shows]")) {
  const password = document.getElementById(toggle.dataset.shows);
  toggle.hidden = false;
  toggle.addEventListener("click", () => {
    const isHidden = password.type === "password";
    password.type = isHidden ? "text" : "password";
    toggle.setAttribute("aria-pressed", String(isHidden));
  });
}
