package org.titiktutur.speech;

/**
 * Why a pronunciation lexicon cannot be used.
 *
 * @param line counted from 1; 0 where it concerns no line
 * @param message in English, as the makers of such files read it
 */
public record LexiconFault(int line, String message) {}
