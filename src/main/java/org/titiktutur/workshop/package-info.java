/**
 * A pool of worker processes that do dangerous things (parse, speak, translate) under limits of
 * time, memory and output, die alone and are replaced.
 *
 * <p>A {@link org.titiktutur.workshop.Step} goes over a Unix-domain socket to a {@link
 * org.titiktutur.workshop.Worker}, a child JVM of the same jar, which hands it to the {@link
 * org.titiktutur.workshop.Handler} of its kind. Signs of life come back while it runs, then its
 * outcome. A step whose worker died or fell silent is tried once more in a fresh worker. This room
 * knows nothing of books.
 */
package org.titiktutur.workshop;
