"use strict";
(() => {
  const form = document.querySelector(".form");
  const fields = [...form.querySelectorAll(".field")].filter((field) => field.querySelector("pre"));
  const progress = form.querySelector(".progress");
  // A tick holds for the text that was pasted: another text has another sum (FNV-1a).
  const sum = (text) => {
    let hash = 0x811c9dc5;
    for (const sign of text) hash = Math.imul(hash ^ sign.codePointAt(0), 0x01000193);
    return (hash >>> 0).toString(16);
  };
  const store = (key, value) => {
    try {
      if (value === undefined) return localStorage.getItem(key);
      if (value) localStorage.setItem(key, value);
      else localStorage.removeItem(key);
    } catch { /* A browser may keep nothing of pages on a disk. */ }
    return null;
  };
  const count = () => {
    const done = fields.filter((field) => field.querySelector("input").checked).length;
    progress.querySelector("output").textContent = `${done} / ${fields.length}`;
  };
  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = document.createElement("textarea");
      area.value = text;
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
  };
  for (const field of fields) {
    const text = field.querySelector("pre").textContent;
    const [button, label, box] = ["button", "label", "input"].map((name) => field.querySelector(name));
    const key = `pakt:${form.dataset.form}:${field.id}`;
    const mark = () => { field.classList.toggle("done", box.checked); count(); };
    button.hidden = label.hidden = false;
    box.checked = store(key) === sum(text);
    box.addEventListener("change", () => { store(key, box.checked ? sum(text) : ""); mark(); });
    const says = button.textContent;
    button.addEventListener("click", async () => {
      await copy(text);
      button.textContent = form.dataset.copied;
      setTimeout(() => { button.textContent = says; }, 1500);
    });
    mark();
  }
  progress.hidden = false;
})();
