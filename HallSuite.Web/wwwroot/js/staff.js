// What a staff page does by itself in the browser: it keeps the connection and says how it is, counts seconds, and turns keys into clicks.
// The page is never covered: what was typed stays, and acts wait until the server is there again.
const RETRY_MS = [0, 300, 700, 1000];
const SAY_WAITING_AFTER_MS = 1000;
const SAY_LOST_AFTER_MS = 8000;
const START_LIMIT_MS = 20000;
const SAME_KEY_MS = 600;
const SAME_PLACE_PX = 40;
const root = document.documentElement;
const wait = (ms) => new Promise((done) => setTimeout(done, ms));
// A little apart from each other, so that five hundred pages do not knock at the same moment.
const pause = (round) => wait(RETRY_MS[Math.min(round, RETRY_MS.length - 1)] * (1 + Math.random() / 2));
const two = (n) => String(n).padStart(2, "0");
const time = (date) => `${two(date.getHours())}:${two(date.getMinutes())}`;

// ---- the connection ----

let downSince = null;
let contentOf = "";
let wake = () => {};

const interactive = () => document.getElementById("hall-mode")?.dataset.mode === "interactive";
const live = () => downSince === null && interactive();

function say(state) {
  root.dataset.connection = state;
  const box = document.getElementById("connection");
  if (!box) return;
  const words = box.querySelector("[data-words]");
  const text = { live: box.dataset.live, waiting: box.dataset.waiting, lost: box.dataset.lost }[state]
    .replace("{0}", downSince ? time(downSince) : "").replace("{1}", contentOf);
  box.classList.toggle("is-waiting", state === "waiting");
  box.classList.toggle("is-lost", state === "lost");
  box.querySelector("[data-retry]").hidden = state !== "lost";
  // The text node is the renderer's: its value changes, the node stays.
  if (words.firstChild) words.firstChild.data = text; else words.textContent = text;
}

async function isHealthy() {
  try {
    return (await fetch("healthz", { cache: "no-store", signal: AbortSignal.timeout(2000) })).ok;
  } catch {
    return false;
  }
}

// A reload against a dead server leaves the browser on its own error page, so it waits until the server has answered.
async function reloadOnceHealthy() {
  for (let round = 0; !(await isHealthy()); round++) {
    await Promise.race([pause(round + 1), new Promise((now) => { wake = now; })]);
  }
  location.reload();
}

async function comeBack() {
  for (let round = 0; downSince !== null; round++) {
    await Promise.race([pause(round), new Promise((now) => { wake = now; })]);
    if (downSince === null) return;
    try {
      if (await Blazor.reconnect()) return;
      await reloadOnceHealthy(); // the server is there but no longer knows this page
      return;
    } catch {
      // nobody answers yet
    }
  }
}

const reconnectionHandler = {
  onConnectionDown() {
    if (downSince !== null) return;
    downSince = new Date();
    contentOf = document.querySelector("[data-server-now]")?.textContent.trim() || time(downSince);
    const since = downSince;
    setTimeout(() => { if (downSince === since) say("waiting"); }, SAY_WAITING_AFTER_MS);
    setTimeout(() => { if (downSince === since) say("lost"); }, SAY_LOST_AFTER_MS);
    comeBack();
  },
  onConnectionUp() {
    downSince = null;
    say("live");
  },
};

// The server went away between the page and its circuit: the page would stay a picture for ever.
async function watchStart() {
  const until = performance.now() + START_LIMIT_MS;
  while (!interactive()) {
    if (performance.now() > until) {
      downSince = new Date();
      contentOf = time(downSince);
      say("lost");
      return reloadOnceHealthy();
    }
    await wait(250);
  }
  root.dataset.connection = "live";
}

// ---- seconds since an instant, in the server's time: <span data-since="…"> ----

let clockSeen = "";
let offset = 0;

function count() {
  const clock = document.querySelector("[data-server-now]")?.dataset.serverNow ?? "";
  if (clock && clock !== clockSeen) {
    clockSeen = clock;
    offset = Date.parse(clock) - Date.now();
  }
  for (const place of document.querySelectorAll("[data-since]")) {
    const seconds = Math.max(0, Math.floor((Date.now() + offset - Date.parse(place.dataset.since)) / 1000));
    const hours = Math.floor(seconds / 3600);
    const text = `${hours > 0 ? `${hours}:` : ""}${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
    if (place.textContent !== text) place.textContent = text;
  }
}

// ---- keys: each stands on its button as data-keys="F2" or "Alt+H" or several, apart by blanks ----

const lastPress = new Map();

function nameOf(event) {
  const key = event.code.startsWith("Key") ? event.code.slice(3) : event.key === "?" ? "?" : event.key;
  return `${event.ctrlKey || event.metaKey ? "Ctrl+" : ""}${event.altKey ? "Alt+" : ""}${key}`;
}

const isTyping = (target) => target.matches?.("input:not([type=checkbox],[type=radio],[type=button],[type=submit]), textarea, select, [contenteditable]");
const pressesItself = (target) => target.matches?.("button, a[href], summary, input, select");

function buttonFor(key) {
  // While a dialog asks, only its own keys act.
  const area = [...document.querySelectorAll(".dialog")].at(-1) ?? document;
  return [...area.querySelectorAll("[data-keys]")].find((b) => b.dataset.keys.split(" ").includes(key) && b.offsetParent !== null);
}

document.addEventListener("keydown", (event) => {
  if (event.isComposing) return;
  const key = nameOf(event);
  const plain = key.length === 1 || key === "Enter" || key.startsWith("Arrow");
  if (plain && isTyping(event.target)) return;
  if (key === "Enter" && pressesItself(event.target)) return;
  const button = buttonFor(key);
  if (!button) return;
  event.preventDefault(); // F4 and Alt H are the browser's keys too
  // What goes from row to row can be pressed as fast as one likes.
  if (!("repeat" in button.dataset)) {
    const before = lastPress.get(key) ?? -Infinity;
    if (event.repeat || event.timeStamp - before < SAME_KEY_MS) return;
    lastPress.set(key, event.timeStamp);
  }
  if (live() && !button.disabled && button.getAttribute("aria-disabled") !== "true") button.click();
});

// ---- clicks ----

let lastActClick = { at: -Infinity, x: 0, y: 0 };

document.addEventListener("click", (event) => {
  if (event.target.closest?.("[data-retry]")) return void wake();
  if (event.target.closest?.("[data-reload]")) return void reloadOnceHealthy();
  if (live() && !bounced(event)) return;
  if (!event.target.closest?.("main button")) return;
  // Nobody would hear it. The connection says why; when it is back, the button works again.
  event.preventDefault();
  event.stopImmediatePropagation();
  if (downSince !== null) say(root.dataset.connection === "lost" ? "lost" : "waiting");
}, true);

// The second half of a double click: where one act's button was, the next act's button is already.
function bounced(event) {
  if (!event.isTrusted || !event.target.closest?.("[data-act]")) return false;
  const again = event.timeStamp - lastActClick.at < SAME_KEY_MS && Math.hypot(event.clientX - lastActClick.x, event.clientY - lastActClick.y) < SAME_PLACE_PX;
  if (!again) lastActClick = { at: event.timeStamp, x: event.clientX, y: event.clientY };
  return again;
}

// Whoever wrote something in between does not press twice.
document.addEventListener("input", () => {
  lastPress.clear();
  lastActClick.at = -Infinity;
}, true);

// Menus close when the person goes on to something else.
const openMenus = () => document.querySelectorAll("details.menu-anchor[open]");
document.addEventListener("click", (event) => {
  for (const menu of openMenus()) {
    if (!menu.contains(event.target) || event.target.closest(".menu-item")) menu.open = false;
  }
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of openMenus()) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

// <button data-print-frame="paper" data-print-from="…">: prints what the frame shows. A browser that shows no PDF in frames opens it by itself.
document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-print-frame]");
  if (!button) return;
  const frame = document.getElementById(button.dataset.printFrame);
  try {
    frame.contentWindow.focus();
    frame.contentWindow.print();
  } catch {
    window.open(button.dataset.printFrom, "_blank", "noopener");
  }
});

// <button data-print-page>: prints the page, by its print styles.
document.addEventListener("click", (event) => {
  if (event.target.closest?.("[data-print-page]")) window.print();
});

// The row that was chosen, by a key or elsewhere, stays in sight.
new MutationObserver((changes) => {
  for (const { target } of changes) {
    if (target.matches('tr[aria-current="true"]')) target.scrollIntoView({ block: "nearest" });
  }
}).observe(document.body, { subtree: true, attributes: true, attributeFilter: ["aria-current"] });

// What the next page load should remember: <div data-remember="hall-last=demo">
const remembered = new Map();
function remember() {
  for (const place of document.querySelectorAll("[data-remember]")) {
    const [name, value] = place.dataset.remember.split("=");
    if (!name || remembered.get(name) === value) continue;
    remembered.set(name, value);
    document.cookie = `${name}=${value}; path=/; max-age=31536000; samesite=lax${location.protocol === "https:" ? "; secure" : ""}`;
  }
}
new MutationObserver(remember).observe(document.body, { subtree: true, attributes: true, attributeFilter: ["data-remember"], childList: true });

setInterval(count, 250);
remember();
watchStart();
await Blazor.start({ circuit: { reconnectionHandler, configureSignalR: (hub) => hub.withServerTimeout(20000).withKeepAliveInterval(5000) } });
