// Before anything is drawn: dark or light, as this screen was told. The rest is in state/screen.js.
try {
  const { theme } = JSON.parse(localStorage.getItem("stepupd.screen")) ?? {};
  if (theme) document.documentElement.dataset.theme = theme;
} catch { /* A private window: as the system says. */ }
