/**
 * Writes, while the plugin is compiled, the files that Jenkins reads instead of searching classes: the index of symbols,
 * of beans for the REST API, and the parameter names of data-bound constructors. Knows the annotations by name only.
 */
package dev.gatehouse.jenkins.index;
