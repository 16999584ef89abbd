import type { Page } from "@playwright/test";
import { DEMO_PASSWORD, demoAddress } from "@/lib/accounts/demo";

/**
 * Signs in with a demonstration account, by password as anybody would.
 * @param name before the @, such as "official.prishtina", "editor.one", "citizen"
 * @param back page to be on afterwards
 */
export async function signIn(page: Page, name: string, back = "/sq/account"): Promise<void> {
  const locale = back.split("/")[1];
  await page.goto(`/${locale}/sign-in?back=${encodeURIComponent(back)}`);
  await page.locator("#password-email").fill(demoAddress(name));
  await page.locator("#password-password").fill(DEMO_PASSWORD);
  await page.locator("#password-password").press("Enter");
  await page.waitForURL((url) => url.pathname + url.search === back);
}
