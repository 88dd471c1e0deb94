// Keeps the visitor's page fresh: asks for its changing part, gets "nothing new" most of the time, asks less often when the line is bad or the
// page is out of sight, and stops when the ticket is over. Without this script the page reloads itself.
const face = document.getElementById("ticket");
const says = document.getElementById("ticket-says");
const offline = document.getElementById("ticket-offline");
let mark = face?.dataset.etag ?? "";
let failures = 0;
let timer = 0;

const every = () => Number(face.querySelector("[data-every]")?.dataset.every ?? 0);
const time = () => new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", hour12: false });
let seen = time();

function show(html) {
  const focused = face.contains(document.activeElement);
  face.innerHTML = html;
  if (focused) face.querySelector("a")?.focus();
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
