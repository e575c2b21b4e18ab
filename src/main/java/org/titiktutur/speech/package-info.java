/**
 * A publication becomes a script of utterances, then sound with times. The only room that knows
 * FreeTTS, eSpeak NG and encoders.
 */
package org.titiktutur.speech;
