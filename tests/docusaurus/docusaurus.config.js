module.exports = {
  title: "Policies",
  url: "https://policies.example.com",
  baseUrl: "/",
  onBrokenLinks: "throw",
  onBrokenAnchors: "throw",
  i18n: { defaultLocale: "en", locales: ["en", "ko", "ar"], localeConfigs: { ar: { direction: "rtl" } } },
  markdown: { hooks: { onBrokenMarkdownLinks: "throw" } },
  presets: [["classic", { docs: { routeBasePath: "/" }, blog: false, pages: false }]],
};
