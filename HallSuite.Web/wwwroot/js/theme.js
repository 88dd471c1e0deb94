// Light or dark before the first paint. Loaded in <head> without defer: a script of this site, because the content security policy allows no inline script.
// The person's choice is kept in the cookie hall-theme (light, dark, auto), so that the server draws the same next time.
(() => {
  const root = document.documentElement;
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const chosen = () => /(?:^|; )hall-theme=(light|dark|auto)/.exec(document.cookie)?.[1] ?? "auto";

  const show = () => {
    const choice = chosen();
    root.dataset.theme = choice === "auto" ? (dark.matches ? "dark" : "light") : choice;
  };

  const keep = (choice) => {
    document.cookie = `hall-theme=${choice}; path=/; max-age=31536000; samesite=lax${location.protocol === "https:" ? "; secure" : ""}`;
    show();
  };

  show();
  dark.addEventListener("change", show);

  // a button of any page: <button data-theme-toggle>
  document.addEventListener("click", (e) => {
    if (e.target.closest?.("[data-theme-toggle]")) keep(root.dataset.theme === "dark" ? "light" : "dark");
  });
})();
