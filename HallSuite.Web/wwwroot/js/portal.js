// Keeps the page of a ticket or a case fresh: asks for its changing part, gets "nothing new" most of the time, asks less often when the line is bad or
// the page is out of sight, and stops when it is over. Without this script the page is as fresh as its last load.
const face = document.querySelector("[data-from]");
const says = document.querySelector("[data-says]");
const offline = document.querySelector("[data-offline]");
const asOf = document.querySelector("[data-as-of]");
let mark = face?.dataset.etag ?? "";
let failures = 0;
let timer = 0;

const every = () => Number(face.querySelector("[data-every]")?.dataset.every ?? 0);
const time = () => new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", hour12: false });
let seen = time();

function show(html) {
  const focused = face.contains(document.activeElement);
  const opened = face.querySelector("details")?.open;
  face.innerHTML = html;
  if (opened) face.querySelector("details")?.setAttribute("open", "");
  if (focused) face.querySelector("summary, a")?.focus();
  const title = face.querySelector("[data-title]")?.dataset.title ?? document.title;
  if (says.textContent !== title) says.textContent = title; // spoken by a screen reader; the picture itself would be read out whole
  document.title = title;
}

async function ask() {
  clearTimeout(timer);
  try {
    const answer = await fetch(face.dataset.from, { cache: "no-store", headers: mark ? { "If-None-Match": mark } : {}, signal: AbortSignal.timeout(8000) });
    if (answer.status === 404) { location.reload(); return; }
    if (answer.status !== 304 && !answer.ok) throw new Error(String(answer.status));
    if (answer.ok) {
      mark = answer.headers.get("ETag") ?? "";
      show(await answer.text());
    }
    failures = 0;
    seen = time();
    if (asOf) asOf.textContent = seen;
    offline.hidden = true;
  } catch {
    failures += 1;
    if (failures > 1) { // one lost answer is no news
      offline.querySelector("b").textContent = seen;
      offline.hidden = false;
    }
  }
  next();
}

function next() {
  const seconds = every();
  if (seconds === 0 || document.hidden) return;
  timer = setTimeout(ask, Math.min(60, seconds * 2 ** Math.min(failures, 5)) * (900 + Math.random() * 200));
}

if (face) {
  document.addEventListener("visibilitychange", () => { if (!document.hidden && every() > 0) ask(); });
  addEventListener("online", () => { if (every() > 0) ask(); });
  next();
}
