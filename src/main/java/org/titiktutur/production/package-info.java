/**
 * A publication and a wanted format become a rendition: one recipe for each format, and the
 * findings report.
 */
package org.titiktutur.production;
