/**
 * The Jenkins plugin: thin, because the scan is a process of its own on the agent and the decisions are made by
 * {@code findings} and {@code policy}. Each package below is one thing that a user meets.
 */
@NullMarked
package dev.gatehouse.jenkins;

import org.jspecify.annotations.NullMarked;
