/**
 * What the library has: items with their rights and sources, how each was read, and the renditions
 * that were wished for. Only rows; what is in a book, this room does not know.
 */
package org.titiktutur.catalog;
