/**
 * The plugin in a real Jenkins: started on a loopback port with a home of its own, used as people use it, by REST and in a
 * browser. Only with {@code -Djenkins.war} and {@code -Djenkins.plugins.dir}; see docs/jenkins.md.
 */
@NullMarked
package dev.gatehouse.jenkins.real;

import org.jspecify.annotations.NullMarked;
