/**
 * What stands in an issue, independent of Jira's two notations for it. All texts are hostile until a renderer has escaped
 * them. Knows no request and no finding.
 */
@NullMarked
package dev.gatehouse.trackers.jira.text;

import org.jspecify.annotations.NullMarked;
