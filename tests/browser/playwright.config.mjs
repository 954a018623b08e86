// Browser tests of the built page, in the system's Chromium: `cargo xtask test`, or after a build
// `npx playwright test` in this folder.
import { defineConfig } from "@playwright/test";
import { existsSync } from "node:fs";

const PORT = Number(process.env.ATLAS_PORT ?? 8137);
const chromium = process.env.CHROMIUM ?? ["/usr/bin/chromium", "/usr/bin/google-chrome"].find((file) => existsSync(file));

export default defineConfig({
  testDir: "specs",
  outputDir: "results/artifacts",
  // At a desk a test has one try. On a shared machine a second one tells a hiccup from a fault; xtask names each test that
  // needed it, and more than a few of them fail the run.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: Boolean(process.env.CI),
  fullyParallel: true,
  workers: 2,
  // Generous, for machines that are shared: nothing here is a test of speed.
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: [["list"], ["json", { outputFile: "results/report.json" }]],
  use: {
    baseURL: `http://127.0.0.1:${PORT}/`,
    // The page takes its first language from the browser; tests of texts choose another where they need it.
    locale: "en-GB",
    timezoneId: "Asia/Ho_Chi_Minh",
    viewport: { width: 1280, height: 800 },
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: chromium,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  webServer: {
    command: `cargo xtask serve --no-build --port ${PORT}`,
    cwd: "../..",
    url: `http://127.0.0.1:${PORT}/`,
    reuseExistingServer: false,
    timeout: 120_000,
  },
});
