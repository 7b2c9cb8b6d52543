/** What the signatures of Jenkins beside this package have in common. */
package dev.gatehouse.jenkins.api;
