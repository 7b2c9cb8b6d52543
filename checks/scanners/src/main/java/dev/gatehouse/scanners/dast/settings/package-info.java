/** What is asked of a scan of the running application: the {@code dast:} section of a policy file, and what the command line puts in its place. */
@NullMarked
package dev.gatehouse.scanners.dast.settings;

import org.jspecify.annotations.NullMarked;
