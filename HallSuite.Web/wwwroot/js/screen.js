// A wall display. It keeps a connection, shows the newest picture, and asks for nothing else. It knows nothing of queues: what runs in the
// browser is said by attributes of the picture.
//   data-clock             shows the hall's time
//   data-live, data-stale  shown while connected / while not; {0} is the time of the picture that still stands
//   data-until, data-from  shown until an instant / from it on
//   data-rotate=name       shows one child at a time; data-rotate-of=name says which of how many
//   data-fresh=key         gets is-new for a while when its key was not there before
//   data-say, -seq, -at    is spoken once, in the order of the numbers
/* global signalR */
const RETRY_MS = [100, 300, 700, 1500, 2000];
const START_LIMIT_MS = 3000;
const STALE_AFTER_MS = 1500;
const PAGE_MS = 10_000;
const FRESH_MS = 8000;
const TOO_OLD_TO_SAY_MS = 3 * 60_000;

const screen = document.getElementById("screen");
const { hall, view, culture, zone, hub, health } = screen.dataset;
const SPOKEN = `hallsuite-spoken:${hall}`;
const wait = (ms) => new Promise((done) => setTimeout(done, ms));
const all = (selector) => screen.querySelectorAll(selector);

// ---- time: the server's, run on by this machine ----

let offset = 0;
const now = () => Date.now() + offset;
const clock = new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

// ---- the picture ----

let shown = -1;
let lostAt = null;
const fresh = new Map();
const turnedAt = new Map();
let began = 0;

const sameNode = (a, b) => a.nodeType === b.nodeType && a.nodeName === b.nodeName;

// Makes one tree like the other and keeps the nodes that can stay, so that what moves goes on moving and nothing flickers.
function patch(old, next) {
  if (old.nodeType !== Node.ELEMENT_NODE) {
    if (old.nodeValue !== next.nodeValue) old.nodeValue = next.nodeValue;
    return;
  }
  for (const { name } of [...old.attributes]) if (!next.hasAttribute(name)) old.removeAttribute(name);
  for (const { name, value } of next.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  patchChildren(old, next);
}

function patchChildren(old, next) {
  const wanted = [...next.childNodes];
  wanted.forEach((child, i) => {
    const there = old.childNodes[i];
    if (!there) old.append(child);
    else if (sameNode(there, child)) patch(there, child);
    else there.replaceWith(child);
  });
  while (old.childNodes.length > wanted.length) old.lastChild.remove();
}

function show(seq, html, at) {
  shown = seq;
  offset = Date.parse(at) - Date.now();
  const known = new Set([...all("[data-fresh]")].map((e) => e.dataset.fresh));
  const next = document.createElement("template");
  next.innerHTML = html;
  patchChildren(screen, next.content);
  for (const element of all("[data-fresh]")) {
    if (known.has(element.dataset.fresh)) continue;
    fresh.set(element.dataset.fresh, now() + FRESH_MS);
    restart(element);
    const pages = element.closest("[data-rotate]");
    if (pages) turnedAt.set(pages.dataset.rotate, now());
  }
  live();
  speak();
}

// An element that now shows something else begins its animation anew.
function restart(element) {
  element.classList.remove("is-new");
  void element.offsetWidth;
}

function live() {
  const time = clock.format(now());
  for (const element of all("[data-clock]")) if (element.textContent !== time) element.textContent = time;

  const isStale = lostAt !== null && Date.now() - lostAt > STALE_AFTER_MS;
  for (const element of all("[data-live]")) element.hidden = isStale;
  for (const element of all("[data-stale]")) {
    element.hidden = !isStale;
    if (isStale) element.textContent = element.dataset.stale.replace("{0}", clock.format(lostAt + offset));
  }

  for (const element of all("[data-until]")) element.hidden = now() >= Date.parse(element.dataset.until);
  for (const element of all("[data-from]")) element.hidden = now() < Date.parse(element.dataset.from);

  for (const element of all("[data-fresh]")) element.classList.toggle("is-new", fresh.get(element.dataset.fresh) > now());
  for (const [key, until] of fresh) if (until < now()) fresh.delete(key);

  for (const pages of all("[data-rotate]")) {
    const { rotate } = pages.dataset;
    const children = [...pages.children].filter((child) => !child.hasAttribute("data-rotate-of"));
    const page = Math.floor((now() - (turnedAt.get(rotate) ?? began)) / PAGE_MS) % Math.max(1, children.length);
    children.forEach((child, i) => { child.hidden = i !== page; });
    for (const of of all(`[data-rotate-of="${rotate}"]`)) of.textContent = `${page + 1}/${children.length}`;
  }
}

// ---- the voice: calls are an ordered log, each is spoken once ----

window.hallSpoken = [];
let spoken = Number(sessionStorage.getItem(SPOKEN) ?? "-1");

function speak() {
  if (!screen.querySelector("[data-say-log]")) return;
  const log = [...all("[data-say]")].map((e) => ({ seq: Number(e.dataset.saySeq), text: e.dataset.say, at: Date.parse(e.dataset.sayAt) }));
  const last = Math.max(0, ...log.map((line) => line.seq));

  // The first picture of a new screen, or a log that was restored to an earlier day: nothing of it is news.
  const isNews = spoken >= 0 && last >= spoken;
  for (const line of log) if (isNews && line.seq > spoken && now() - line.at < TOO_OLD_TO_SAY_MS) say(line);
  spoken = last;
  sessionStorage.setItem(SPOKEN, String(spoken));
}

function say({ seq, text }) {
  window.hallSpoken.push({ seq, text });
  document.dispatchEvent(new CustomEvent("hall-spoken", { detail: { seq, text } }));
  if (!window.speechSynthesis) return;
  const words = new SpeechSynthesisUtterance(text);
  words.lang = culture;
  window.speechSynthesis.speak(words);
}

// ---- the connection ----

const connection = new signalR.HubConnectionBuilder()
  .withUrl(hub, { skipNegotiation: true, transport: signalR.HttpTransportType.WebSockets })
  .configureLogging(signalR.LogLevel.None)
  .build();
connection.keepAliveIntervalInMilliseconds = 5000;
connection.serverTimeoutInMilliseconds = 15_000;
connection.on("Picture", (name, seq, html, at) => { if (name === view && seq > shown) show(seq, html, at); });
// Not at once: when it is the server who closes, the client still tidies up after it has told us, and would tear down a new connection too.
connection.onclose(() => { lost(); setTimeout(connect, RETRY_MS[0]); });

let boot = null;
let isConnecting = false;

function lost() {
  lostAt ??= Date.now();
}

// Whether the server is another process than before, which may have other scripts and styles. Unknown while it does not say.
async function isAnotherServer() {
  try {
    const answer = await fetch(health, { cache: "no-store", signal: AbortSignal.timeout(START_LIMIT_MS) });
    const before = boot;
    boot = (await answer.json()).boot ?? before;
    return answer.ok && before !== null && boot !== before;
  } catch {
    return false;
  }
}

async function start() {
  const limit = setTimeout(() => connection.stop(), START_LIMIT_MS);
  try {
    await connection.start();
  } finally {
    clearTimeout(limit);
  }
  if (await isAnotherServer()) {
    location.reload();
    return;
  }

  // A server that was restored begins with smaller numbers: the first picture counts whatever its number, later ones only if they are newer.
  shown = -1;
  const first = await connection.invoke("WatchPicture", hall, view, culture);
  lostAt = null;
  if (first.seq > shown) show(first.seq, first.html, first.at);
  live();
}

async function connect() {
  if (isConnecting) return;
  isConnecting = true;
  for (let attempt = 0; ; attempt++) {
    try {
      await start();
      if (connection.state === signalR.HubConnectionState.Connected) break;
    } catch {
      lost();
      await connection.stop();
      await wait(RETRY_MS[Math.min(attempt, RETRY_MS.length - 1)] * (0.7 + 0.3 * Math.random()));
    }
  }
  isConnecting = false;
}

offset = Date.parse(screen.dataset.at) - Date.now();
began = now();
shown = Number(screen.dataset.seq);
live();
speak();
setInterval(live, 500);
connect();
