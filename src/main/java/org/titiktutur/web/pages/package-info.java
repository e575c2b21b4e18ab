/**
 * Pages for people: Indonesian first, English second. A resource asks the rooms behind it, fills a
 * view (a record of what a page shows, in words ready to be read), and a template in {@code
 * src/main/jte} dresses it; templates are Java classes of this package by the time they run. Forms
 * are posted and answered with a redirect, or with the same page and what has to be mended in it.
 * Everything works without a script; {@code resources/web/titik.js} only makes it smoother. The bar
 * is WCAG 2.2 AA with contrast of 7:1, and every page is held to it in a browser.
 */
package org.titiktutur.web.pages;
