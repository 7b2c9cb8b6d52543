/**
 * Version numbers: SemVer 2.0.0 and the shapes that app stores show. Called by every other part of the policy; knows
 * none of them.
 */
@NullMarked
package dev.gatehouse.policy.version;

import org.jspecify.annotations.NullMarked;
