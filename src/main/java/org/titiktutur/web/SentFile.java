package org.titiktutur.web;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A file that came with a form.
 *
 * @param file where it is until the form is closed; may be moved away
 * @param name as the sender calls it, without folders; never a path of ours
 * @param mediaType as the sender says
 */
public record SentFile(Path file, String name, Optional<String> mediaType, long bytes) {}
