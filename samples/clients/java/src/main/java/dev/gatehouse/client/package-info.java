/**
 * For apps: may this version still run? Believes only what the publisher has signed, never goes back to an older document,
 * and decides offline. Uses nothing but what Java 11 and Android 8 (API 26) have.
 */
@NullMarked
package dev.gatehouse.client;

import org.jspecify.annotations.NullMarked;
