/**
 * Work that must be done even if the power goes: durable, tried again, cancellable. What the work
 * is, this room does not know.
 */
package org.titiktutur.jobs;
