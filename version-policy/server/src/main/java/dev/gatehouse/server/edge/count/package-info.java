/**
 * How many clients asked, by app, platform, version and status; nothing else about them is kept.
 */
@NullMarked
package dev.gatehouse.server.edge.count;

import org.jspecify.annotations.NullMarked;
