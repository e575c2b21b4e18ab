/**
 * A source file becomes a publication, with findings about what was lost. The only room that knows
 * Tika.
 *
 * <p>The parent's side is {@link org.titiktutur.extraction.Extractor}: it sends a file's path to a
 * worker and gets back a {@link org.titiktutur.extraction.Extraction}. It never looks into the
 * file.
 *
 * <p>In the worker {@code ExtractHandler} has {@code SourceSniffer} tell from the bytes what the
 * file is, whatever it is called, and hands it to the reader of that kind. A reader says which unit
 * of the file it begins ({@code Reading}: should that unit end the worker, the parent has the rest
 * read without it) and tells a {@code PublicationBuilder} what stands there: headings, paragraphs,
 * lists, tables, notes, pictures, where pages begin. EPUB (OCF, OPF, NCX and navigation documents
 * of EPUB 2 and 3) and the DAISY books (NCC and SMIL, package and DTBook) are opened here, plain
 * text is understood here; documents of every other kind come from a library as XHTML and through
 * {@code XhtmlHandler}.
 *
 * <p>The builder gathers {@code Draft} blocks and decides where the parts begin: where the reader
 * says, else where the headings show ({@code HeadedParts}, {@code Outline}). {@code PartWriter}
 * gives each part its languages ({@code BookLanguage}, {@code Passages}) and sentences with ids
 * ({@code SentenceMaker}), and writes it away before the next one is finished.
 *
 * <p>Whatever is wrong with the file as a whole is a {@code Refusal}; whatever is wrong with a
 * place in it is a finding. Nothing outside the file is read or fetched, and nothing is unpacked to
 * disk.
 */
package org.titiktutur.extraction;
