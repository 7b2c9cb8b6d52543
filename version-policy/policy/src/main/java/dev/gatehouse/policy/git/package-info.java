/**
 * What a git repository says about releases: tags that are versions, the working tree, who wrote what. Reads only, and
 * knows nothing of trains or approvals.
 */
@NullMarked
package dev.gatehouse.policy.git;

import org.jspecify.annotations.NullMarked;
