/** Domain of the demonstration accounts; nobody of it gets in outside demonstration mode. */
const DEMO_DOMAIN = "@ndreqe.example";
export const DEMO_PASSWORD = "ndreqe-demo";

export const isDemoAddress = (email: string): boolean => email.endsWith(DEMO_DOMAIN);
export const demoAddress = (name: string): string => `${name}${DEMO_DOMAIN}`;
