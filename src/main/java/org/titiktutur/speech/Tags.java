package org.titiktutur.speech;

/**
 * What players show of one MP3 file.
 *
 * @param title of the part
 * @param artist who wrote the book; may be empty
 * @param album the book's title
 * @param track counts from 1
 * @param tracks how many there are
 * @param language BCP 47
 */
public record Tags(
    String title, String artist, String album, int track, int tracks, String language) {}
