// What a script can add to the kiosk: the visible countdown, the keys on the screen, a lock on what was pressed, a look at the line before
// anything is sent. Every page works without it; then <meta http-equiv="refresh"> sends it home.
const kiosk = document.querySelector(".kiosk");
const end = kiosk.dataset.end;
const offline = kiosk.querySelector("[data-offline]");
const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

// A page from the browser's memory would show the visitor before.
addEventListener("pageshow", (e) => { if (e.persisted) location.reload(); });

/** Whether the server answers. A form sent, or a page left, while it does not would leave the browser on its own error page. */
async function answers() {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), 3000);
  try {
    return (await fetch("/healthz", { cache: "no-store", signal: stop.signal })).status < 500;
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}

// ---- pressed once, answered once ----
const lock = (on) => {
  for (const it of kiosk.querySelectorAll("button[type=submit], a")) on ? it.setAttribute("aria-busy", "true") : it.removeAttribute("aria-busy");
};
let sending = false;
addEventListener("submit", async (e) => {
  e.preventDefault();
  if (sending) return;
  sending = true;
  lock(true);
  offline.hidden = true;
  const form = e.target;
  if (await answers()) {
    const pressed = document.createElement("input"); // form.submit() leaves out which button it was
    Object.assign(pressed, { type: "hidden", name: e.submitter?.name ?? "", value: e.submitter?.value ?? "" });
    if (pressed.name) form.append(pressed);
    form.submit();
    return;
  }
  offline.hidden = false;
  lock(false);
  sending = false;
});
addEventListener("click", (e) => { if (sending && e.target.closest("a")) e.preventDefault(); });

// ---- home after a while without a touch, and nothing of the visitor stays ----
const idle = kiosk.querySelector("[data-idle]");
if (idle) {
  const seconds = Number(idle.dataset.idle);
  const ring = idle.querySelector(".kiosk-ring");
  const number = ring.firstElementChild;
  const warning = idle.querySelector("[role=status]");
  let until = performance.now() + seconds * 1000;
  idle.hidden = false;
  for (const touch of ["pointerdown", "keydown", "wheel", "input"]) addEventListener(touch, () => { until = performance.now() + seconds * 1000; }, { passive: true });
  const timer = setInterval(async () => {
    const left = Math.max(0, until - performance.now());
    ring.style.setProperty("--left", (left / 1000 / seconds).toFixed(3));
    const shown = String(Math.ceil(left / 1000));
    if (number.textContent !== shown) number.textContent = shown;
    const warn = left > 0 && left <= 10000 ? warning.dataset.text : "";
    if (warning.textContent !== warn) warning.textContent = warn;
    if (left > 0 || sending) return;
    clearInterval(timer);
    for (const form of document.forms) for (const field of form.querySelectorAll("input:not([type=hidden])")) field.value = "";
    kiosk.querySelector("main").replaceChildren(); // forgotten at once, also while the server is away
    while (!(await answers())) { offline.hidden = false; await sleep(2000); }
    location.replace(end);
  }, 250);
}

// ---- the clock runs on from the server's time ----
const clock = kiosk.querySelector("[data-clock]");
if (clock) {
  const from = Number(clock.dataset.clock);
  const started = performance.now();
  const two = (n) => String(n).padStart(2, "0");
  setInterval(() => {
    const minutes = Math.floor((from + (performance.now() - started) / 1000) / 60) % 1440;
    const text = `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
    if (clock.textContent !== text) clock.textContent = text;
  }, 1000);
}

// ---- the start page keeps its figures fresh ----
const fresh = kiosk.querySelector("[data-fresh]");
if (fresh) {
  setInterval(async () => {
    if (sending) return;
    try {
      const answer = await fetch(location.href, { cache: "no-store" });
      if (!answer.ok) return;
      const next = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-fresh]");
      const touched = sending || fresh.querySelector(":active") || fresh.contains(document.activeElement); // never under a finger
      if (next && !touched && next.innerHTML !== fresh.innerHTML) fresh.innerHTML = next.innerHTML;
    } catch { /* the last figures stay; the next round asks again */ }
  }, Number(fresh.dataset.fresh) * 1000);
}

// ---- keys on the screen; a card reader or scanner types like a keyboard ----
const number = kiosk.querySelector("#id-number");
if (number) {
  const name = kiosk.querySelector("#name");
  const pads = [...kiosk.querySelectorAll("[data-pad]")];
  let field = number;
  number.inputMode = "none"; // no second keyboard from the system over ours
  const show = () => {
    const type = kiosk.querySelector("[name=idType]:checked")?.value ?? "Citizen";
    for (const pad of pads) pad.hidden = pad.dataset.pad !== (type === "Citizen" ? "digits" : "letters");
  };
  show();
  kiosk.addEventListener("change", (e) => { if (e.target.name === "idType") { show(); number.focus(); } });
  kiosk.addEventListener("focusin", (e) => { if (e.target === number || e.target === name) field = e.target; });
  kiosk.addEventListener("pointerdown", (e) => { if (e.target.closest("[data-key]")) e.preventDefault(); }); // the field keeps the focus
  kiosk.addEventListener("click", (e) => {
    const key = e.target.closest("[data-key]")?.dataset.key;
    if (key === undefined) return;
    // The number pad has no letters for a name, so it always writes the number.
    const into = e.target.closest("[data-pad]").dataset.pad === "digits" ? number : field;
    const [from, to] = [into.selectionStart ?? into.value.length, into.selectionEnd ?? into.value.length];
    if (key === "back") into.setRangeText("", from === to ? Math.max(0, from - 1) : from, to, "end");
    else if (into.value.length < into.maxLength) into.setRangeText(key, from, to, "end");
    into.focus();
    into.dispatchEvent(new Event("input", { bubbles: true }));
  });
  number.addEventListener("keydown", (e) => {
    if (e.key === "Enter" && !name.value.trim()) { e.preventDefault(); name.focus(); } // the reader gave the number; the name is still to come
  });
  addEventListener("keydown", (e) => {
    if (e.key.length === 1 && !e.ctrlKey && !e.altKey && !e.metaKey && !e.target.closest("input, button, a")) number.focus();
  });
}

// ---- paper ----
const print = kiosk.querySelector("[data-print]");
if (print) {
  print.hidden = false;
  print.addEventListener("click", () => window.print());
}
