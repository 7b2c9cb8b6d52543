/**
 * What waits for Jira and GitHub, as the control plane sees it. The queue itself is the trackers', which the server does not
 * know: whoever starts it hands one in.
 */
@NullMarked
package dev.gatehouse.server.control.outbox;

import org.jspecify.annotations.NullMarked;
