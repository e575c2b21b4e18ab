/**
 * Opens and migrates the database, and keeps blobs: files named by the SHA-256 of what is in them.
 *
 * <p>The same SQL and the same migrations serve SQLite and PostgreSQL. What is kept here means
 * nothing to this room.
 */
package org.titiktutur.storage;
