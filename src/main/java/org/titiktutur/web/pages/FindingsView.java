package org.titiktutur.web.pages;

import java.util.List;

/** Everything that was lost, guessed or doubtful when a source was read. */
record FindingsView(
    String itemPath, String title, List<Crumb> trail, String summary, List<FindingView> findings) {}
