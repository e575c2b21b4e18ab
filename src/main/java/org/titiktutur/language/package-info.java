/**
 * What is known of a language: where sentences end, how what is written is read aloud. Rules that
 * are lists live in {@code resources/lexicons} as data.
 */
package org.titiktutur.language;
