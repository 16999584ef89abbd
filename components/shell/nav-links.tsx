"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";

export type NavLink = { href: string; label: string };

/** Links of the site, the one that is open marked for eyes and for screen readers. */
export function NavLinks({ links, className }: { links: NavLink[]; className: string }) {
  const path = usePathname();
  return links.map(({ href, label }) => (
    <li key={href}>
      <Link
        href={href}
        prefetch={false}
        aria-current={path === href || path.startsWith(`${href}/`) ? "page" : undefined}
        className={`min-h-11 items-center text-ink no-underline hover:underline aria-[current]:underline aria-[current]:decoration-primary aria-[current]:decoration-4 ${className}`}
      >
        {label}
      </Link>
    </li>
  ));
}
