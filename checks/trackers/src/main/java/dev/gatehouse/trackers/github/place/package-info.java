/**
 * Which repository, commit, reference and pull request a build is about: from options, from the CI server's environment,
 * from the git checkout, in this order. Opens no connection.
 */
@NullMarked
package dev.gatehouse.trackers.github.place;

import org.jspecify.annotations.NullMarked;
