package org.titiktutur.web.pages;

/** Where in the site a page stands: the link in the main navigation that is the present one. */
enum Section {
  SHELF,
  STAFF,
  HELP,
  ACCOUNT,
  NONE
}
