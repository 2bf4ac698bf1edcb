// Before anything is drawn: dark or light, as this screen was told. The rest is in state/screen.js.
try {
  const { theme = "dark" } = JSON.parse(localStorage.getItem("stepupd.screen")) ?? {};
  document.documentElement.dataset.theme = theme;
} catch {
  document.documentElement.dataset.theme = "dark";
}
