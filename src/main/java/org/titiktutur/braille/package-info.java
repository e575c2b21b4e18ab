/** A publication becomes braille lines, pages and volumes. The only room that knows liblouis. */
package org.titiktutur.braille;
