package org.titiktutur.jobs;

/**
 * A piece of work that is to be done.
 *
 * @param kind names its {@link JobHandler}
 * @param subject what it is about; only the handler knows what that means
 * @param attempt counts from 1; goes up only when the one before failed
 */
public record Job(String kind, String subject, int attempt) {}
