// Helps for writing a text: marks by button and key, a preview beside the text, the number of words. Without this the text is
// typed as Markdown, and the Preview button shows how it reads.

const editor = document.querySelector("[data-editor]");
const form = editor.closest("form");
const text = form.elements.text;
const boxes = [text, form.elements.heading].filter(Boolean); // what the preview is made of
const PAUSE = 700;
const KEYS = { b: "bold", i: "italic", k: "link" };
const TABLE = "| Heading | Heading |\n| --- | --- |\n| Words | Words |";

for (const part of document.querySelectorAll("[data-with-script]")) part.hidden = false;
marks();
preview();
views();
countWords();

// Puts words at the cursor so that the browser's own undo knows of it.
function put(words, from = text.selectionStart, to = text.selectionEnd) {
  text.focus();
  text.setSelectionRange(from, to);
  if (document.execCommand(words ? "insertText" : "delete", false, words) && text.value.slice(from, from + words.length) === words) return;
  text.setRangeText(words, from, to, "end");
  text.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

function around(mark, instead) {
  const [from, to] = [text.selectionStart, text.selectionEnd];
  const words = text.value.slice(from, to) || instead;
  put(`${mark}${words}${mark}`);
  text.setSelectionRange(from + mark.length, from + mark.length + words.length);
}

function startOfLine(at) {
  return text.value.slice(0, at).lastIndexOf("\n") + 1;
}

// Each line of the choice begins with the mark; pressed again it is taken away.
function lines(mark) {
  const from = startOfLine(text.selectionStart);
  const end = text.value.indexOf("\n", text.selectionEnd);
  const to = end === -1 ? text.value.length : end;
  const chosen = text.value.slice(from, to).split("\n");
  const marked = chosen.every((line) => line.startsWith(mark));
  const words = chosen.map((line) => (marked ? line.slice(mark.length) : mark + line)).join("\n");
  put(words, from, to);
  // On an empty line the words are still to come.
  text.setSelectionRange(from === to ? from + words.length : from, from + words.length);
}

// A list goes on with the next line; an item left empty ends it.
function nextItem(event) {
  if (event.key !== "Enter" || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (text.selectionStart !== text.selectionEnd) return;
  const at = text.selectionStart;
  const from = startOfLine(at);
  const [mark, space, bullet, number, dot] = text.value.slice(from, at).match(/^( *)(?:([-*+])|(\d{1,8})([.)])) +/) ?? [];
  if (!mark) return;
  event.preventDefault();
  const rest = text.value.slice(at).split("\n", 1)[0];
  if (at === from + mark.length && !rest.trim()) return put("", from, at);
  put(`\n${space}${bullet ?? `${Number(number) + 1}${dot}`} `);
}

function block(words) {
  const before = text.value.slice(0, text.selectionEnd);
  const gap = !before || before.endsWith("\n\n") ? "" : before.endsWith("\n") ? "\n" : "\n\n";
  put(`${gap}${words}\n\n`, text.selectionEnd, text.selectionEnd);
}

function link() {
  const from = text.selectionStart;
  const words = text.value.slice(from, text.selectionEnd) || "words";
  put(`[${words}](https://)`);
  const address = from + words.length + 3;
  text.setSelectionRange(address, address + "https://".length);
}

function footnote() {
  const number = Math.max(0, ...[...text.value.matchAll(/\[\^(\d{1,4})\]/g)].map((found) => Number(found[1]))) + 1;
  put(`[^${number}]`, text.selectionEnd, text.selectionEnd);
  put(`${text.value.endsWith("\n") ? "\n" : "\n\n"}[^${number}]: Note`, text.value.length, text.value.length);
  text.setSelectionRange(text.value.length - "Note".length, text.value.length);
}

function finding() {
  const list = document.querySelector("[data-findings]");
  list.open = true;
  list.querySelector("summary").focus();
}

function marks() {
  const tools = {
    bold: () => around("**", "bold words"),
    italic: () => around("*", "words in italic"),
    heading: () => lines("## "),
    list: () => lines("- "),
    table: () => block(TABLE),
    link,
    footnote,
    finding,
  };
  document.addEventListener("click", (event) => {
    const tool = event.target.closest("[data-tool]");
    const place = event.target.closest("[data-place]");
    if (tool) tools[tool.dataset.tool]();
    if (place) block(`{{finding ${place.dataset.place}}}`);
  });
  text.addEventListener("keydown", nextItem);
  text.addEventListener("keydown", (event) => {
    const tool = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && KEYS[event.key.toLowerCase()];
    if (!tool) return;
    event.preventDefault();
    tools[tool]();
  });
}

function preview() {
  const live = editor.querySelector("[data-live]");
  document.querySelector("[data-preview-button]").remove();
  let waiting;
  let asked = 0;
  const room = (box) => box.scrollHeight - box.clientHeight;
  const follow = () => {
    if (room(text) > 0) live.scrollTop = (text.scrollTop / room(text)) * room(live);
  };
  text.addEventListener("scroll", follow);
  const look = async () => {
    const number = ++asked;
    const typed = new FormData();
    for (const box of [form.elements.csrfmiddlewaretoken, ...boxes]) typed.set(box.name, box.value);
    try {
      const answer = await fetch(editor.dataset.preview, { method: "POST", body: typed, redirect: "manual" });
      if (answer.ok && number === asked) live.innerHTML = await answer.text();
      follow();
    } catch {
      // The line below the text says that there is no connection.
    }
  };
  for (const box of boxes) {
    box.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(look, PAUSE);
    });
  }
  look();
}

// On a phone the text and the preview take turns.
function views() {
  const buttons = [...editor.querySelectorAll("[data-view]")];
  const panes = editor.querySelector(".svd-editor__panes");
  for (const button of buttons) {
    button.addEventListener("click", () => {
      panes.dataset.shown = button.dataset.view;
      for (const other of buttons) other.setAttribute("aria-pressed", String(other === button));
    });
  }
}

// As svduty/text/words.py counts.
function wordsIn(markdown) {
  const read = markdown.replace(/\[\^[^\]\s]+\]:?|\{\{[^{}]*\}\}|^[ \t]*\d+[.)](?=\s)/gm, " ").replace(/\]\([^()\s]*\)/g, "]");
  return read.split(/[\s|]+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

function countWords() {
  const place = editor.querySelector("[data-count]");
  const count = () => {
    const words = wordsIn(text.value);
    place.textContent = words === 1 ? "1 word" : `${words.toLocaleString("en-GB")} words`;
  };
  text.addEventListener("input", count);
  count();
}
