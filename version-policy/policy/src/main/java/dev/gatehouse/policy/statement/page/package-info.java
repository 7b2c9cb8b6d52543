/**
 * Writes a statement as a page, as Markdown and as JSON. Texts go into it as texts only,
 * never as markup; knows nothing about where they come from.
 */
@NullMarked
package dev.gatehouse.policy.statement.page;

import org.jspecify.annotations.NullMarked;
