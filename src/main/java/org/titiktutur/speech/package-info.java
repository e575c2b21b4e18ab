/**
 * A publication becomes a script of utterances, then sound with times. The only room that knows
 * FreeTTS, eSpeak NG and encoders.
 *
 * <p>{@link org.titiktutur.speech.Narrator}, on the parent's side, hands a part to a worker. There
 * its blocks become the lines of a script, each sentence with the pause after it; a sentence
 * becomes an utterance: what is said, passage by passage, in words that {@code language} wrote out.
 * The cast names the voice for its language, and the speaker has the voice's engine say it, sees
 * whether all of it is there, and else has it said in pieces, by another voice, or reports it. The
 * sound is brought to one rate and one loudness and goes to the encoder, which works on the
 * sentence before while the next one is spoken. What comes out is an MP3 file and a list of {@link
 * org.titiktutur.speech.Clip clips}: where each sentence sounds.
 *
 * <p>A sentence that ends its worker is named by the last sign that the worker gave; the part is
 * spoken again, and that sentence more carefully.
 */
package org.titiktutur.speech;
