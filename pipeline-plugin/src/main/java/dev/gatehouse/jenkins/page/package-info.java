/**
 * The pages: a scan's findings, one finding, the trend of a job. They read what is kept and change nothing; every text
 * that they show is hostile until a view escapes it.
 */
@NullMarked
package dev.gatehouse.jenkins.page;

import org.jspecify.annotations.NullMarked;
