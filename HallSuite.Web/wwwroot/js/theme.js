// Light or dark before the first paint. Loaded in <head> without defer: a script of this site, because the content security policy allows no inline script.
// The person's choice is kept in the cookie hallsuite-theme (light, dark, system), so that the server renders the same next time.
(() => {
  const root = document.documentElement;
  const dark = window.matchMedia("(prefers-color-scheme: dark)");

  const chosen = () => {
    const match = /(?:^|; )hallsuite-theme=(light|dark|system)/.exec(document.cookie);
    if (match) return match[1];
    try { return localStorage.getItem("hallsuite-theme") || root.dataset.themeDefault || "light"; }
    catch { return root.dataset.themeDefault || "light"; }
  };

  const show = () => {
    const choice = chosen();
    root.dataset.theme = choice === "system" ? (dark.matches ? "dark" : "light") : choice === "dark" ? "dark" : "light";
  };

  const keep = (choice) => {
    document.cookie = `hallsuite-theme=${choice}; path=/; max-age=31536000; samesite=lax${location.protocol === "https:" ? "; secure" : ""}`;
    try { localStorage.setItem("hallsuite-theme", choice); } catch { /* a locked-down browser keeps the cookie only */ }
    show();
  };

  if (!root.hasAttribute("data-theme-fixed")) {
    show();
    dark.addEventListener("change", show);
    window.addEventListener("storage", show);
    // enhanced navigation of Blazor replaces the attributes of <html> by what the server sent
    new MutationObserver(() => { if (root.dataset.theme !== "light" && root.dataset.theme !== "dark") show(); }).observe(root, { attributes: true, attributeFilter: ["data-theme"] });
  }

  window.hallTheme = {
    current: () => root.dataset.theme || "light",
    set: keep,
    toggle: () => { const next = root.dataset.theme === "dark" ? "light" : "dark"; keep(next); return next; },
  };

  // a button of any page: <button data-theme-toggle>
  document.addEventListener("click", (e) => { if (e.target.closest?.("[data-theme-toggle]")) window.hallTheme.toggle(); });
})();
