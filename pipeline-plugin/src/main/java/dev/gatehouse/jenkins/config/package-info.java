/**
 * What an administrator sets for all jobs.
 */
@NullMarked
package dev.gatehouse.jenkins.config;

import org.jspecify.annotations.NullMarked;
