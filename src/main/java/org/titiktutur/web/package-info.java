/**
 * Doors for people and scripts over HTTP: the server and its limits, who the visitor is, and how a
 * failure becomes a page or a problem document. The JSON API lives in {@code web.api}, the pages in
 * {@code web.pages}.
 */
package org.titiktutur.web;
