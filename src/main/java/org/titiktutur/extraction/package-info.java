/**
 * A source file becomes a publication, with findings about what was lost. The only room that knows
 * Tika.
 */
package org.titiktutur.extraction;
