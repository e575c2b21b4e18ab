/**
 * The JSON API under {@code /api/v1}. What it looks like from outside is written down in {@code
 * resources/api/openapi.json}; tests hold the two together.
 */
package org.titiktutur.web.api;
