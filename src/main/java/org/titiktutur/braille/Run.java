package org.titiktutur.braille;

/**
 * A run of cells in a row that came from one sentence of the book. Cells of a row that no run has
 * are of nobody's sentence: a blank, a page number, a word of ours.
 *
 * @param column of its first cell, from 0
 * @param cells how many, blank ones between its words and a hyphen at its end among them
 * @param sentence its id
 * @param at how many cells of the sentence stand before it, on earlier lines and pages; with the
 *     places that the translation of the sentence gives, that leads to the characters of print
 */
public record Run(int column, int cells, String sentence, int at) {}
