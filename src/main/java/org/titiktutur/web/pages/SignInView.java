package org.titiktutur.web.pages;

/**
 * Signing in.
 *
 * @param back path to go to afterwards
 * @param name as typed
 */
record SignInView(String back, String name, Faults faults) {}
