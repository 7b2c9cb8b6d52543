@NullMarked
package dev.gatehouse.jenkins.api;

import org.jspecify.annotations.NullMarked;
