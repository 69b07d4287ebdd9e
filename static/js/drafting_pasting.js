// Text pasted from Word keeps its headings, lists, tables, links, bold and italic: the server makes Markdown of it. Whatever goes
// wrong, the plain words are pasted, as a browser does.

const editor = document.querySelector("[data-editor]");
const form = editor.closest("form");
const text = form.elements.text;
const trouble = editor.querySelector("[data-trouble]");
const LONGEST = 3_000_000;
const PATIENCE = 30_000;
const FORMATTED = /<(h[1-6]|p|ul|ol|li|table|b|strong|i|em|a|div|span)[\s>]/i;
const UNANSWERED = "Pasted without its formatting: the server did not answer.";
const TOO_LONG = "Pasted without its formatting: that was too much at once. Paste it in parts to keep headings, lists and tables.";

text.addEventListener("paste", async (event) => {
  const html = event.clipboardData.getData("text/html");
  if (!FORMATTED.test(html)) return;
  event.preventDefault();
  const plain = event.clipboardData.getData("text/plain");
  const [from, to] = [text.selectionStart, text.selectionEnd];
  if (html.length > LONGEST) return insert(plain, from, to, TOO_LONG);
  trouble.textContent = "Reading what you pasted ...";
  // The place must still be there when the answer comes.
  text.readOnly = true;
  let words = plain;
  let said = UNANSWERED;
  try {
    const answer = await fetch(editor.dataset.paste, { method: "POST", body: typed(html), signal: AbortSignal.timeout(PATIENCE), redirect: "manual" });
    const found = answer.ok || answer.status === 413 ? await answer.json() : {};
    if (found.markdown !== undefined) [words, said] = [found.markdown || plain, ""];
    else said = found.error ?? UNANSWERED;
  } catch {
    // The plain words are pasted.
  }
  text.readOnly = false;
  insert(words, from, to, said);
});

function typed(html) {
  const fields = new FormData();
  const notes = [...text.value.matchAll(/\[\^(\d{1,4})\]/g)].map((found) => Number(found[1]));
  fields.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  fields.set("first_note", String(Math.max(0, ...notes) + 1));
  fields.set("html", html);
  return fields;
}

function insert(words, from, to, said) {
  // A heading, a list or a table begins a paragraph of its own; words of one line go among the others.
  const block = words.includes("\n") || /^(#|- |\d+\. |\|)/.test(words);
  const before = text.value.slice(0, from);
  const gap = !block || !before || before.endsWith("\n\n") ? "" : before.endsWith("\n") ? "\n" : "\n\n";
  const after = !block || /^\s*\n|^$/.test(text.value.slice(to)) ? "" : "\n\n";
  text.focus();
  text.setSelectionRange(from, to);
  const all = gap + words + after;
  if (!document.execCommand("insertText", false, all) || text.value.slice(from, from + all.length) !== all) {
    text.setRangeText(all, from, to, "end");
    text.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }
  trouble.textContent = said;
}
