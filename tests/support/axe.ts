import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/**
 * What axe finds on a page as it stands: the rule's name and the first elements it means.
 * Our pages have no frames, so axe runs in the page alone (its "legacy mode"), in half the time.
 */
export async function axeFaults(page: Page): Promise<string[]> {
  // After a step within the site the title comes a moment after the page.
  await expect(page).toHaveTitle(/\S/);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.map(({ id, nodes }) => `${id} ${nodes.map((node) => node.target.join(" ")).slice(0, 3)}`);
}

/** Fails where axe finds anything on the page. */
export const isClean = async (page: Page): Promise<void> => expect(await axeFaults(page)).toEqual([]);
